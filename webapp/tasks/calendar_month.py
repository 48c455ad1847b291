"""A month as a calendar shows it: whole weeks, the days of its neighbours among them."""

from calendar import Calendar, day_name, month_name
from datetime import MAXYEAR, date
from typing import NamedTuple

from .dates import EARLIEST
from .days import in_full


class Day(NamedTuple):
    """A day in a calendar."""

    on: date
    is_within: bool
    is_today: bool
    is_chosen: bool

    @property
    def name(self) -> str:
        return in_full(self.on)


class Month(NamedTuple):
    """A month, the names of its weekdays in their order, and the months beside it as `2026-12`, if any.

    A week has None where no calendar has a day.
    """

    name: str
    weekdays: list[str]
    weeks: list[list[Day | None]]
    before: str
    after: str


def month_of(year: int, month: int, week_start: int, today: date, chosen: date | None) -> Month:
    """A month with weeks that begin on a weekday (0 is Monday)."""

    def day(found: tuple[int, int, int]) -> Day | None:
        if not EARLIEST.year <= found[0] <= MAXYEAR:
            return None
        on = date(*found)
        return Day(on, on.month == month, on == today, on == chosen)

    calendar = Calendar(week_start)
    return Month(
        f"{month_name[month]} {year}",
        [day_name[weekday] for weekday in calendar.iterweekdays()],
        [[day(found[:3]) for found in week] for week in _weeks(calendar, year, month)],
        _beside(year, month, -1),
        _beside(year, month, 1),
    )


def _weeks(calendar: Calendar, year: int, month: int) -> list[list[tuple[int, int, int, int]]]:
    days = list(calendar.itermonthdays4(year, month))
    return [days[at : at + 7] for at in range(0, len(days), 7)]


def read_month(text: str) -> tuple[int, int] | None:
    """Year and month of `2026-12`; None for anything that is no month of the calendar."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return (first.year, first.month) if first >= EARLIEST else None


def _beside(year: int, month: int, step: int) -> str:
    years, month = divmod(year * 12 + month - 1 + step, 12)
    return f"{years:04}-{month + 1:02}" if EARLIEST.year <= years <= MAXYEAR else ""
