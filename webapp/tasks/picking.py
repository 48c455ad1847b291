"""All that the form shows in which the dates of a task are picked."""

from datetime import date
from typing import NamedTuple

from ..accounts.visitors import Visitor
from .calendar_month import Month, month_of
from .days import NEAR, dated
from .habits import understood

SHORTCUTS = (
    ("Today", "today"),
    ("Tomorrow", "tomorrow"),
    ("Next week", "next week"),
    ("Weekend", "this weekend"),
)


class Shortcut(NamedTuple):
    """A day that is picked by one press, and the words that tell which it is."""

    name: str
    day: date
    words: str


class Picker(NamedTuple):
    """Days to pick at once, and a month to pick from."""

    shortcuts: list[Shortcut]
    month: Month


def picker(visitor: Visitor, chosen: date | None, shown: tuple[int, int] | None) -> Picker:
    """For a person; `shown` is year and month, by default those of the day that is chosen, or of today."""
    today = visitor.today
    first = chosen or today
    year, month = shown or (first.year, first.month)
    return Picker(shortcuts(visitor), month_of(year, month, visitor.week_start, today, chosen))


def shortcuts(visitor: Visitor) -> list[Shortcut]:
    """The days that people pick most."""
    days = [(name, understood(visitor, phrase).due_on) for name, phrase in SHORTCUTS]
    return [Shortcut(name, day, _which(name, day, visitor.today)) for name, day in days if day]


def _which(name: str, day: date, today: date) -> str:
    """The weekday of a day that its name tells, of others the date."""
    return f"{day:%a}" if name in NEAR.values() else dated(day, today)
