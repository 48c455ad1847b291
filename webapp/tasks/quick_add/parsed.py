"""What a line was understood as: its title, and spans of it with their meaning."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    DAY = "day"
    TIME = "time"
    DURATION = "duration"
    DEADLINE = "deadline"
    START = "start"
    RECURRENCE = "recurrence"
    PRIORITY = "priority"
    PROJECT = "project"
    SECTION = "section"
    LABEL = "label"
    ASSIGNEE = "assignee"


class When(NamedTuple):
    """A day, a time of day, or both (`tonight`, `in 3 hours`), on the person's wall clock."""

    day: date | None = None
    at: time | None = None


Value = When | timedelta | int | str


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the raw line that was understood.

    `start` and `end` are offsets into the raw line (end exclusive), `words` what stands there.
    `value` is a `When` for days, times, deadlines and starts; a timedelta for durations; 1–4 for
    priorities; the known name for projects, sections, labels and people; the phrase for recurrences.
    `understood` says it in words, as `Fri 27 Nov`.
    """

    start: int
    end: int
    kind: Kind
    value: Value
    words: str
    understood: str


class Offer(NamedTuple):
    """A name after a sign that is not known: it stays in the title, and may be created."""

    start: int
    end: int
    kind: Kind
    name: str
    words: str

    @property
    def suggestion(self) -> str:
        """`create #Garden`"""
        return f"create {self.words}"


class Hint(NamedTuple):
    """A quiet word about a piece that stays text, such as 31 Feb."""

    start: int
    end: int
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """A line, parsed. `steps` is how often the parser looked at something: at most 20 per character."""

    raw: str
    title: str
    spans: tuple[Span, ...] = ()
    offers: tuple[Offer, ...] = ()
    hints: tuple[Hint, ...] = ()
    steps: int = 0

    @property
    def is_untitled(self) -> bool:
        """Whether all of the line was understood, so that the raw text had to be the title (rule 6)."""
        leaving = [span for span in self.spans if span.kind is not Kind.RECURRENCE]
        return bool(leaving) and self.title == " ".join(self.raw.split())

    def of(self, kind: Kind) -> Span | None:
        return next((span for span in self.spans if span.kind is kind), None)

    @property
    def due_on(self) -> date | None:
        """The planned day; for a bare time today if it is still ahead, else tomorrow."""
        return self.due.day

    @property
    def due_at(self) -> datetime | None:
        """Day and time on the person's wall clock, without a zone; None if no time was said."""
        day, at = self.due
        return datetime.combine(day, at) if day and at else None

    @property
    def due(self) -> When:
        day, at = self._when(Kind.DAY), self._when(Kind.TIME)
        return When(day.day or at.day, at.at or day.at)

    @property
    def duration(self) -> timedelta | None:
        span = self.of(Kind.DURATION)
        return span.value if span and isinstance(span.value, timedelta) else None

    @property
    def deadline_on(self) -> date | None:
        return self._when(Kind.DEADLINE).day

    @property
    def start_on(self) -> date | None:
        return self._when(Kind.START).day

    @property
    def priority(self) -> int | None:
        """1 (highest) to 4, or None if none was said."""
        span = self.of(Kind.PRIORITY)
        return span.value if span and isinstance(span.value, int) else None

    @property
    def project(self) -> str | None:
        return self._name(Kind.PROJECT)

    @property
    def section(self) -> str | None:
        return self._name(Kind.SECTION)

    @property
    def labels(self) -> tuple[str, ...]:
        """Each once, in the order in which they were typed."""
        return unique(span.value for span in self.spans if span.kind is Kind.LABEL)

    @property
    def assignee(self) -> str | None:
        return self._name(Kind.ASSIGNEE)

    @property
    def recurrence(self) -> str | None:
        """The phrase as typed. It is recognised, and stays in the title."""
        return self._name(Kind.RECURRENCE)

    def _when(self, kind: Kind) -> When:
        span = self.of(kind)
        return span.value if span and isinstance(span.value, When) else When()

    def _name(self, kind: Kind) -> str | None:
        span = self.of(kind)
        return str(span.value) if span else None


def unique(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(value) for value in values))
