"""Days written in numbers: `27/1`, `27.1.2027`, `2027-01-27`."""

import re
from datetime import time

from .parsed import When
from .reading import Found, Impossible, Place, Reading, Sort, Strength
from .reckoning import Moment, day_of, full_year, next_month_and_day
from .words import Words

ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
ISO_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})t([0-9]{2}):([0-9]{2})(?::[0-9]{2})?")
YEAR_FIRST = re.compile(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")
SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}|[0-9]{2}))?")
DASHED = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4}|[0-9]{2})")
DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})|([0-9]{2})\.([0-9]{2})\.([0-9]{2})")
DAY_AND_MONTH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
# What people write for always open, and never mean as a day.
IDIOMS = {"24/7", "7/24"}
MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def in_numbers(words: Words, at: int, moment: Moment) -> Found:
    """ISO counts anywhere; dots are day, month and year; slashes are in the person's order."""
    key = words.key(at)
    if found := ISO_TIME.fullmatch(key):
        return _to_the_minute(words, at, found)
    if found := ISO.fullmatch(key) or YEAR_FIRST.fullmatch(key):
        place = exactly(words, (at, at + 1), (int(found[1]), int(found[2]), int(found[3])))
        return place if "-" in key else _weaker(place)
    if found := DOTTED.fullmatch(key):
        day, month, year = (part for part in found.groups() if part)
        return _weaker(exactly(words, (at, at + 1), (full_year(year), int(month), int(day))))
    if words.behind(at)[:1] == "." and (found := DAY_AND_MONTH.fullmatch(key)):
        return _weaker(_without_year(words, at, (int(found[2]), int(found[1])), moment), Strength.LED)
    return _slashed(words, at, moment)


def _to_the_minute(words: Words, at: int, found: re.Match[str]) -> Found:
    """`2027-01-27T16:00`"""
    year, month, day, hour, minute = (int(part) for part in found.groups())
    place = exactly(words, (at, at + 1), (year, month, day))
    if hour > 23 or minute > 59 or not isinstance(place, Reading):
        return Impossible(at, at + 1, f"There is no {words.text(at, at + 1)}.")
    return place._replace(when=When(place.when.day, time(hour, minute)))


def _slashed(words: Words, at: int, moment: Moment) -> Found:
    key = words.key(at)
    found = None if key in IDIOMS else SLASHED.fullmatch(key) or DASHED.fullmatch(key)
    if not found:
        return None
    month, day = _in_order(int(found[1]), int(found[2]), moment.settings.day_first)
    if found[3]:
        is_code = "-" in key and len(found[3]) == 2
        exact = exactly(words, (at, at + 1), (full_year(found[3]), month, day))
        return _weaker(exact, Strength.LED if is_code else Strength.SHORT)
    return _weaker(_without_year(words, at, (month, day), moment))


def _in_order(first: int, second: int, day_first: bool) -> tuple[int, int]:
    """Month and day: as the person writes them, unless only the other order can be."""
    if second > 12 >= first:
        return first, second
    if first > 12 >= second:
        return second, first
    return (second, first) if day_first else (first, second)


def _without_year(words: Words, at: int, parts: tuple[int, int], moment: Moment) -> Found:
    month, day = parts
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return to_come(words, (at, at + 1), parts, moment)


def _weaker(found: Found, strength: Strength = Strength.SHORT) -> Found:
    if found is None or isinstance(found, Impossible):
        return found
    return found._replace(strength=strength, sort=Sort.NUMERIC)


def exactly(words: Words, place: tuple[int, int], parts: tuple[int, int, int]) -> Found:
    """The day of a year, a month and a number, said by the words from place to place."""
    first, last = place
    day = day_of(*parts)
    if day is None:
        return Impossible(first, last, f"There is no {words.text(first, last)}.")
    return Place(first).day(last, day, Sort.DATE)


def to_come(words: Words, place: tuple[int, int], parts: tuple[int, int], moment: Moment) -> Found:
    """The next day to come of a month and a number."""
    first, last = place
    month, number = parts
    if not 1 <= number <= MONTH_LENGTHS[month - 1]:
        return Impossible(first, last, f"There is no {words.text(first, last)}.")
    return Place(first).day(last, next_month_and_day(moment.today, month, number), Sort.DATE)
