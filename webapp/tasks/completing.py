"""Completing tasks and opening them again, with what hangs on them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.bulk import Command, change_rows, change_tree
from ..activity.recording import Actor, Recorded, record
from ..trees import ids_above


class Completing(Recorded):
    """When a task was done and by whom. Whatever hangs on a task that is done is done too."""

    completed_at: Mapped[datetime | None]
    completed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    @property
    def is_completed(self) -> bool:
        return self.completed_at is not None

    def complete(self, *, by: Actor, now: datetime) -> None:
        """Its open steps are completed with it."""
        if not self.is_completed:
            task: Any = type(self)
            values = {"completed_at": now, "completed_by_id": by.id}
            standing = (task.completed_at.is_(None), task.deleted_at.is_(None))
            change_tree(self, Command("completed", values, by, now), *standing)

    def reopen(self, session: Session, *, by: Actor, now: datetime) -> None:
        """The tasks on which it hangs are opened with it."""
        self.completed_at = self.completed_by_id = None
        record(self, "reopened", by=by, now=now)
        self.reopen_above(session, by=by, now=now)

    def reopen_above(self, session: Session, *, by: Actor, now: datetime) -> None:
        """Open the tasks on which this one hangs."""
        task: Any = type(self)
        ids = ids_above(session, self)
        if ids:
            above = (task.workspace_id == self.workspace_id, task.id.in_(ids), task.completed_at.is_not(None))
            values = {"completed_at": None, "completed_by_id": None}
            change_rows(session, task, Command("reopened", values, by, now), *above)
