"""Deleting tasks into the bin, bringing them back, and deleting for good."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Mapped

from ..activity.recording import Actor, Recorded, record

KEPT_FOR = timedelta(days=30)


class Deleting(Recorded):
    """When a task was deleted. Until it is deleted for good it keeps everything and is shown in the bin."""

    deleted_at: Mapped[datetime | None]

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None

    def delete(self, *, by: Actor, now: datetime) -> None:
        self.deleted_at = self.deleted_at or now
        record(self, "deleted", by=by, now=now)

    def restore(self, *, by: Actor, now: datetime) -> None:
        self.deleted_at = None
        record(self, "restored", by=by, now=now)
