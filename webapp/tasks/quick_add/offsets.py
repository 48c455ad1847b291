"""Days counted from now: `in 3 days`, `+2 weeks`, `3 days ago`, `in an hour`."""

import re
from datetime import date, timedelta

from .parsed import Kind, When
from .reading import Found, Impossible, Place, Reading, Sort, Strength
from .reckoning import Moment, after
from .vocabulary import NUMBERS, ONE, UNITS
from .words import Words

UNIT_NAMES = "|".join(sorted(UNITS, key=len, reverse=True))
AMOUNT = re.compile(r"\+?([0-9]{1,4})")
GLUED = re.compile(rf"\+?([0-9]{{1,4}})({UNIT_NAMES})")
DECIMAL = re.compile(r"\+?([0-9]{1,3})[.,]([0-9]{1,2})(h|hr|hrs)?")
APPROXIMATELY = {"about", "around"}
CLOCKED = {"hours", "minutes"}
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
    """How many words an amount takes, and what it is."""
    if glued := GLUED.fullmatch(key[:20]):
        return 1, (int(glued[1]), UNITS[glued[2]])
    if decimal := DECIMAL.fullmatch(key[:12]):
        return _hours(words, at, decimal)
    if key in ONE and words.next_key(at + 1) == "couple":
        return _couple(words, at)
    if key == "half" and words.next_key(at + 1) in ONE:
        return (3, (30, "minutes")) if UNITS.get(words.next_key(at + 2)) == "hours" else (0, None)
    number = AMOUNT.fullmatch(key)
    amount = int(number[1]) if number else 1 if key in ONE else NUMBERS.get(key)
    name = words.next_key(at + 1) if amount is not None else ""
    unit = UNITS.get(name) if number or len(name) > 1 else None
    return (2, (amount or 0, unit)) if unit else (0, None)


def _hours(words: Words, at: int, decimal: re.Match[str]) -> tuple[int, tuple[int, str] | None]:
    """`1.5 hours`: of other units there are no halves."""
    length = 1 if decimal[3] else 2
    if length == 2 and UNITS.get(words.next_key(at + 1)) != "hours":
        return 0, None
    return length, (round(float(f"{decimal[1]}.{decimal[2]}") * 60), "minutes")


def _couple(words: Words, at: int) -> tuple[int, tuple[int, str] | None]:
    of = at + 2 + (words.next_key(at + 2) == "of")
    unit = UNITS.get(words.next_key(of))
    return (of + 1 - at, (2, unit)) if unit else (0, None)


def in_amounts(words: Words, at: int, moment: Moment) -> Found:
    """`in 3 days`, `in an hour`, `in half an hour`, `in 3 weeks from tomorrow`."""
    last, found = amounts(words, at + 1 + (words.next_key(at + 1) in APPROXIMATELY))
    if not found:
        return None
    last += _afterthought(words, last)
    if words.next_key(last) == "from" and (days := BASES.get(words.next_key(last + 1))) is not None:
        return _counted(at, last + 2, [*found, (days, "days")], moment)
    return _counted(at, last, found, moment)


def _afterthought(words: Words, at: int) -> int:
    """How many words `or so`, `or two` and `time` take: `in a week or two`, `in 2 weeks time`."""
    if words.key(at) == "time" and words.behind(at - 1) in {"", "'", "’"}:
        return 1
    behind = words.next_key(at + 1) if words.next_key(at) == "or" else ""
    return 2 * (behind == "so" or behind in NUMBERS or behind.isdigit())


def plus_amounts(words: Words, at: int, moment: Moment) -> Found:
    """`+3 days`"""
    last, found = amounts(words, at)
    return _counted(at, last, found, moment) if found else None


def amounts_first(words: Words, at: int, moment: Moment) -> Found:
    """`3 days ago`, `2 hours from now`; `2 weeks after` looks for its day, and nothing else is a date."""
    last, found = amounts(words, at)
    if not found:
        return None
    behind = words.next_key(last)
    if behind == "ago":
        return _counted(at, last + 1, [(-amount, unit) for amount, unit in found], moment)
    if behind == "from" and (days := BASES.get(words.next_key(last + 1))) is not None:
        return _counted(at, last + 2, [*found, (days, "days")], moment)
    if behind == "hence":
        return _counted(at, last + 1, found, moment)
    return _counted(at, last, found, moment) if behind in {"after", "before"} else None


def shifted(words: Words, base: Reading, at: int) -> Found:
    """`2 days after next friday`: the amounts at `at` counted from a day that was read behind them."""
    last, found = amounts(words, at)
    sign = -1 if words.key(last) == "before" else 1
    day: date | None = base.when.day
    for amount, unit in found:
        day = day and after(day, sign * amount, unit) if unit not in CLOCKED else None
    return Place(at).day(base.last, day, Sort.OFFSET) if day else None


def within(words: Words, at: int, moment: Moment) -> Found:
    """`within 2 weeks` says how long something may take: a date only alone on a line."""
    return _alone(in_amounts(words, at, moment))


def _alone(found: Found) -> Found:
    return found._replace(strength=Strength.ALONE) if isinstance(found, Reading) else None


def _counted(first: int, last: int, found: Amounts, moment: Moment) -> Found:
    span = timedelta()
    day = moment.today
    for amount, unit in found:
        if unit in CLOCKED:
            span += timedelta(**{unit: amount})
            continue
        later = after(day, amount, unit)
        if later is None:
            return Impossible(first, last, "That is beyond the calendar.")
        day = later
    if not any(unit in CLOCKED for _, unit in found):
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
    **dict.fromkeys((*ONE, *NUMBERS, "half"), (amounts_first,)),
}
