"""What the page of Today shows: what is overdue, what is up today, and the evening apart."""

from datetime import date, time, timedelta
from typing import NamedTuple

from sqlalchemy import select

from ..accounts.visitors import Visitor
from ..database import reading
from ..tasks.rows import PAGE, TaskRow
from ..tasks.samples import open_samples
from .completed_page import SINCE, bounded_count
from .day_cursors import cursor_of
from .day_lists import as_due, start_of
from .due import FREE, Key, count_until, day_of, first_key, key_of, pages, read_due, time_of

EVENING_BEGINS = time(18)
OVERDUE, TODAY, EVENING = "overdue", "today", "evening"

PAGES = pages(FREE)
COUNTS = select(count_until(FREE), bounded_count(SINCE), open_samples().scalar_subquery())


class DueList(NamedTuple):
    """Some tasks in their order. `cursor` is where they go on, empty at the end."""

    key: str
    rows: list[TaskRow]
    cursor: str


class TodayCounts(NamedTuple):
    """How many tasks are up by today, and how many were done today, each counted up to MANY or so.

    `samples` came with the account.
    """

    open: int
    done: int
    samples: int


def overdue(visitor: Visitor, today: date, after: Key | None = None) -> DueList:
    """What was up before today, the oldest first."""
    until = today - timedelta(days=1)
    return due_list(OVERDUE, read_due(visitor, PAGES, today, after or first_key(date.min), until), today)


def due_today(visitor: Visitor, today: date, after: Key | None = None) -> DueList:
    """What is up today: timed tasks first, then the others in their own order."""
    return due_list(TODAY, read_due(visitor, PAGES, today, after or first_key(today), today), today)


def due_list(key: str, rows: list[TaskRow], today: date) -> DueList:
    """A page out of the rows of one and one more."""
    cursor = cursor_of(key_of(rows[PAGE - 1], today)) if len(rows) > PAGE else ""
    return DueList(key, [as_due(row, today) for row in rows[:PAGE]], cursor)


def today_counts(visitor: Visitor, today: date) -> TodayCounts:
    since = start_of(today, visitor.time_zone)
    person = {"user_id": visitor.id, "workspaces": visitor.workspaces, "own_workspace": visitor.workspace_id}
    return TodayCounts._make(reading().execute(COUNTS, {**person, "today": today, "since": since}).one())


def part_of(row: TaskRow, today: date) -> str | None:
    """In which part of the page a task stands: overdue, today or evening; None if it is not up."""
    day = day_of(row, today)
    if row.is_completed or row.blocked_by or row.is_later(today) or day is None or day > today:
        return None
    if day < today:
        return OVERDUE
    at = time_of(row, today)
    return EVENING if at and at >= EVENING_BEGINS else TODAY
