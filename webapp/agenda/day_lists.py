"""Tasks gathered by days, as the pages of the agenda print them."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..tasks.days import NEAR, day_in_words
from ..tasks.rows import TaskRow
from .due import LATEST, day_of, key_of


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


def end_of(day: date, time_zone: str) -> str:
    """The first instant after a day, for scripts: an open page is out of date then."""
    return start_of(day + timedelta(days=1), time_zone).isoformat()


def as_due(row: TaskRow, today: date) -> TaskRow:
    """The row with a key that sorts by day, time and its own order when digits are compared as numbers.

    Below the name of its day it says only the time.
    """
    key = key_of(row, today)
    minutes = key.at.hour * 60 + key.at.minute
    sort_key = f"{key.day.toordinal()}-{minutes}-{'b' if key.at == LATEST else 'a'}-{row.order}"
    sorted_row = row._replace(sort_key=sort_key)
    return _without_day(sorted_row, today) if key.day >= today else sorted_row


def _without_day(row: TaskRow, today: date) -> TaskRow:
    if row.due_on is None or row.due_on != day_of(row, today):
        return row
    name = day_in_words(row.due_on, today)
    said = (
        tag._replace(words=tag.words.removeprefix(name).strip()) if tag.kind == "due" else tag
        for tag in row.dates
    )
    return row._replace(dates=tuple(tag for tag in said if tag.words))
