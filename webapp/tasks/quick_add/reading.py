"""A reading: what some words of a line may mean, and where it is strong enough to count."""

from datetime import date, time, timedelta
from enum import IntEnum
from typing import NamedTuple

from .parsed import Kind, When


class Strength(IntEnum):
    """Where a reading counts (rule 5 of docs/quick-add.md)."""

    ALONE = 1  # only on a line that holds nothing else, where no title can suffer
    LED = 2  # also after a leading word such as `on` or `by`
    SHORT = 3  # also as the last words of the line
    BARE = 4  # also at the very start before a comma, colon or dash
    FULL = 5  # anywhere


class Sort(IntEnum):
    """What a reading is made of, where guards ask."""

    NAMED = 1  # today, tomorrow
    WEEKDAY = 2
    MONTH = 3
    DATE = 4  # 27 nov
    NUMERIC = 5  # 27/11
    ORDINAL = 6  # 27th
    PERIOD = 7  # next week
    OFFSET = 8  # in 3 days
    CLOCK = 9  # 16:00
    HOUR = 10  # at 4
    PART = 11  # evening
    RHYTHM = 12
    LENGTH = 13  # for 45 min


class Reading(NamedTuple):
    """Words `first` to `last` (exclusive) and what they may mean."""

    first: int
    last: int
    kind: Kind
    when: When
    strength: Strength
    sort: Sort
    length: timedelta | None = None


class Impossible(NamedTuple):
    """Words that look like a date or a time that does not exist."""

    first: int
    last: int
    reason: str


Found = Reading | Impossible | None


class Place(NamedTuple):
    """Where in the line a recogniser stands: shortens what they all say."""

    first: int

    def day(self, last: int, day: date | None, sort: Sort, strength: Strength = Strength.FULL) -> Found:
        if day is None:
            return Impossible(self.first, last, "That is beyond the calendar.")
        return Reading(self.first, last, Kind.DAY, When(day), strength, sort)

    def time(self, last: int, at: time, sort: Sort, strength: Strength = Strength.FULL) -> Reading:
        return Reading(self.first, last, Kind.TIME, When(None, at), strength, sort)
