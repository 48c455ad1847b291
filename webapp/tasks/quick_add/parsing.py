"""Parsing a line: its words, its signs, its dates, and what is left for the title."""

from collections.abc import Collection
from datetime import datetime, time
from functools import partial
from typing import NamedTuple

from .choosing import chosen_dates, chosen_signs
from .parsed import Hint, Kind, Offer, ParsedLine, Span, Value, When
from .placing import Placed, everything, placed
from .reading import Impossible, Reading, Strength
from .reckoning import Moment, days_after
from .recognising import longest
from .saying import length_in_words, when_in_words
from .settings import Names, Settings
from .signs import Sign, Signs
from .titles import title_without
from .words import Words


class _Seen(NamedTuple):
    """What stands in a line, from left to right."""

    signs: list[Sign]
    readings: list[Reading]
    impossible: list[Impossible]

    @property
    def marked(self) -> set[int]:
        """The words of known signs."""
        return {at for sign in self.signs if sign.value is not None for at in range(sign.first, sign.last)}


class _Taken(NamedTuple):
    """A span, and the words that it covers."""

    first: int
    last: int
    span: Span


def parse(  # noqa: PLR0913  (the line, what its meaning depends on, and what was chosen about it)
    line: str,
    now: datetime,
    zone: str,
    settings: Settings,
    names: Names,
    *,
    kept: Collection[str] = (),
    chosen: Collection[Kind] = (),
) -> ParsedLine:
    """Read a line by the rules of docs/quick-add.md. Raises for no text.

    `now` is an aware instant and `zone` the person's IANA zone: days and times are those of their
    wall clock. `kept` are words of spans that are to stay text, wherever they stand. `chosen` are
    kinds that a button has chosen: nothing is read as such, and its words stay (rule 7).
    """
    words, moment = Words(line, kept), Moment.at(now, zone, settings)
    seen, dates = _look(words, moment, names)
    dates = chosen_dates([item for item in dates if item.reading.kind not in chosen])
    signs = chosen_signs([sign for sign in seen.signs if sign.kind not in chosen])
    taken = sorted([*_date_spans(words, moment, dates), *(_sign_span(words, sign) for sign in signs)])
    return ParsedLine(
        raw=line,
        title=title_without(words, _leaving(taken), partial(_means_something, words, moment, names)),
        spans=tuple(span for _, _, span in taken),
        offers=_offers(words, seen.signs, chosen),
        hints=tuple(_hint(words, found) for found in seen.impossible),
        steps=words.steps,
    )


def _look(words: Words, moment: Moment, names: Names) -> tuple[_Seen, list[Placed]]:
    """What is there, and which dates count: all if the line holds nothing else."""
    seen = _seen(words, moment, names, Strength.ALONE)
    dates = everything(words, seen.readings, seen.marked)
    if dates is not None:
        return seen, dates
    if any(reading.strength is Strength.ALONE for reading in seen.readings):
        seen = _seen(words, moment, names, Strength.LED)
    return seen, placed(words, seen.readings, seen.marked)


def _means_something(words: Words, moment: Moment, names: Names, text: str) -> bool:
    """Whether anything would be understood in a text that was quoted."""
    inner = Words(text)
    seen, dates = _look(inner, moment, names)
    words.steps += inner.steps
    return bool(seen.signs or dates)


def _seen(words: Words, moment: Moment, names: Names, least: Strength) -> _Seen:
    seen = _Seen([], [], [])
    signs = Signs(words, moment, names)
    at = 0
    while at < len(words):
        found = signs.read(at) or longest(words, at, moment, least)
        if isinstance(found, Sign):
            seen.signs.append(found)
        elif isinstance(found, Reading):
            seen.readings.append(found)
        elif found:
            seen.impossible.append(found)
        at = found.last if found else at + 1
    return seen


def _date_spans(words: Words, moment: Moment, dates: list[Placed]) -> list[_Taken]:
    said = [item.reading for item in dates]
    has_day = any(reading.when.day for reading in said)
    has_time = any(reading.kind is Kind.TIME for reading in said)
    return [
        _taken(words, item, *_meaning(words, moment, item.reading, (has_day, has_time))) for item in dates
    ]


def _meaning(words: Words, moment: Moment, reading: Reading, beside: tuple[bool, bool]) -> tuple[Value, str]:
    """The value of a reading, and it in words; `beside` says whether a day and a time were said."""
    if reading.length is not None:
        return reading.length, length_in_words(reading.length)
    if reading.kind is Kind.RECURRENCE:
        phrase = words.text(reading.first, reading.last)
        return phrase, f"Repeats {phrase}"
    when = _resolved(reading, moment, *beside)
    return when, when_in_words(when, moment.today)


def _resolved(reading: Reading, moment: Moment, has_day: bool, has_time: bool) -> When:
    """A bare time gets its day; `tonight` gives its time up for one that was said."""
    if reading.kind is Kind.DAY and has_time:
        return When(reading.when.day)
    if has_day or reading.when.at is None:
        return reading.when
    return _next(reading.when.at, moment)


def _next(at: time, moment: Moment) -> When:
    """A bare time is today if it is still ahead, else tomorrow."""
    day = moment.today if at > moment.now.time() else days_after(moment.today, 1)
    return When(day, at)


def _taken(words: Words, item: Placed | Sign, value: Value, says: str) -> _Taken:
    kind = item.reading.kind if isinstance(item, Placed) else item.kind
    start, end = words.all[item.first].start, words.all[item.last - 1].end
    return _Taken(item.first, item.last, Span(start, end, kind, value, words.raw[start:end], says))


def _sign_span(words: Words, sign: Sign) -> _Taken:
    return _taken(words, sign, sign.value or "", sign.name)


def _leaving(taken: list[_Taken]) -> set[int]:
    """The words that leave the title: those of recurrences stay."""
    return {
        at for first, last, span in taken if span.kind is not Kind.RECURRENCE for at in range(first, last)
    }


def _offers(words: Words, signs: list[Sign], chosen: Collection[Kind]) -> tuple[Offer, ...]:
    unknown = (sign for sign in signs if sign.value is None)
    return tuple(_offer(words, sign) for sign in unknown if sign.kind not in chosen)


def _offer(words: Words, sign: Sign) -> Offer:
    word = words.all[sign.first]
    return Offer(word.start, word.end, sign.kind, sign.name, words.raw[word.start : word.end])


def _hint(words: Words, found: Impossible) -> Hint:
    start, end = words.all[found.first].start, words.all[found.last - 1].end
    return Hint(start, end, words.raw[start:end], found.reason)


def escapes(line: str, start: int, end: int) -> list[int]:
    """Where a backslash has to stand so that a span is text: before each of its words."""
    return [word.start for word in Words(line).all if start <= word.start < end and _begins(line, word.start)]


def escaped(line: str, start: int, end: int) -> str:
    """The line with a backslash before each word of a span, which makes it text."""
    for place in reversed(escapes(line, start, end)):
        line = f"{line[:place]}\\{line[place:]}"
    return line


def _begins(line: str, at: int) -> bool:
    return at == 0 or line[at - 1].isspace()
