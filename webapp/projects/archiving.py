"""Putting a project away, and deleting it, with what is under it."""

from datetime import datetime

from sqlalchemy.orm import Mapped, Session

from ..activity.bulk import Command, change_tree
from ..activity.recording import Actor, Recorded
from ..errors import Invalid


class Archiving(Recorded):
    """When a project was archived: what is in it is shown there, but in no other list, and stands still.

    Tasks are not touched when their project is archived or deleted: lists look at both.
    """

    archived_at: Mapped[datetime | None]
    is_inbox: Mapped[bool]
    parent_id: Mapped[int | None]

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    def archive(self, *, by: Actor, now: datetime) -> None:
        """Raises Invalid for the Inbox."""
        self.refuse_inbox("archived")
        standing = type(self).archived_at.is_(None)
        change_tree(self, Command("archived", {"archived_at": self.archived_at or now}, by, now), standing)

    def unarchive(self, *, by: Actor, now: datetime) -> None:
        """With what was archived together with it; nothing happens to one that is not archived."""
        if not self.is_archived:
            return
        together = type(self).archived_at == self.archived_at
        change_tree(self, Command("unarchived", {"archived_at": None}, by, now), together)

    def delete(self, *, by: Actor, now: datetime) -> None:
        """Raises Invalid for the Inbox."""
        self.refuse_inbox("deleted")
        standing = type(self).deleted_at.is_(None)
        change_tree(self, Command("deleted", {"deleted_at": self.deleted_at or now}, by, now), standing)

    def restore(self, session: Session, *, by: Actor, now: datetime) -> None:
        """With what was deleted together with it; to the top if what it hung on is gone.

        Raises Invalid if its name is taken there, or it reaches too deep.
        """
        together = type(self).deleted_at == self.deleted_at
        above = self.parent_id and session.get_one(type(self), (self.workspace_id, self.parent_id))
        if above and above.is_deleted:
            self.parent_id = None
        self.deleted_at = None
        self.check_reverted(session, [self])  # before the database refuses it without words
        change_tree(self, Command("restored", {"deleted_at": None}, by, now), together)
        self.check_reverted(session, [self])

    def refuse_inbox(self, done: str) -> None:
        """Raises Invalid for the Inbox."""
        if self.is_inbox:
            raise Invalid(f"The Inbox cannot be {done}.")
