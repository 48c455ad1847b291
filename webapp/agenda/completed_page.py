"""What the page of completed tasks shows: newest first, by the day on which they were done.

What was done together with the task on which it hangs is not listed by itself.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, func, literal, or_, select
from sqlalchemy.orm import aliased

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from ..tasks.models import Task
from ..tasks.rows import LISTED_ANYWHERE, PAGE, TaskRow, with_labels
from .day_lists import DayList, start_of

CURSOR = re.compile(r"(\d{1,17})_(\d{1,19})", re.ASCII)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
NEWEST = (
    datetime(9999, 12, 30, tzinfo=UTC),
    2**63 - 1,
)  # a day before the last, so that any zone can tell it
BEYOND = 10**18

Key = tuple[datetime, int]


class CompletedCounts(NamedTuple):
    """How many tasks are done, and how many of them since a day began, each counted up to MANY."""

    all: int
    today: int


task_ = Task.__table__.c
whole_: Any = aliased(Task.__table__, name="whole")
_with_its_task = (
    select(literal(1))
    .where(whole_.c.workspace_id == task_.workspace_id, whole_.c.id == task_.parent_id)
    .where(whole_.c.completed_at == task_.completed_at)
    .exists()
)
# Asked for steps alone, and row by row: PostgreSQL would else join all tasks with all others, and sort.
_by_itself = or_(task_.parent_id.is_(None), ~_with_its_task)
COMPLETED = LISTED_ANYWHERE.where(task_.completed_at.is_not(None), _by_itself)


def _page() -> Select[Any]:
    at: Any = bindparam("at", type_=task_.completed_at.type)
    id: Any = bindparam("id")
    before = COMPLETED.where(task_.completed_at <= at, (task_.completed_at != at) | (task_.id < id))
    return before.order_by(task_.completed_at.desc(), task_.id.desc()).limit(PAGE + 1)


def bounded_count(tasks: Select[Any]) -> Any:
    """How many these are, counted up to MANY."""
    some = tasks.with_only_columns(literal(1)).limit(MANY).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


SINCE = COMPLETED.where(task_.completed_at >= bindparam("since", type_=task_.completed_at.type))
PAGE_OF_COMPLETED = _page()
COUNTS = select(bounded_count(COMPLETED), bounded_count(SINCE))


def completed_page(visitor: Visitor, after: Key = NEWEST) -> tuple[list[DayList], str]:
    """One page of completed tasks by day, and the cursor of the next (empty at the end)."""
    key = {"at": after[0], "id": after[1]}
    rows = with_labels(visitor, reading().execute(PAGE_OF_COMPLETED, {**_person(visitor), **key}))
    cursor = cursor_of(rows[PAGE - 1]) if len(rows) > PAGE else ""
    return by_day(rows[:PAGE], visitor.time_zone), cursor


def completed_counts(visitor: Visitor, today: date) -> CompletedCounts:
    since = start_of(today, visitor.time_zone)
    found = reading().execute(COUNTS, {**_person(visitor), "since": since})
    return CompletedCounts._make(found.one())


def by_day(rows: Iterable[TaskRow], time_zone: str) -> list[DayList]:
    """Rows in their order, divided by the days on which they were done in an IANA zone."""
    grouped = groupby(rows, lambda row: day_done(row, time_zone))
    return [done_on(day, [as_done(row) for row in of_day]) for day, of_day in grouped if day]


def done_on(day: date, rows: list[TaskRow]) -> DayList:
    return DayList(f"done-{day}", day, rows, str(BEYOND - day.toordinal()))


def day_done(row: TaskRow, time_zone: str) -> date | None:
    """The day on which it was done on the wall clock of an IANA zone; None if it is open."""
    return day_at(row.completed_at, time_zone) if row.completed_at else None


def day_at(instant: datetime, time_zone: str) -> date:
    """The day that it is at an instant on the wall clock of an IANA zone."""
    return instant.astimezone(ZoneInfo(time_zone)).date()


def as_done(row: TaskRow) -> TaskRow:
    """The row with a key that sorts what was done last first when digits are compared as numbers."""
    return row._replace(sort_key=f"{BEYOND - _microseconds(row)}-{2**63 - row.id}")


def cursor_of(row: TaskRow) -> str:
    """Where the next page begins, as `?after=`."""
    return f"{_microseconds(row)}_{row.id}"


def parse_cursor(text: str) -> Key | None:
    """The key in a cursor, NEWEST for an empty one, None for anything else."""
    if not text:
        return NEWEST
    found = CURSOR.fullmatch(text)
    if not found or not 0 < int(found[2]) < 2**63:
        return None
    return EPOCH + int(found[1]) * MICROSECOND, int(found[2])


def _microseconds(row: TaskRow) -> int:
    return (row.completed_at - EPOCH) // MICROSECOND if row.completed_at else 0


def _person(visitor: Visitor) -> dict[str, object]:
    return {"user_id": visitor.id, "workspaces": visitor.workspaces}
