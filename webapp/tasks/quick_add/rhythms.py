"""Phrases of recurrence, as Todoist's: `every mon, thu at 18:00`, `every! 3 days`, `weekly until june`.

They are recognised whole, with what bounds them, and not yet understood.
"""

import re

from .parsed import Kind, When
from .reading import Found, Reading, Sort, Strength
from .reckoning import Moment
from .times import FIXED, OCLOCK, PARTS
from .vocabulary import MONTHS, NUMBERS, ONE, UNITS, WEEKDAYS, each
from .words import Words

EVERY = {"every", "each", "ev"}
ONE_WORD = each(
    "daily weekly biweekly fortnightly monthly bimonthly quarterly yearly annually hourly "
    "biannually biennially everyday"
)
PLURAL_DAYS = {f"{day}s" for day in WEEKDAYS if len(day) > 5}
ORDINALS = {"first", "second", "third", "fourth", "fifth", "last", "other"}
PERIODS = {
    *UNITS,
    *each("weekday weekdays weekend weekends workday workdays quarter quarters fortnight"),
}
NUMBERED = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)?")
DAY_NUMBER = re.compile(r"(?:[12]?[0-9]|3[01])(st|nd|rd|th)?")
CLOCKED = re.compile(r"[0-9]{1,2}(?::[0-9]{2}|h[0-9]{0,2}|(?::?[0-9]{2})?[ap]\.?m)")
DATED = re.compile(
    r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[.][0-9]{1,2}(?:[.][0-9]{2,4})?"
)
TIMES = re.compile(r"([0-9]{1,3})x")
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}|9999")
WEEKDAY_RANGE = re.compile("({0})-({0})".format("|".join(WEEKDAYS)))
COUNTS = {"times", "occurrences", "time"}
# Words that go on with a phrase, if one of its own words follows.
JOINING = {"on", "at", "of", "in", "and", "&", "the", "from", "to", "for", "day", "next", "up", "@", "week"}
BOUNDS = {"starting", "until", "till", "ending", "except", "start", "end"}
RELATIVE_DAYS = {"today", "tomorrow", "tom", "tmr", "tonight", "weekend"}
NO_OBJECTS = {"am", "pm", "twice", "once", "instance"}
OWN = {*WEEKDAYS, *PLURAL_DAYS, *MONTHS, *PERIODS, *ORDINALS, *PARTS, *FIXED, *OCLOCK}
OWN |= {"month", "week", "year", *NO_OBJECTS}
BEFORE_OF = {*ORDINALS, *WEEKDAYS, "the", "and", "to", "day", "beginning", "begin", "start", "end"}
BEFORE_OF |= {f"{number}{ending}" for number in range(1, 32) for ending in ("st", "nd", "rd", "th")}
MOST_BEFORE_OF = 8
MOST_WORDS = 24


def every(words: Words, at: int, _moment: Moment) -> Found:
    """`every 3 days`, `every! other fri`, `each 27th`: the next words must say what."""
    start = at + 1
    last = start + (words.key(start) in {"other"} or _is_number(words.key(start)))
    if not _has_object(words, start) or words.behind(at) not in {"", "!"}:
        return None
    if (
        last > start
        and (not _is_own(words, last) or words.key(last) in NO_OBJECTS)
        and not _is_date_number(words, start)
    ):
        return None
    return _rhythm(at, _end(words, last if _is_own(words, last) else start + 1), Strength.FULL)


def _has_object(words: Words, at: int) -> bool:
    """What is every time: but `each once`, `each instance` and `each may contain` speak of other things."""
    key = words.key(at)
    if key in NO_OBJECTS or (key in {"may", "march"} and words.next_key(at + 1).isalpha()):
        return False
    return _is_own(words, at) or _is_number(key)


def _is_date_number(words: Words, at: int) -> bool:
    """`every 27th`, `every 2, 15, 27`; but `every 3 musketeers` are counted."""
    number = DAY_NUMBER.fullmatch(words.key(at))
    behind = words.next_key(at + 1)
    is_counting = bool(number and not number[1] and behind.isalpha())
    return number is not None and not (is_counting and behind not in JOINING and behind not in BOUNDS)


def _is_number(key: str) -> bool:
    return key in NUMBERS or key in ORDINALS or bool(NUMBERED.fullmatch(key))


def nth_of_every(words: Words, at: int, moment: Moment) -> Found:
    """`the 4th of every 3 months`, `2nd and last fri of each month`, `beginning of each month`."""
    of = next((last for last in range(at, at + MOST_BEFORE_OF) if words.key(last) not in BEFORE_OF), at)
    is_led = of > at and words.next_key(of) == "of" and words.next_key(of + 1) in EVERY
    found = every(words, of + 1, moment) if is_led else None
    return found._replace(first=at) if isinstance(found, Reading) else None


def once(words: Words, at: int, moment: Moment) -> Found:
    """`once a week`, `once every 3 days`"""
    if words.next_key(at + 1) in EVERY:
        found = every(words, at + 1, moment)
        return found._replace(first=at, strength=Strength.SHORT) if isinstance(found, Reading) else None
    if words.next_key(at + 1) in ONE and words.next_key(at + 2) in PERIODS:
        return _rhythm(at, _end(words, at + 3), Strength.SHORT)
    return None


def one_word(words: Words, at: int, _moment: Moment) -> Found:
    """`weekly`, `monthly on the 1st`: as the last words or after a leading word."""
    return _rhythm(at, _end(words, at + 1), Strength.SHORT)


def plural(words: Words, at: int, _moment: Moment) -> Found:
    """`tuesdays and thursdays`, `weekdays`: alone on a line."""
    return _rhythm(at, _end(words, at + 1), Strength.ALONE)


def after_completion(words: Words, at: int, _moment: Moment) -> Found:
    """`after 3 days`: so long after it was last done."""
    number, unit = words.next_key(at + 1), words.next_key(at + 2)
    is_amount = bool(re.fullmatch(r"[0-9]{1,3}", number)) or number in NUMBERS or number in ONE
    return _rhythm(at, at + 3, Strength.SHORT) if is_amount and unit in UNITS else None


def _rhythm(first: int, last: int, strength: Strength) -> Reading:
    return Reading(first, last, Kind.RECURRENCE, When(), strength, Sort.RHYTHM)


def _end(words: Words, last: int) -> int:
    """Where the phrase ends: at the last of its own words that follow each other or are joined."""
    at = last
    for _ in range(MOST_WORDS):
        key = words.next_key(at)
        if _is_own(words, at) or _is_counted(words, at):
            at = last = at + 1
        elif key in JOINING or key in BOUNDS:
            at += 1
        else:
            break
    return last


def _is_own(words: Words, at: int) -> bool:
    key = words.next_key(at)
    if not key:
        return False
    if key in OWN or WEEKDAY_RANGE.fullmatch(key[:20]):
        return True
    if key in RELATIVE_DAYS:
        return words.key(at - 1) in JOINING or words.key(at - 1) in BOUNDS
    if words.key(at - 1) == "except" and (key in EVERY or key in ONE_WORD):
        return True
    if not key[0].isdigit() or not key.isascii():
        return key in NUMBERS and words.next_key(at + 1) in {*PERIODS, *COUNTS}
    patterns = (NUMBERED, CLOCKED, DATED, TIMES, YEAR)
    return any(pattern.fullmatch(key[:12]) for pattern in patterns) and _is_of_the_phrase(words, at)


def _is_of_the_phrase(words: Words, at: int) -> bool:
    """A plain number belongs to a phrase only beside one of its words: `on the 4 tables` does not."""
    key, before, behind = words.key(at), words.key(at - 1), words.next_key(at + 1)
    if not key.isdigit() or YEAR.fullmatch(key):
        return True
    led = {*EVERY, *MONTHS, "at", "@", "the", "day", "week", "and", "for", "on"}
    is_list = words.behind(at - 1) == "," and before[:1].isdigit()
    return before in led or is_list or behind in {*PERIODS, *COUNTS, *MONTHS, *OCLOCK, "am", "pm"}


def _is_counted(words: Words, at: int) -> bool:
    """`10 times`: the number was seen, this is its word."""
    return words.next_key(at) in COUNTS and _is_number(words.key(at - 1))


FIRST_WORDS = {
    **dict.fromkeys(EVERY, (every,)),
    **dict.fromkeys(ONE_WORD, (one_word,)),
    **dict.fromkeys((*PLURAL_DAYS, "weekdays", "weekends"), (plural,)),
    "after": (after_completion,),
    "once": (once,),
    **dict.fromkeys(("the", "beginning", "begin", "start", "end", *ORDINALS), (nth_of_every,)),
}
