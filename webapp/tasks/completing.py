"""Completing tasks and opening them again."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ..activity.recording import Actor, Recorded, record


class Completing(Recorded):
    """When a task was done and by whom."""

    completed_at: Mapped[datetime | None]
    completed_by_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))

    @property
    def is_completed(self) -> bool:
        return self.completed_at is not None

    def complete(self, *, by: Actor, now: datetime) -> None:
        if not self.is_completed:
            self.completed_at, self.completed_by_id = now, by.id
            record(self, "completed", by=by, now=now)

    def reopen(self, *, by: Actor, now: datetime) -> None:
        self.completed_at = self.completed_by_id = None
        record(self, "reopened", by=by, now=now)
