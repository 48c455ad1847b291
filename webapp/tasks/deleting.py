"""Deleting a task with its steps, and bringing it back with those that went with it."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ..activity.bulk import Command, change_tree
from ..activity.recording import Actor
from .placing import Placing


class Deleting(Placing):
    """Until it is deleted for good, a deleted task keeps everything and is shown in the bin."""

    def delete(self, *, by: Actor, now: datetime) -> None:
        task: Any = type(self)
        command = Command("deleted", {"deleted_at": self.deleted_at or now}, by, now)
        change_tree(self, command, task.deleted_at.is_(None))

    def restore(self, session: Session, *, by: Actor, now: datetime) -> None:
        """To the place where it was, or as near to it as there is still something."""
        if not self.is_deleted:
            return
        task: Any = type(self)
        together = task.deleted_at == self.deleted_at
        place = {"project_id": self.project_id, "section_id": self.section_id}
        self.settle(session)
        settled = {name: getattr(self, name) for name, was in place.items() if getattr(self, name) != was}
        change_tree(self, Command("restored", {"deleted_at": None, **settled}, by, now), together)
        if not self.is_completed:
            self.reopen_above(session, by=by, now=now)
