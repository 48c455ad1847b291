"""Reckoning with days. What no calendar has, and what lies beyond year 9999, is None."""

from calendar import monthrange
from contextlib import suppress
from datetime import MAXYEAR, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .settings import Settings


class Moment(NamedTuple):
    """When and for whom a line is read. `now` is the wall clock of `instant`, without a zone."""

    instant: datetime
    now: datetime
    zone: str
    settings: Settings

    @classmethod
    def at(cls, instant: datetime, zone: str, settings: Settings) -> "Moment":
        return cls(instant, wall_clock(instant, zone), zone, settings)

    @property
    def today(self) -> date:
        return self.now.date()

    def later(self, span: timedelta) -> datetime | None:
        """The wall clock after so much real time, over changes of the clock."""
        try:
            return wall_clock(self.instant + span, self.zone)
        except OverflowError:
            return None


def wall_clock(instant: datetime, zone: str) -> datetime:
    """The clock of an IANA zone to the minute; at the ends of the calendar that of UTC."""
    with suppress(OverflowError):
        instant = instant.astimezone(ZoneInfo(zone))
    return instant.replace(second=0, microsecond=0, tzinfo=None)


def day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_after(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_after(day: date, months: int) -> date | None:
    """The same number of a later month, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if not 1 <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def after(day: date, amount: int, unit: str) -> date | None:
    """So many days, weeks, months or years later."""
    if unit in {"days", "weeks"}:
        return days_after(day, amount * (7 if unit == "weeks" else 1))
    return months_after(day, amount * (12 if unit == "years" else 1))


def weekday_after(day: date, weekday: int) -> date | None:
    """The next such weekday after a day."""
    return days_after(day, (weekday - day.weekday() - 1) % 7 + 1)


def weekday_before(day: date, weekday: int) -> date | None:
    return days_after(day, -((day.weekday() - weekday - 1) % 7 + 1))


def start_of_week(day: date, week_start: int) -> date | None:
    return days_after(day, -((day.weekday() - week_start) % 7))


def next_week(day: date, week_start: int, weekday: int | None = None) -> date | None:
    """The first day of the next calendar week, or a weekday in it."""
    first = start_of_week(day, week_start)
    offset = 0 if weekday is None else (weekday - week_start) % 7
    return first and days_after(first, 7 + offset)


def next_month(day: date) -> date | None:
    return months_after(day.replace(day=1), 1)


def end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def next_number(today: date, number: int) -> date | None:
    """The next day to come with a number: today or later, in a month that has it."""
    for months in range(3):
        month = months_after(today.replace(day=1), months)
        day = month and day_of(month.year, month.month, number)
        if day and day >= today:
            return day
    return None


def next_month_and_day(today: date, month: int, day: int) -> date | None:
    """The next such day to come: today or later; 29 February waits for a leap year."""
    years = (day_of(today.year + years, month, day) for years in range(9))
    return next((found for found in years if found and found >= today), None)


def full_year(digits: str) -> int:
    """A year as written: two digits are those of 1970–2069."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 70 else 1900)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, from its end if negative."""
    first, last = date(year, month, 1), end_of_month(date(year, month, 1))
    if nth > 0:
        found = days_after(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        found = days_after(last, -((last.weekday() - weekday) % 7) + 7 * (nth + 1))
    return found if found and found.month == month else None
