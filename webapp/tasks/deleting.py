"""Deleting tasks and bringing them back: a deleted one keeps everything but is shown nowhere."""

from datetime import datetime

from sqlalchemy.orm import Mapped


class Deleting:
    """When a task was deleted."""

    deleted_at: Mapped[datetime | None]

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None

    def delete(self, *, now: datetime) -> None:
        self.deleted_at = self.deleted_at or now
