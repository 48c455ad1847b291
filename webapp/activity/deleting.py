"""Deleting into the bin and bringing back."""

from datetime import datetime, timedelta

from .recording import Actor, Recorded, record

KEPT_FOR = timedelta(days=30)


class Deleting(Recorded):
    """Until it is deleted for good, what is deleted keeps everything and is shown in the bin."""

    def delete(self, *, by: Actor, now: datetime) -> None:
        self.deleted_at = self.deleted_at or now
        record(self, "deleted", by=by, now=now)

    def restore(self, *, by: Actor, now: datetime) -> None:
        self.deleted_at = None
        record(self, "restored", by=by, now=now)
