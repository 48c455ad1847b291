"""Where readings count: anywhere, after a leading word, as the last words, or before a colon (rule 5)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .guards import is_a_name
from .parsed import Kind
from .reading import Reading, Sort, Strength
from .vocabulary import LEADING
from .words import Words

DASHES = {"-", "–", "—"}
STARTS = {":", ","}
# Words that leave the title together with the date that they lead.
PREPOSITIONS = {"by", "due", "until", "till", "from", "starting", "ending", "for", "before", "after"}
WITH_DATES = {*PREPOSITIONS, "on", "at", "to"}
WITH_MONTHS = {*WITH_DATES, "in"}
WITH_TIMES = {*PREPOSITIONS, "at", "@", "around"}
DATES = {Sort.WEEKDAY, Sort.MONTH, Sort.DATE, Sort.NUMERIC, Sort.ORDINAL}
DAYS_THAT_MEET_TIMES = {*DATES, Sort.NAMED, Sort.PERIOD} - {Sort.MONTH}
MOST_LEADING = 3


class Placed(NamedTuple):
    """A reading that counts, with the leading words that go with it from `first` on."""

    first: int
    last: int
    reading: Reading


def placed(words: Words, readings: Sequence[Reading], marked: Iterable[int]) -> list[Placed]:
    """The readings that count where they stand; `marked` are the words that signs have taken."""
    return _Placing(words, readings, set(marked)).placed


def everything(words: Words, readings: Sequence[Reading], marked: Iterable[int]) -> list[Placed] | None:
    """All of them, if the line holds nothing else than one date."""
    if sum(reading.kind is Kind.DAY for reading in readings) > 1:
        return None
    found = [_with_leading(words, reading) for reading in readings]
    taken = {at for item in found for at in range(item.first, item.last)} | set(marked)
    others = (at for at in range(len(words)) if at not in taken)
    return found if all(words.is_mark(at) for at in others) else None


class _Placing:
    """Goes from right to left, so that what stands at the end is known before what leans on it."""

    def __init__(self, words: Words, readings: Sequence[Reading], marked: set[int]) -> None:
        self.words, self.readings, self.marked = words, readings, marked
        self.tail = len(words)
        self.start = self._after_marks()
        self.placed: list[Placed] = []
        for at in range(len(readings) - 1, -1, -1):
            self._place(at)
        self.placed.reverse()

    def _place(self, at: int) -> None:
        reading = self.readings[at]
        self._skip_back()
        if is_a_name(self.words, reading) or not self._counts(at, reading):
            return
        item = _with_leading(self.words, reading)
        self.placed.append(item)
        if self.tail == reading.last:
            self.tail = item.first

    def _counts(self, at: int, reading: Reading) -> bool:
        if reading.kind is Kind.DURATION:
            return self._follows_a_time(at)
        if reading.strength is Strength.FULL or (reading.strength > Strength.ALONE and self._is_led(reading)):
            return True
        if reading.strength >= Strength.SHORT and self._is_last(reading):
            return True
        if reading.strength is Strength.BARE and self._is_heading(reading):
            return True
        return reading.strength > Strength.ALONE and self._is_beside(at)

    def _skip_back(self) -> None:
        """Signs, dashes and emoji do not end what are the last words."""
        while self.tail and (self.tail - 1 in self.marked or self.words.is_mark(self.tail - 1)):
            self.tail -= 1

    def _after_marks(self) -> int:
        return next((at for at in range(len(self.words)) if at not in self.marked), 0)

    def _is_last(self, reading: Reading) -> bool:
        """The last words of the line: no comma leads on from them, and no single quotes end there."""
        behind = set(self.words.behind(reading.last - 1))
        goes_on = reading.last == len(self.words) and behind & {",", ":", ";"}
        return reading.last == self.tail and not goes_on and not behind & {"'", "’"}

    def _is_led(self, reading: Reading) -> bool:
        before = reading.first - 1
        return self.words.key(before) in LEADING and not self.words.behind(before)

    def _is_heading(self, reading: Reading) -> bool:
        """At the very start before a comma, colon or dash."""
        if reading.first != self.start or reading.last >= len(self.words):
            return False
        is_parted = self.words.behind(reading.last - 1)[:1] in STARTS
        return is_parted or self.words.key(reading.last) in DASHES

    def _follows_a_time(self, at: int) -> bool:
        before = self.readings[max(at - 2, 0) : at]
        if not before or before[-1].last != self.readings[at].first:
            return False
        return any(reading.when.at for reading in before)

    def _is_beside(self, at: int) -> bool:
        """A weekday beside a clock (`fri 16:00`), a part of the day or a clock beside a day."""
        return any(
            self._meets(self.readings[at], self.readings[other])
            for other in (at - 1, at + 1)
            if 0 <= other < len(self.readings)
        )

    def _meets(self, reading: Reading, other: Reading) -> bool:
        touches = reading.last == _with_leading(self.words, other).first or (
            other.last == _with_leading(self.words, reading).first
        )
        if not touches or other.strength is not Strength.FULL or is_a_name(self.words, other):
            return False
        if reading.sort in DAYS_THAT_MEET_TIMES:
            return other.kind is Kind.TIME
        return reading.kind is Kind.TIME and other.kind in {Kind.DAY, Kind.RECURRENCE}


def _with_leading(words: Words, reading: Reading) -> Placed:
    """The reading with `on`, `by`, `due` and the like before it."""
    first = reading.first
    leading = _leading(reading)
    while first and reading.first - first < MOST_LEADING and not words.behind(first - 1):
        if words.key(first - 1) not in leading:
            break
        first -= 1
    return Placed(first, reading.last, reading)


def _leading(reading: Reading) -> set[str]:
    if reading.kind is Kind.DURATION or reading.kind is Kind.RECURRENCE:
        return set()
    if reading.sort is Sort.MONTH:
        return WITH_MONTHS
    if reading.sort in DATES or (reading.sort is Sort.PERIOD and reading.strength < Strength.FULL):
        return WITH_DATES
    if reading.kind is Kind.TIME:
        return WITH_TIMES
    return PREPOSITIONS if reading.sort is not Sort.OFFSET else {"due"}
