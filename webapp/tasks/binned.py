"""The bin: deleted tasks, newest first."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from .models import Task

PAGE = 100
NEWEST = (datetime.max.replace(tzinfo=UTC), 0)
CURSOR = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})_(\d{1,19})", re.ASCII)


class BinnedTask(NamedTuple):
    """What the bin prints of a task."""

    id: int
    title: str
    deleted_at: datetime

    @property
    def cursor(self) -> str:
        """Where the next page begins, as `?after=`."""
        return f"{self.deleted_at:%Y-%m-%dT%H:%M:%S.%f}_{self.id}"


def bin_page(
    session: Session, person: Visitor, after: tuple[datetime, int] = NEWEST
) -> tuple[list[BinnedTask], str]:
    """One page of the tasks that a person may restore, and the cursor of the next (empty at the end)."""
    instant, id = after
    found = select(Task.id, Task.title, Task.deleted_at).where(
        Task.may_be_changed_by(person),
        Task.deleted_at <= instant,
        (Task.deleted_at < instant) | (Task.id < id),
    )
    ordered = found.order_by(Task.deleted_at.desc(), Task.id.desc()).limit(PAGE + 1)
    rows = [BinnedTask._make(row) for row in session.execute(ordered)]
    return rows[:PAGE], rows[PAGE - 1].cursor if len(rows) > PAGE else ""


def parse_cursor(text: str) -> tuple[datetime, int] | None:
    """The key in a `cursor`, NEWEST for an empty one, None for anything else."""
    found = CURSOR.fullmatch(text)
    if not found or int(found[2]) >= 2**63:
        return None if text else NEWEST
    try:
        return datetime.fromisoformat(f"{found[1]}+00:00"), int(found[2])
    except ValueError:
        return None
