"""Days counted from now: `in 3 days`, `+2 weeks`, `3 days ago`, `in an hour`."""

import re
from datetime import timedelta

from .parsed import Kind, When
from .reading import Found, Impossible, Place, Reading, Sort, Strength
from .reckoning import Moment, after
from .vocabulary import NUMBERS, ONE, UNITS
from .words import Words

UNIT_NAMES = "|".join(sorted(UNITS, key=len, reverse=True))
AMOUNT = re.compile(r"\+?([0-9]{1,4})")
GLUED = re.compile(rf"\+?([0-9]{{1,4}})({UNIT_NAMES})")
MOST_PARTS = 6
BASES = {"now": 0, "today": 0, "tomorrow": 1}

Amounts = list[tuple[int, str]]


def amounts(words: Words, at: int) -> tuple[int, Amounts]:
    """`3 days`, `an hour`, `1d, 2hr and 5min`: where they end, and what they are."""
    found: Amounts = []
    last = at
    while len(found) < MOST_PARTS:
        start = last + (bool(found) and words.next_key(last) == "and")
        length, amount = _amount(words, start, words.next_key(start) if found else words.key(start))
        if not amount:
            break
        found.append(amount)
        last = start + length
    return last, found


def _amount(words: Words, at: int, key: str) -> tuple[int, tuple[int, str] | None]:
    if glued := GLUED.fullmatch(key[:20]):
        return 1, (int(glued[1]), UNITS[glued[2]])
    number = AMOUNT.fullmatch(key)
    amount = int(number[1]) if number else 1 if key in ONE else NUMBERS.get(key)
    if key in ONE and words.next_key(at + 1) == "couple":
        return _couple(words, at)
    unit = UNITS.get(words.next_key(at + 1)) if amount is not None else None
    return (2, (amount or 0, unit)) if unit else (0, None)


def _couple(words: Words, at: int) -> tuple[int, tuple[int, str] | None]:
    of = at + 2 + (words.next_key(at + 2) == "of")
    unit = UNITS.get(words.next_key(of))
    return (of + 1 - at, (2, unit)) if unit else (0, None)


def in_amounts(words: Words, at: int, moment: Moment) -> Found:
    """`in 3 days`, `in an hour`, `in half an hour`, `in 3 weeks from tomorrow`."""
    if words.next_key(at + 1) == "half" and words.next_key(at + 2) in ONE:
        is_hour = UNITS.get(words.next_key(at + 3)) == "hours"
        return _counted(at, at + 4, [(30, "minutes")], moment) if is_hour else None
    last, found = amounts(words, at + 1)
    if not found:
        return None
    if words.next_key(last) == "from" and (days := BASES.get(words.next_key(last + 1))) is not None:
        return _counted(at, last + 2, [*found, (days, "days")], moment)
    return _counted(at, last, found, moment)


def plus_amounts(words: Words, at: int, moment: Moment) -> Found:
    """`+3 days`"""
    last, found = amounts(words, at)
    return _counted(at, last, found, moment) if found else None


def amounts_first(words: Words, at: int, moment: Moment) -> Found:
    """`3 days ago`, `2 hours from now`; alone on a line also `3 days`."""
    last, found = amounts(words, at)
    if not found:
        return None
    behind = words.next_key(last)
    if behind == "ago":
        return _counted(at, last + 1, [(-amount, unit) for amount, unit in found], moment)
    if behind == "from" and (days := BASES.get(words.next_key(last + 1))) is not None:
        return _counted(at, last + 2, [*found, (days, "days")], moment)
    if behind in {"later", "hence"}:
        return _alone(_counted(at, last + 1, found, moment))
    return _alone(_counted(at, last, found, moment))


def within(words: Words, at: int, moment: Moment) -> Found:
    """`within 2 weeks` says how long something may take: a date only alone on a line."""
    return _alone(in_amounts(words, at, moment))


def _alone(found: Found) -> Found:
    return found._replace(strength=Strength.ALONE) if isinstance(found, Reading) else None


def _counted(first: int, last: int, found: Amounts, moment: Moment) -> Found:
    span = timedelta()
    day = moment.today
    for amount, unit in found:
        if unit in {"hours", "minutes"}:
            span += timedelta(**{unit: amount})
            continue
        later = after(day, amount, unit)
        if later is None:
            return Impossible(first, last, "That is beyond the calendar.")
        day = later
    if not any(unit in {"hours", "minutes"} for _, unit in found):
        return Place(first).day(last, day, Sort.OFFSET)
    return _clocked(first, last, (day - moment.today) + span, moment)


def _clocked(first: int, last: int, span: timedelta, moment: Moment) -> Found:
    then = moment.later(span)
    if then is None:
        return Impossible(first, last, "That is beyond the calendar.")
    when = When(then.date(), then.time())
    return Reading(first, last, Kind.DAY, when, Strength.FULL, Sort.OFFSET)


FIRST_WORDS = {
    "in": (in_amounts,),
    "within": (within,),
    **dict.fromkeys((*ONE, *NUMBERS), (amounts_first,)),
}
