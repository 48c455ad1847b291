"""What becomes of the dates of a task by a press on a day, or by words for one."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from .date_tags import Dates
from .due import Due, due_of
from .quick_add import ParsedLine


class Plan(NamedTuple):
    """What becomes of the dates of each task, and what is said of all of them."""

    change: Callable[[Dates], Dates]
    verb: str
    what_else: str = ""


def on_day(dates: Dates, day: date | None) -> Dates:
    """Planned for a day, at the time that it has, or for none; a start after that day goes."""
    if day is None:
        return dates._replace(due_on=None, due_time=None, due_minutes=None)
    is_late = dates.start_on is not None and dates.start_on > day
    return dates._replace(due_on=day, start_on=None if is_late else dates.start_on)


def as_said(dates: Dates, said: ParsedLine) -> Dates:
    """What words change of them; of what they do not speak, that stays."""
    due = due_of(said, Due(dates.due_on, dates.due_time, dates.due_minutes))
    return Dates(*due, said.deadline_on or dates.deadline_on, said.start_on or dates.start_on)
