"""Times of day: `16:00`, `4pm`, `16h`, `at 4`, `at 1600`, `noon`, and parts of the day."""

import re
from datetime import time
from typing import NamedTuple

from .parsed import Kind, When
from .reading import Found, Impossible, Place, Reading, Sort, Strength
from .reckoning import Moment
from .settings import Settings
from .words import Words

CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})(?::[0-9]{2})?")
HOURS = re.compile(r"([0-9]{1,2})h([0-9]{2})?")
HALF = re.compile(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?([ap])(\.?m)?")
PLAIN = re.compile(r"([0-9]{1,2})([0-9]{2})?")
HALVES = {"am": "a", "a.m": "a", "pm": "p", "p.m": "p"}
OCLOCK = {"o'clock", "oclock"}
AT = {"at", "@"}
PARTS = {"morning", "afternoon", "evening", "night"}
FIXED = {"noon": time(12), "midday": time(12), "midnight": time(0)}
# A bare number after `at` is a time only where the line cannot go on with what is counted.
GOING_ON = {"with", "on", "in", "for", "about", "to", "and", "by", "then", "until", "from", "via", "because"}


class Clock(NamedTuple):
    """A time as written. `is_open` says that it may be in either half of the day."""

    last: int
    hour: int
    minute: int
    is_open: bool
    strength: Strength
    sort: Sort = Sort.CLOCK


def clock(words: Words, at: int, _moment: Moment) -> Found:
    """A time that begins with a digit, with the part of the day behind it if there is one."""
    return _placed(words, at, written(words, at) or _with_part(words, at))


def _with_part(words: Words, at: int) -> Clock | None:
    """`6 in the morning` and `8 tonight`, which may also be six of something: only alone on a line."""
    found = plain(words, at)
    is_hour = found is not None and found.is_open and _part_behind(words, at + 1)[0]
    return found._replace(strength=Strength.ALONE) if found and is_hour else None


def at_clock(words: Words, at: int, _moment: Moment) -> Found:
    """`at 4`, `@ 16:00`, `at 4 in the afternoon`, `at noon`."""
    start = at + 1
    key = words.next_key(start)
    if key in FIXED:
        return Place(at).time(start + 1, FIXED[key], Sort.PART)
    if key[:1].isdigit() and key.isascii():
        return _placed(words, at, written(words, start) or plain(words, start))
    return None


def glued_at(words: Words, at: int, _moment: Moment) -> Found:
    """`@3pm`, `@16:00`: no label is called that."""
    found = _from_key(words.key(at)[1:], at)
    return _placed(words, at, found and found._replace(strength=Strength.FULL))


def written(words: Words, at: int) -> Clock | None:
    """What is a time by itself: it has a colon, an h, am or pm, or o'clock."""
    key, behind = words.key(at), words.next_key(at + 1)
    if behind in HALVES and (found := PLAIN.fullmatch(key) or CLOCK.fullmatch(key)):
        return _halved(at + 2, found[1], found[2], HALVES[behind], Strength.FULL)
    if behind in OCLOCK and (found := PLAIN.fullmatch(key)) and not found[2]:
        return _oclock(words, at + 2, found[1])
    return _from_key(key, at)


def _oclock(words: Words, last: int, hour: str) -> Clock:
    if half := HALVES.get(words.next_key(last)):
        return _halved(last + 1, hour, None, half, Strength.FULL)
    return Clock(last, int(hour), 0, is_open=True, strength=Strength.FULL)


def _from_key(key: str, at: int) -> Clock | None:
    key = key[:10]
    if found := HALF.fullmatch(key):
        strength = Strength.FULL if found[4] else Strength.LED
        return _halved(at + 1, found[1], found[2], found[3], strength)
    if ":" in key and (found := CLOCK.fullmatch(key)):
        strength = Strength.FULL if len(found[1]) == 2 else Strength.BARE
        return Clock(at + 1, int(found[1]), int(found[2]), len(found[1]) == 1, strength)
    if found := HOURS.fullmatch(key):
        strength = Strength.BARE if len(found[1]) == 2 else Strength.LED
        return Clock(at + 1, int(found[1]), int(found[2] or 0), is_open=False, strength=strength)
    return None


def _halved(last: int, hour: str, minute: str | None, half: str, strength: Strength) -> Clock:
    hours = int(hour)
    if not 1 <= hours <= 12:
        return Clock(last, 99, 0, is_open=False, strength=strength)
    return Clock(last, hours % 12 + 12 * (half == "p"), int(minute or 0), is_open=False, strength=strength)


def plain(words: Words, at: int) -> Clock | None:
    """`4` and `1600`, which are times only after `at`."""
    found = PLAIN.fullmatch(words.key(at))
    if (
        not found
        or found[0] == "0"
        or int(found[1]) > 24
        or (len(found[0]) == 3 and not _part_behind(words, at + 1)[0])
    ):
        return None
    is_open = len(found[0]) < 4
    strength = Strength.FULL if _line_may_end(words, at) else Strength.SHORT
    return Clock(at + 1, int(found[1]), int(found[2] or 0), is_open, strength, Sort.HOUR)


def _line_may_end(words: Words, at: int) -> bool:
    """After the number comes punctuation, or a word that goes on with something else."""
    behind = words.key(at + 1)
    return behind in GOING_ON or (bool(words.behind(at)) and not behind[:1].isdigit())


def _placed(words: Words, first: int, found: Clock | None) -> Found:
    if found is None:
        return None
    if found.hour > 23 or found.minute > 59:
        is_time = found.strength is Strength.FULL and found.sort is Sort.CLOCK
        return Impossible(first, found.last, _no_such_time(words, first, found)) if is_time else None
    part, last = _part_behind(words, found.last)
    if not part and words.key(first - 1) == "tonight":
        part = "night"
    strength = Strength.FULL if part and found.strength > Strength.ALONE else found.strength
    at = time(hour_of(found, part), found.minute)
    return Place(first).time(last, at, found.sort, max(strength, _after_at(words, first, found)))


def _no_such_time(words: Words, first: int, found: Clock) -> str:
    return f"There is no {words.text(first, found.last).removeprefix('at ')}."


def _after_at(words: Words, first: int, found: Clock) -> Strength:
    """A clock after `at` counts anywhere; a bare number decides by what follows it."""
    is_led = words.key(first) in AT and found.sort is Sort.CLOCK
    return Strength.FULL if is_led else Strength.ALONE


def hour_of(found: Clock, part: str) -> int:
    """Between 1 and 6 people mean the afternoon, unless they say otherwise or write a nought."""
    hour = found.hour
    if not found.is_open and not (part and 1 <= hour <= 12):
        return hour
    if part == "morning":
        return hour % 12
    if part == "night":
        return hour + 12 if 6 <= hour < 12 else hour % 12
    if part:
        return hour % 12 + 12
    return hour + 12 if 1 <= hour <= 6 else hour


def _part_behind(words: Words, at: int) -> tuple[str, int]:
    """`in the morning` or `at night` right behind a time; `tonight` is read again, for its day."""
    key = words.next_key(at)
    if key == "in" and words.next_key(at + 1) == "the" and (part := words.next_key(at + 2)) in PARTS:
        return part, at + 3
    if key == "at" and words.next_key(at + 1) == "night":
        return "night", at + 2
    return "night" if key == "tonight" else "", at


def part_of_day(words: Words, at: int, moment: Moment) -> Found:
    """`evening`, `noon`; with a clock behind it (`evening at 5`) that is the time."""
    key = words.key(at)
    if key in FIXED:
        return Place(at).time(at + 1, FIXED[key], Sort.PART, Strength.BARE)
    return _part(words, at, at, moment)


def in_the_part(words: Words, at: int, moment: Moment) -> Found:
    """`in the morning`, `at night`"""
    part = at + (2 if words.next_key(at + 1) == "the" else 1)
    is_part = words.next_key(part) in PARTS and (part > at + 1 or words.key(at) == "at")
    return _part(words, at, part, moment) if is_part else None


def part_of_a_day(words: Words, at: int, moment: Moment) -> Found:
    """`this evening (at 8)`; but `last night` is over."""
    if words.next_key(at + 1) not in PARTS:
        return None
    found = _part(words, at, at + 1, moment)
    when = When(moment.today, found.when.at)
    return found._replace(kind=Kind.DAY, when=when, strength=Strength.FULL)


def _part(words: Words, first: int, at: int, moment: Moment) -> Reading:
    key, exact = words.key(at), at + 2
    has_more = words.next_key(at + 1) in AT and words.next_key(exact)
    found = (written(words, exact) or plain(words, exact)) if has_more else None
    if found and found.hour <= 23 and found.minute <= 59:
        return Place(first).time(
            found.last, time(hour_of(found, key), found.minute), Sort.PART, Strength.BARE
        )
    return Place(first).time(at + 1, time_of_part(key, moment.settings), Sort.PART, Strength.BARE)


def time_of_part(part: str, settings: Settings) -> time:
    return {
        "morning": settings.morning,
        "afternoon": settings.afternoon,
        "evening": settings.evening,
    }.get(part, settings.night)


FIRST_WORDS = {
    **dict.fromkeys(AT, (at_clock, in_the_part)),
    "in": (in_the_part,),
    **dict.fromkeys((*PARTS, *FIXED), (part_of_day,)),
    "this": (part_of_a_day,),
}
