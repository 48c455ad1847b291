"""The bin: deleted tasks, newest first, and deleting them for good."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from .models import Task

PAGE = 100


class BinnedTask(NamedTuple):
    """What the bin prints of a task."""

    id: int
    title: str
    deleted_at: datetime

    @property
    def cursor(self) -> str:
        """Where the next page begins, as `?after=`."""
        return f"{self.deleted_at.timestamp():.6f}_{self.id}"


def bin_page(
    session: Session, person: Visitor, after: tuple[float, int] | None
) -> tuple[list[BinnedTask], str]:
    """One page of the tasks that a person may restore, and the cursor of the next (empty at the end)."""
    found = select(Task.id, Task.title, Task.deleted_at).where(
        Task.may_be_changed_by(person), Task.deleted_at.is_not(None)
    )
    if after:
        instant = datetime.fromtimestamp(after[0], UTC)
        found = found.where(Task.deleted_at <= instant, (Task.deleted_at < instant) | (Task.id < after[1]))
    ordered = found.order_by(Task.deleted_at.desc(), Task.id.desc()).limit(PAGE + 1)
    rows = [BinnedTask._make(row) for row in session.execute(ordered)]
    return rows[:PAGE], rows[PAGE - 1].cursor if len(rows) > PAGE else ""


def delete_for_good(session: Session, *conditions: Any) -> int:
    """Remove deleted tasks that fit; how many there were. There is no way back."""
    gone = session.execute(
        delete(Task).where(Task.deleted_at.is_not(None), *conditions),
        execution_options={"synchronize_session": False},
    )
    return gone.rowcount  # type: ignore[attr-defined, no-any-return]
