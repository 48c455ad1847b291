"""Days of months: `27 nov`, `jan 27 2027`, `27th`, `2nd fri of feb`."""

import re
from datetime import date

from .numerals import exactly, in_numbers, to_come
from .reading import Found, Place, Reading, Sort, Strength
from .reckoning import Moment, day_of, full_year, next_month, next_month_and_day, next_number, nth_weekday
from .vocabulary import ABBREVIATIONS, MONTHS, SPELT, WEEKDAYS
from .words import Words

MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
ORDINAL = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)")
NUMBER = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}|9999")
GLUED = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?[-/]?({MONTH_NAMES})(?:[-/]([0-9]{{4}}|[0-9]{{2}}))?")
MONTH_GLUED = re.compile(rf"({MONTH_NAMES})([0-9]{{1,2}})")
NTH = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "first": 1, "second": 2, "third": 3, "last": -1}


def spelt(words: Words, at: int, moment: Moment) -> Found:
    """`the fourth of july`: a name as often as a date, so it counts only alone on a line."""
    start = at + (words.key(at) == "the")
    number = SPELT.get(words.key(start))
    of = start + 1 + (words.next_key(start + 1) == "of")
    month = MONTHS.get(words.next_key(of))
    found = _dated(words, (at, of + 1), month, number, moment) if number and month else None
    return _alone(found)


def _alone(found: Found) -> Found:
    return found._replace(strength=Strength.ALONE) if isinstance(found, Reading) else None


def month_first(words: Words, at: int, moment: Moment) -> Found:
    """`jan 27(th)( 2027)`, `january the 27th`, `january 2027`, and a month alone: its 1st."""
    month = MONTHS[words.key(at)]
    number = at + 1 + (words.next_key(at + 1) == "the")
    key = words.next_key(number)
    if found := NUMBER.fullmatch(key):
        return _dated(words, (at, number + 1), month, int(found[1]), moment)
    if key in SPELT:
        return _alone(_dated(words, (at, number + 1), month, SPELT[key], moment))
    if YEAR.fullmatch(key) and number == at + 1:
        return Place(at).day(at + 2, day_of(int(key), month, 1), Sort.MONTH, Strength.BARE)
    strength = Strength.SHORT if words.key(at) in ABBREVIATIONS else Strength.BARE
    return Place(at).day(at + 1, next_month_and_day(moment.today, month, 1), Sort.MONTH, strength)


def numbered(words: Words, at: int, moment: Moment) -> Found:
    """What begins with a digit: `27th`, `27 jan`, `27jan`, `27/1/2027`, `2027-01-27`."""
    key = words.key(at)
    if number := NUMBER.fullmatch(key):
        return _number_first(words, (at, at), int(number[1]), moment)
    return in_numbers(words, at, moment) or _glued(words, at, moment) or _year_first(words, at)


def _year_first(words: Words, at: int) -> Found:
    """`2018 march 18`"""
    month, number = MONTHS.get(words.next_key(at + 1)), NUMBER.fullmatch(words.next_key(at + 2))
    if not (month and number and YEAR.fullmatch(words.key(at))):
        return None
    return exactly(words, (at, at + 3), (int(words.key(at)), month, int(number[1])))


def the_numbered(words: Words, at: int, moment: Moment) -> Found:
    """`the 27th (of january)`"""
    number = ORDINAL.fullmatch(words.next_key(at + 1))
    return _number_first(words, (at, at + 1), int(number[1]), moment) if number else None


def _number_first(words: Words, place: tuple[int, int], number: int, moment: Moment) -> Found:
    first, at = place
    of = at + 1 + (words.next_key(at + 1) == "of")
    month = MONTHS.get(words.next_key(of))
    if month:
        return _dated(words, (first, of + 1), month, number, moment)
    if of > at + 1 and (found := _of_next_month(words, (first, of), number, moment)):
        return found
    if not ORDINAL.fullmatch(words.key(at)) or not 1 <= number <= 31:
        return None
    strength = Strength.LED if first < at else Strength.SHORT
    return Place(first).day(at + 1, next_number(moment.today, number), Sort.ORDINAL, strength)


def _of_next_month(words: Words, place: tuple[int, int], number: int, moment: Moment) -> Found:
    """`20th of (the) next month`"""
    first, at = place
    at += words.next_key(at) == "the"
    month = next_month(moment.today)
    if not month or words.next_key(at) != "next" or words.next_key(at + 1) != "month":
        return None
    day = day_of(month.year, month.month, number)
    return Place(first).day(at + 2, day, Sort.DATE) if day else None


def _dated(words: Words, place: tuple[int, int], month: int, number: int, moment: Moment) -> Found:
    """A day and a month are there; perhaps a year behind them. More than 31 is no day to begin with."""
    first, last = place
    if not 1 <= number <= 31:
        return None
    year = words.next_key(last)
    if YEAR.fullmatch(year):
        return exactly(words, (first, last + 1), (int(year), month, number))
    return to_come(words, place, (month, number), moment)


def _glued(words: Words, at: int, moment: Moment) -> Found:
    """`15sep`, `09-jan-2017`"""
    found = GLUED.fullmatch(words.key(at)[:20])
    if not found:
        return None
    number, month = int(found[1]), MONTHS[found[2]]
    if found[3]:
        return exactly(words, (at, at + 1), (full_year(found[3]), month, number))
    return _dated(words, (at, at + 1), month, number, moment)


def glued_month(words: Words, at: int, moment: Moment) -> Found:
    """`feb13`"""
    found = MONTH_GLUED.fullmatch(words.key(at)[:20])
    return _dated(words, (at, at + 1), MONTHS[found[1]], int(found[2]), moment) if found else None


def nth_of_month(words: Words, at: int, moment: Moment) -> Found:
    """`2nd fri of feb 2027`, `last friday in october`"""
    start = at + (words.key(at) == "the")
    nth, weekday = NTH.get(words.key(start)), WEEKDAYS.get(words.next_key(start + 1))
    month = MONTHS.get(words.next_key(start + 3))
    if not nth or weekday is None or not month or words.next_key(start + 2) not in {"of", "in"}:
        return None
    year = words.next_key(start + 4)
    if YEAR.fullmatch(year):
        day = nth_weekday(int(year), month, weekday, nth)
        last = start + 5
    else:
        day, last = _next_nth(moment.today, (month, weekday, nth)), start + 4
    return Place(at).day(last, day, Sort.DATE) if day else None


def _next_nth(today: date, parts: tuple[int, int, int]) -> date | None:
    years = range(today.year, min(today.year + 9, date.max.year))
    days = (nth_weekday(year, *parts) for year in years)
    return next((day for day in days if day and day >= today), None)


FIRST_WORDS = {
    **dict.fromkeys(MONTHS, (month_first,)),
    **dict.fromkeys(SPELT, (spelt,)),
    "the": (nth_of_month, the_numbered, spelt),
    **dict.fromkeys(("first", "second", "third"), (nth_of_month, spelt)),
    "last": (nth_of_month,),
}
