"""Tasks gathered by days, as the pages of the agenda print them."""

from datetime import UTC, date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..tasks.days import NEAR
from ..tasks.rows import TaskRow


class DayList(NamedTuple):
    """The tasks of a day, or a part of them. `order` sorts the days of a page when digits are numbers."""

    key: str
    day: date
    rows: list[TaskRow]
    order: str


def name_of(day: date, today: date) -> str:
    """What a day is called above its tasks: `Today`, `Tomorrow`, `Friday`."""
    return NEAR.get((day - today).days) or f"{day:%A}"


def date_of(day: date, today: date) -> str:
    """Which day that is: `22 November`, with the year if it is not this one."""
    return f"{day:%-d %B}" + (f" {day.year}" if day.year != today.year else "")


def start_of(day: date, time_zone: str) -> datetime:
    """The first instant of a day on the wall clock of an IANA zone.

    Where clocks are put forward over midnight, the day begins with the instant to which they are put.
    """
    return datetime.combine(day, time.min, ZoneInfo(time_zone)).astimezone(UTC)
