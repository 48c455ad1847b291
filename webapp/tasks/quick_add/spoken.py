"""Times as they are spoken: `half past 4`, `a quarter to nine`, `20 minutes past 3pm`."""

import re
from datetime import time

from .reading import Found, Place, Sort, Strength
from .reckoning import Moment
from .times import FIXED, hour_of, plain, written
from .vocabulary import NUMBERS, ONE
from .words import Words

MINUTES = {"quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
NUMBER = re.compile(r"[1-5]?[0-9]")
DIRECTIONS = {"past": 1, "after": 1, "to": -1}


def spoken(words: Words, at: int, _moment: Moment) -> Found:
    """Minutes past or to an hour: as the last words, or after a leading word such as `at`."""
    start = at + (words.key(at) in ONE)
    minutes = _minutes(words.key(start))
    if minutes is None:
        return None
    middle = start + 1 + (words.next_key(start + 1) in {"minutes", "min"})
    direction = DIRECTIONS.get(words.next_key(middle))
    is_bare_number = words.key(start)[:1].isdigit() and middle == start + 1
    hour = _hour(words, middle + 1) if direction and not is_bare_number else None
    if hour is None:
        return None
    last, on = hour
    minute = (on.hour * 60 + minutes * (direction or 0)) % (24 * 60)
    return Place(at).time(last, time(*divmod(minute, 60)), Sort.CLOCK, Strength.SHORT)


def _minutes(key: str) -> int | None:
    return int(key) if NUMBER.fullmatch(key) else MINUTES.get(key)


def _hour(words: Words, at: int) -> tuple[int, time] | None:
    """The hour that is spoken of, and where it ends."""
    key = words.next_key(at)
    if key in FIXED:
        return at + 1, FIXED[key]
    if number := NUMBERS.get(key):
        return at + 1, time(number + 12 * (number <= 6) if number < 12 else 12)
    found = (written(words, at) or plain(words, at)) if key else None
    if found is None or found.hour > 23 or found.minute:
        return None
    return found.last, time(hour_of(found, ""))


FIRST_WORDS = dict.fromkeys((*MINUTES, *ONE), (spoken,))
