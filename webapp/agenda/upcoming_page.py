"""What the page of what comes up shows: the overdue, then day after day from some day on."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Date, bindparam, select

from ..accounts.visitors import Visitor
from ..database import reading
from ..tasks.rows import PAGE, TaskRow
from .completed_page import bounded_count
from .day_cursors import cursor_of
from .day_lists import DayList, as_due
from .due import OPEN, Key, arms, day_of, first_key, key_of, pages, read_due
from .today_page import OVERDUE, DueList, due_list

NEAR = 14  # as many days are shown whether something is planned for them or not
WEEK = 7
LAST = date(9999, 11, 30)  # behind it there is no room for a fortnight
PAGES = pages(OPEN)


class Upcoming(NamedTuple):
    """Some days in their order. `cursor` is where they go on, empty at the end."""

    days: list[DayList]
    cursor: str


class WeekDay(NamedTuple):
    """A day of the strip, with how much is up on it, counted up to MANY or a little more."""

    day: date
    open: int


class Week(NamedTuple):
    """The strip; `before` and `after` are where its neighbours begin, None before today."""

    days: list[WeekDay]
    before: date | None
    after: date


def _count_on(number: int) -> Any:
    """How much is up on one of the days of a week."""
    day: Any = bindparam(f"day_{number}", type_=Date)
    planned, by_deadline = (bounded_count(arm.within(arm.day == day).tasks) for arm in arms(OPEN))
    return planned + by_deadline


COUNTS = select(*(_count_on(number) for number in range(WEEK)))


def overdue(visitor: Visitor, today: date, after: Key | None = None) -> DueList:
    """What was up before today, the oldest first, also what waits for other tasks."""
    until = today - timedelta(days=1)
    return due_list(OVERDUE, read_due(visitor, PAGES, today, after or first_key(date.min), until), today)


def upcoming(visitor: Visitor, today: date, start: date, after: Key | None = None) -> Upcoming:
    """The days from one on, or their continuation; empty ones too for a fortnight."""
    found = read_due(visitor, PAGES, today, after or first_key(start), date.max)
    rows, has_more = found[:PAGE], len(found) > PAGE
    last = start + timedelta(days=NEAR - 1)
    until = key_of(rows[-1], today).day if has_more else last
    near = days_between(after.day + timedelta(days=1) if after else start, min(until, last))
    cursor = cursor_of(key_of(rows[-1], today)) if has_more else ""
    return Upcoming(as_days(rows, near, today), cursor)


def one_day(visitor: Visitor, today: date, day: date) -> DayList:
    """A day with as much as a page holds of it."""
    rows = read_due(visitor, PAGES, today, first_key(day), day)[:PAGE]
    return as_days(rows, [day], today)[0]


def as_days(rows: Iterable[TaskRow], empty: Iterable[date], today: date) -> list[DayList]:
    """Rows divided by the days on which they are up, and these days even if nothing is."""
    of_day: dict[date, list[TaskRow]] = {day: [] for day in empty}
    for row in rows:
        of_day.setdefault(key_of(row, today).day, []).append(as_due(row, today))
    return [DayList(f"day-{day}", day, of_day[day], str(day.toordinal())) for day in sorted(of_day)]


def days_between(first: date, last: date) -> Iterator[date]:
    """Both, and those between them."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def week_of(visitor: Visitor, today: date, start: date) -> Week:
    """The week in which a day is, from the day on which the person's weeks begin."""
    first = start - timedelta(days=(start.weekday() - visitor.week_start) % WEEK)
    days = list(days_between(first, first + timedelta(days=WEEK - 1)))
    given = {f"day_{number}": day for number, day in enumerate(days)}
    person = {"user_id": visitor.id, "workspaces": visitor.workspaces, "today": today}
    counts = reading().execute(COUNTS, {**person, **given}).one()
    before = max(today, first - timedelta(days=WEEK)) if first > today else None
    found = [WeekDay(day, count) for day, count in zip(days, counts, strict=True)]
    return Week(found, before, min(first + timedelta(days=WEEK), LAST))


def list_of(row: TaskRow, today: date, start: date) -> date | None:
    """The day of the page on which a task stands, today or later; a day before if it is overdue."""
    day = day_of(row, today)
    if row.is_completed or day is None:
        return None
    return day if day >= start or (day < today and start <= today) else None
