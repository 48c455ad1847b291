"""When a task is planned, due and shown."""

from datetime import date, time

from sqlalchemy.orm import Mapped

from ..activity.recording import Recorded, Tracked
from .days import named_day, time_in_words

LONGEST_MINUTES = 24 * 60
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
