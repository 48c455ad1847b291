"""Titles come first: where the words of a date are the name of something (rule 5)."""

import re

from .lexicon import (
    ADJECTIVES,
    COUNTABLE_MONTHS,
    DETERMINERS,
    JOINERS,
    JOURNEYS,
    NAMES,
    NEVER_NOUNS,
    NOUNS_TOO,
    OFTEN,
    PARTS_OF_AN_HOUR,
    PERSONAL,
    PRONOUNS,
    RANGE,
    RATIOS,
    REFERENCES,
    RELATIVE,
    STREETS,
    TITLES_OF_PEOPLE,
    TO_PEOPLE,
)
from .parsed import Kind
from .reading import Reading, Sort, Strength
from .vocabulary import MONTHS, SPELT, WEEKDAYS
from .words import Words

MOST_BEFORE = 7
ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)")
COUNT_AND_MONTH = re.compile(r"[0-9]{1,2}")
BARE = {Sort.WEEKDAY, Sort.MONTH, Sort.PART, Sort.NAMED}


def is_a_name(words: Words, reading: Reading) -> bool:
    """Whether these words belong to the title, wherever they stand."""
    before = words.key(reading.first - 1)
    if words.behind(reading.first - 1) and before not in TITLES_OF_PEOPLE:
        before = _possessive(words, reading.first - 1)
    return _is_part_of_a_phrase(words, reading, before) or _is_named_after(words, reading, before)


def _possessive(words: Words, at: int) -> str:
    """`parents'` is a possessive; any other punctuation parts what stands before from what follows."""
    return f"{words.key(at)}'" if words.behind(at) in {"'", "’"} else ""


def _is_part_of_a_phrase(words: Words, reading: Reading, before: str) -> bool:
    """`edge of tomorrow`, `in 3 days of war`, `over the next week`, `the 4pm train`, `once in 3 days`."""
    behind = words.next_key(reading.last)
    if reading.kind is Kind.RECURRENCE:
        return reading.strength < Strength.FULL and before in DETERMINERS
    if before == "of" or behind == "of":
        return True
    if reading.kind is Kind.TIME and _is_counted_from(words, reading, before):
        return True
    if reading.sort is Sort.OFFSET:
        return before in OFTEN or _is_how_long(words, reading)
    return _has_a_determiner(words, reading, before) or _is_a_range(words, reading, before, behind)


def _has_a_determiner(words: Words, reading: Reading, before: str) -> bool:
    """`the next week`, `the 4pm train`, `the fifth last day`."""
    first = words.key(reading.first)
    if first == "last" and (before in SPELT or ORDINAL.fullmatch(before)):
        return True
    is_noun = (reading.sort in {Sort.PERIOD, Sort.CLOCK} and first not in {"at", "@"}) or first in RELATIVE
    return is_noun and before in DETERMINERS


def _is_counted_from(words: Words, reading: Reading, before: str) -> bool:
    """`five to 3pm`, `past noon`: the time is another."""
    if before in {"to", "after"}:
        return words.key(reading.first - 2) in PARTS_OF_AN_HOUR
    return before == "past"


def _is_how_long(words: Words, reading: Reading) -> bool:
    """`around the world in 80 days`, `how to lose a guy in 10 days`."""
    before = (words.key(at) for at in range(reading.first - 1, max(reading.first - MOST_BEFORE, 0) - 1, -1))
    return any(key in JOURNEYS for key in before)


def _is_a_range(words: Words, reading: Reading, before: str, behind: str) -> bool:
    """`16:00 to 18:00`, `between 3pm and 5pm`: a range is neither of its ends."""
    if reading.sort is not Sort.CLOCK:
        return False
    is_start = behind in RANGE or (behind == "and" and before == "between")
    is_end = before in RANGE or (before == "and" and _is_between(words, reading.first - 2))
    if is_start and words.next_key(reading.last + 1)[:1].isdigit():
        return True
    return is_end and any(words.key(reading.first - back)[:1].isdigit() for back in (2, 3))


def _is_between(words: Words, at: int) -> bool:
    return "between" in {words.key(at - 1), words.key(at - 2)}


def _is_named_after(words: Words, reading: Reading, before: str) -> bool:
    key = words.key(reading.first)
    if before in NAMES.get(key, ()) or (before in ADJECTIVES and reading.sort is Sort.WEEKDAY):
        return True
    if reading.sort is Sort.CLOCK:
        return before in RATIOS or (before in REFERENCES and key.endswith("h"))
    if reading.sort is Sort.NUMERIC:
        return before.isdigit() or before in REFERENCES or before in {"a", "the", "about"}
    if reading.sort is Sort.ORDINAL:
        return _is_owned(before)
    if reading.sort is Sort.DATE:
        return words.next_key(reading.last) in STREETS or _is_counted(words, reading, before)
    return reading.sort in BARE and reading.last == reading.first + 1 and _is_a_noun(words, reading, before)


def _is_a_noun(words: Words, reading: Reading, before: str) -> bool:
    """A bare weekday, month, part of day or `tom`, after a word that wants a noun."""
    key = words.key(reading.first)
    if key in NEVER_NOUNS:
        return False
    if _is_owned(before) or before in DETERMINERS or before in TITLES_OF_PEOPLE:
        return True
    if before in JOINERS:
        return not (before in {"and", "or", "&"} and _is_a_list_of_days(words, reading))
    if reading.sort is Sort.WEEKDAY:
        return before == "in"
    if reading.sort is Sort.MONTH and _is_a_noun_or_verb(words, reading, before):
        return True
    return _is_a_person(key, before)


def _is_a_noun_or_verb(words: Words, reading: Reading, before: str) -> bool:
    """`the last may be first`, `budget for january`, `3-10 july`."""
    if words.key(reading.first) in COUNTABLE_MONTHS and before in NOUNS_TOO and _goes_on(words, reading):
        return True
    return before == "for" or before in MONTHS or before[-1:].isdigit()


def _is_a_person(key: str, before: str) -> bool:
    """`call Jan`, `lunch with Tom`; and `they may`."""
    return key in PERSONAL and (before in TO_PEOPLE or (key == "may" and before in PRONOUNS))


def _is_a_list_of_days(words: Words, reading: Reading) -> bool:
    """`saturday or sunday`, but not `Jan and June`."""
    days = {*WEEKDAYS, "today", "tomorrow"}
    return reading.sort is Sort.WEEKDAY and words.key(reading.first - 2) in days


def _is_owned(before: str) -> bool:
    return before.endswith(("'s", "s'"))


def _is_counted(words: Words, reading: Reading, before: str) -> bool:
    """`buy 2 may flowers`, `only 2 may enter`: in the middle of a line the number counts what follows."""
    is_plain = COUNT_AND_MONTH.fullmatch(words.key(reading.first)) is not None
    is_countable = reading.last == reading.first + 2 and words.key(reading.last - 1) in COUNTABLE_MONTHS
    if not is_plain or not is_countable or not before:
        return False
    is_led = before in {"on", "by", "due", "at", "until", "from", "starting", "ending"}
    return not is_led and _goes_on(words, reading)


def _goes_on(words: Words, reading: Reading) -> bool:
    """Whether a plain word follows without a stop."""
    behind = words.next_key(reading.last)
    return (
        bool(behind)
        and not words.behind(reading.last - 1)
        and behind not in {"at", "@", "for"}
        and behind.isalpha()
    )
