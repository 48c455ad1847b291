"""How long something takes: `for 45 min`, which counts right behind a time."""

from datetime import timedelta

from .offsets import CLOCKED, amounts
from .parsed import Kind, When
from .reading import Found, Reading, Sort, Strength
from .reckoning import Moment
from .words import Words

LONGEST = timedelta(days=1)


def duration(words: Words, at: int, _moment: Moment) -> Found:
    """`for 45 min`, `for 1h 30m`, `for an hour`, `for half an hour`: up to a day."""
    last, length = _length(words, at + 1)
    if not timedelta() < length <= LONGEST:
        return None
    return Reading(at, last, Kind.DURATION, When(), Strength.LED, Sort.LENGTH, length)


def _length(words: Words, at: int) -> tuple[int, timedelta]:
    last, found = amounts(words, at)
    if any(unit not in CLOCKED for _, unit in found):
        return last, timedelta()
    return last, sum((timedelta(**{unit: amount}) for amount, unit in found), timedelta())


FIRST_WORDS = {"for": (duration,)}
