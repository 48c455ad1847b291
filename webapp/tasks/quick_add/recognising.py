"""All that may be a date, a time or a rhythm, wherever it stands."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from . import days, durations, months, offsets, rhythms, spoken, times
from .placing import WITH_DATES, WITH_TIMES
from .reading import Found, Impossible, Reading, Sort, Strength
from .reckoning import Moment
from .times import HALVES
from .vocabulary import LEADING, MONTHS, UNITS, WEEKDAYS
from .words import Words

EARLIEST, TOO_EARLY = date(1900, 1, 1), "Nothing is planned for a day before 1900."
Recogniser = Callable[[Words, int, Moment], Found]

NUMBERED: tuple[Recogniser, ...] = (times.clock, months.numbered, offsets.amounts_first)
ORDINAL: tuple[Recogniser, ...] = (months.numbered, months.nth_of_month, rhythms.nth_of_every)
DATED: tuple[Recogniser, ...] = (months.numbered,)
REPEATED_BY_WEEKDAYS = {Sort.DATE, Sort.NUMERIC, Sort.ORDINAL}
# Words inside of dates and before them that begin none.
INNER_WORDS = {
    *rhythms.OWN,
    *rhythms.RELATIVE_DAYS,
    *rhythms.JOINING,
    *rhythms.BOUNDS,
    *rhythms.COUNTS,
    *LEADING,
    *WITH_DATES,
    *WITH_TIMES,
}
INNER_WORDS |= {
    *UNITS,
    *HALVES,
    *spoken.DIRECTIONS,
    "half",
    "couple",
    "ago",
    "now",
    "before",
    "beginning",
    "hence",
    "about",
    "}",
}


def _joined(tables: Iterable[Mapping[str, tuple[Recogniser, ...]]]) -> dict[str, tuple[Recogniser, ...]]:
    by_word: dict[str, tuple[Recogniser, ...]] = {}
    for table in tables:
        for word, recognisers in table.items():
            by_word[word] = (*by_word.get(word, ()), *recognisers)
    return by_word


BY_FIRST_WORD = _joined(
    module.FIRST_WORDS for module in (days, months, offsets, times, spoken, durations, rhythms)
)


def _by_next_word(table: Mapping[Recogniser, Iterable[str]]) -> dict[str, tuple[Recogniser, ...]]:
    return _joined({word: (recognise,)} for recognise, words in table.items() for word in words)


# What a bare number may begin is seen from the word behind it.
BY_NEXT_WORD = _by_next_word(
    {
        times.clock: {*HALVES, *times.OCLOCK, "in", "at", "tonight"},
        months.numbered: {*MONTHS, "of"},
        offsets.amounts_first: UNITS,
        spoken.spoken: {"minutes", "min"},
    }
)


def longest(
    words: Words, at: int, moment: Moment, least: Strength = Strength.ALONE
) -> Reading | Impossible | None:
    """The longest reading that begins here; of equal ones the first that is possible."""
    found = [
        reading
        for recognise in _recognisers(words, at)
        if (reading := recognise(words, at, moment))
        if isinstance(reading, Impossible) or reading.strength >= least
    ]
    best = max(found, key=_weight, default=None)
    if not isinstance(best, Reading):
        return best
    if best.when.day and best.when.day < EARLIEST:
        return Impossible(best.first, best.last, TOO_EARLY)
    if best.sort is Sort.OFFSET and words.next_key(best.last) in {"after", "before"}:
        return _from_another_day(words, best, moment)
    return _with_weekday(words, best, moment)


def _weight(found: Reading | Impossible) -> tuple[int, bool]:
    return found.last, isinstance(found, Reading)


def _recognisers(words: Words, at: int) -> tuple[Recogniser, ...]:
    key = words.key(at)
    return BY_NEXT_WORD.get(words.next_key(at + 1), ()) if key.isdigit() else _by_shape(key)


def _by_shape(key: str) -> tuple[Recogniser, ...]:
    if not key or not key.isascii():
        return ()
    if key[0].isdigit():
        return ORDINAL if key[-1].isalpha() and months.ORDINAL.fullmatch(key) else NUMBERED
    if key[0] == "+":
        return (offsets.plus_amounts,)
    if key[0] == "@" and len(key) > 1:
        return (times.glued_at,)
    if key[-1].isdigit() and key.isalnum():
        return (months.glued_month,)
    return BY_FIRST_WORD.get(key, ())


def _from_another_day(words: Words, found: Reading, moment: Moment) -> Found:
    """`2 days after next friday`"""
    start = found.last + 1
    days = (recognise(words, start, moment) for recognise in _recognisers(words, start))
    base = next((day for day in days if isinstance(day, Reading) and day.when.day), None)
    return base and offsets.shifted(words, base, found.first)


def _with_weekday(words: Words, found: Reading, moment: Moment) -> Reading:
    """`fri, jul 18` and `jul 18, fri` are the day of the month: the weekday only repeats it."""
    behind = words.next_key(found.last)
    if found.sort is Sort.WEEKDAY and found.last == found.first + 1:
        for recognise in DATED if behind[:1].isdigit() else months.FIRST_WORDS.get(behind, ()):
            other = recognise(words, found.last, moment)
            if isinstance(other, Reading) and other.sort in REPEATED_BY_WEEKDAYS:
                return other._replace(first=found.first, strength=max(found.strength, other.strength))
    if found.sort is Sort.DATE and behind in WEEKDAYS and words.behind(found.last - 1) == ",":
        return found._replace(last=found.last + 1)
    return found


def is_date_word(key: str) -> bool:
    """Whether a word may be part of a date: such a word is what a backslash is for."""
    return bool(_by_shape(key)) or key in INNER_WORDS
