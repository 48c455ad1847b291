"""Tasks."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, ForeignKey, Index, String, func, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship
from sqlalchemy.sql import text

from ..activity.recording import Actor, Recorded, Tracked, record
from ..database import Base, Id, partial_index, refers_to, to_parent, workspace_args
from ..projects.models import Project, editable
from .completing import Completing
from .deleting import Deleting
from .titles import LONGEST, clean_title

OPEN = text("deleted_at IS NULL AND completed_at IS NULL")
DONE = text("deleted_at IS NULL AND completed_at IS NOT NULL")
KEPT = text("deleted_at IS NULL")
BINNED = text("deleted_at IS NOT NULL")


class Stale(Exception):
    """The row has been changed since the form was made; `theirs` is what it says now."""

    def __init__(self, theirs: str, version: int) -> None:
        super().__init__(theirs)
        self.theirs, self.version = theirs, version


class Task(Completing, Deleting, Recorded, Base):
    """Something to do. `position` orders it among its neighbours, `version` counts its edits."""

    __tablename__ = "task"
    __table_args__ = workspace_args(
        refers_to("project", "project_id"),
        Index("ix_task_place", "workspace_id", "project_id", "position"),
        # Of indexes that fit equally well SQLite takes the one made last, and they are made by name:
        # "all" comes before "done" and "open", so that each list gets its own.
        partial_index("ix_task_all", "workspace_id", "position", "id", where=KEPT),
        partial_index("ix_task_open", "workspace_id", "position", "id", where=OPEN),
        partial_index("ix_task_binned", "workspace_id", "deleted_at", "id", where=BINNED),
        partial_index("ix_task_done", "workspace_id", "position", "id", where=DONE),
    )

    subject = "task"
    tracked: ClassVar = {
        "title": Tracked("title", str),
        "project_id": Tracked("project"),
        "position": Tracked("order"),
        "completed_at": Tracked("completed"),
        "completed_by_id": Tracked("completed by"),
        "deleted_at": Tracked("deleted"),
    }
    verbs: ClassVar = {
        "added": "adding",
        "renamed": "renaming",
        "completed": "completing",
        "reopened": "reopening",
        "deleted": "deleting",
        "restored": "restoring",
    }

    project_id: Mapped[int] = mapped_column(Id)
    title: Mapped[str] = mapped_column(String(LONGEST))
    position: Mapped[float]
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]
    created_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))

    project: Mapped[Project] = relationship(
        primaryjoin=lambda: to_parent(Task, Task.project_id, Project),
    )

    @classmethod
    def add(cls, session: Session, project: Project, title: str, *, by: Actor, now: datetime) -> "Task":
        """A new task at the end of a project. Raises Invalid for a title that cannot be."""
        last = select(func.max(cls.position)).where(
            cls.workspace_id == project.workspace_id, cls.project_id == project.id
        )
        task = cls(
            project=project,
            title=clean_title(title),
            position=(session.scalar(last) or 0) + 1,
            created_at=now,
            created_by_id=by.id,
        )
        session.add(task)
        record(task, "added", by=by, now=now)
        return task

    def rename(self, title: str, *, seen_version: int, by: Actor, now: datetime) -> None:
        """Give it another title. Raises Invalid, or Stale if it has been renamed since `seen_version`."""
        title = clean_title(title)
        if title == self.title:
            return
        if seen_version != self.version:
            raise Stale(self.title, self.version)
        self.title = title
        self.version += 1
        record(self, "renamed", by=by, now=now)

    def restore_as(self, title: str, *, by: Actor, now: datetime) -> None:
        """Bring it back from the bin under another title. Raises Invalid."""
        title = clean_title(title)
        if title != self.title:
            self.title, self.version = title, self.version + 1
        self.restore(by=by, now=now)

    @property
    def subject_name(self) -> str:
        return self.title

    def check_after_revert(self) -> None:
        if inspect(self).attrs.title.history.has_changes():
            clean_title(self.title)
            self.version += 1

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        return editable(cls, actor)
