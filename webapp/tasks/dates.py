"""When a task is planned, due and shown."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from sqlalchemy.orm import Mapped

from ..activity.recording import Recorded, Tracked
from ..errors import Invalid
from .days import named_day, time_in_words

LONGEST_MINUTES = 24 * 60
EARLIEST = date(1900, 1, 1)
DUE = frozenset({"due_on", "due_time", "due_minutes"})  # they say one thing
DATE_RULES = {
    "time_has_day": "due_time IS NULL OR due_on IS NOT NULL",
    "duration_has_time": "due_minutes IS NULL OR due_time IS NOT NULL",
    "duration": f"due_minutes >= 1 AND due_minutes <= {LONGEST_MINUTES}",
}


def day_words(day: str | None) -> str:
    """How a day of the log reads."""
    return named_day(date.fromisoformat(day)) if day else "none"


def time_words(at: str | None) -> str:
    """How a time of the log reads."""
    return time_in_words(time.fromisoformat(at)) if at else "none"


def minutes_words(minutes: int | None) -> str:
    """`45 min`, `1 h 30 min`"""
    hours, rest = divmod(minutes or 0, 60)
    return " ".join(f"{count} {unit}" for count, unit in ((hours, "h"), (rest, "min")) if count) or "none"


TRACKED_DATES = {
    "due_on": Tracked("date", day_words),
    "due_time": Tracked("time", time_words),
    "due_minutes": Tracked("duration", minutes_words),
    "deadline_on": Tracked("deadline", day_words),
    "start_on": Tracked("start", day_words),
}


class WrongDates(Invalid):
    """Dates that cannot be, or not together."""


def clean_day(day: date | None) -> date | None:
    """A day as it is kept. Raises WrongDates for one before 1900."""
    if day is not None and day < EARLIEST:
        raise WrongDates("Choose a day between the years 1900 and 9999.")
    return day


def clean_time(at: time | None) -> time | None:
    """A time of the wall clock, to the minute."""
    return None if at is None else at.replace(second=0, microsecond=0, tzinfo=None)


def clean_minutes(minutes: int | None) -> int | None:
    """1 to 1440. Raises WrongDates."""
    if minutes is not None and not 1 <= minutes <= LONGEST_MINUTES:
        raise WrongDates("It may take 1 minute to 24 hours.")
    return minutes


CLEAN_DATES: Mapping[str, Callable[[Any], Any]] = {
    "due_on": clean_day,
    "due_time": clean_time,
    "due_minutes": clean_minutes,
    "deadline_on": clean_day,
    "start_on": clean_day,
}


def planned_for(day: date | None) -> dict[str, Any]:
    """What changes with the day for which a task is planned: without one it has no time."""
    return {"due_on": day} if day else dict.fromkeys(DUE)


def check_together(dates: Any) -> None:
    """Raise WrongDates unless the dates of a task, or of what it is to become, fit together."""
    if dates.due_time is not None and dates.due_on is None:
        raise WrongDates("A time needs a day. Choose one.")
    if dates.due_minutes is not None and dates.due_time is None:
        raise WrongDates("How long it takes needs the time at which it begins.")
    for name, day in (("The deadline", dates.deadline_on), ("The date", dates.due_on)):
        if day and dates.start_on and day < dates.start_on:
            start = named_day(dates.start_on)
            raise WrongDates(f"{name}, {named_day(day)}, is before the start, {start}.")


class Dated(Recorded):
    """Days and times on the wall clock of whoever looks: they float, and know no zone.

    `due_on` is the planned day, with `due_time` and for `due_minutes` (1–1440) if they are known.
    `deadline_on` is the day by which it must be done; until `start_on` it is not to be seen.
    """

    due_on: Mapped[date | None]
    due_time: Mapped[time | None]
    due_minutes: Mapped[int | None]
    deadline_on: Mapped[date | None]
    start_on: Mapped[date | None]

    def check_dates(self) -> None:
        """Raise WrongDates unless they fit together."""
        check_together(self)
