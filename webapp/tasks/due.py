"""When a task is planned, as one thing: a day, a time on it, and how long it takes from then."""

import re
from datetime import date, time, timedelta
from typing import NamedTuple

from ..errors import Invalid
from .dates import minutes_words
from .days import named_day, time_in_words
from .quick_add import Kind, ParsedLine

WRITTEN = re.compile(r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d)(?: (\d{1,4}))?)?", re.ASCII)


class Due(NamedTuple):
    """A day, a time of the wall clock and minutes; the later ones need the earlier ones."""

    day: date | None = None
    at: time | None = None
    minutes: int | None = None

    @property
    def value(self) -> str:
        """As a form sends it: `2026-11-27 09:00 45`, or `none`."""
        parts = [str(self.day), self.at and time_in_words(self.at), self.minutes and str(self.minutes)]
        return " ".join(part for part in parts if part) if self.day else "none"

    @property
    def words(self) -> str:
        """`Fri 27 Nov 2026, 09:00, 45 min`, or `No date`."""
        at = self.at and time_in_words(self.at)
        parts = [self.day and named_day(self.day), at, self.minutes and minutes_words(self.minutes)]
        return ", ".join(part for part in parts if part) or "No date"


def read_due(text: str) -> Due:
    """What `Due.value` wrote. Raises Invalid."""
    found = WRITTEN.fullmatch(text)
    if text == "none":
        return Due()
    if not found:
        raise Invalid("Choose one of the dates.")
    day, at, minutes = found.groups()
    return Due(read_day(day), read_time(at or ""), read_minutes(minutes or ""))


def read_day(text: str) -> date | None:
    """`2026-11-27`, or nothing. Raises Invalid."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Invalid("Write a day as 2026-11-27, year first.") from error


def read_time(text: str) -> time | None:
    """`09:00`, or nothing. Raises Invalid."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError as error:
        raise Invalid("Write a time as 09:00, from 00:00 to 23:59.") from error


def read_minutes(text: str) -> int | None:
    """A number of minutes, or nothing. Raises Invalid."""
    if text and not (text.isascii() and text.isdigit() and len(text) < 5):
        raise Invalid("Write how many minutes it takes, as a number.")
    return int(text) if text else None


def is_all_dates(parsed: ParsedLine) -> bool:
    """Whether a line says when, and nothing else."""
    kinds = {span.kind for span in parsed.spans}
    dates = {Kind.DAY, Kind.TIME, Kind.DURATION, Kind.DEADLINE, Kind.START}
    return bool(kinds) and kinds <= dates and parsed.is_untitled


def due_of(parsed: ParsedLine, standing: Due) -> Due:
    """When a line plans something that is planned so far as it stands.

    A time alone keeps the day, a day alone keeps time and duration.
    """
    day = parsed.due.day if parsed.of(Kind.DAY) or standing.day is None else standing.day
    at = parsed.due.at or standing.at
    length = parsed.duration
    return Due(day, at, length // timedelta(minutes=1) if length else standing.minutes)
