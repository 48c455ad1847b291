"""Tasks."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship
from sqlalchemy.sql import text

from ..accounts.models import User
from ..accounts.visitors import Visitor
from ..database import Base, Id, InWorkspace, partial_index, refers_to, to_parent, workspace_args
from ..projects.models import Project
from .completing import Completing
from .deleting import Deleting
from .titles import LONGEST, clean_title

Actor = User | Visitor

OPEN = text("deleted_at IS NULL AND completed_at IS NULL")
DONE = text("deleted_at IS NULL AND completed_at IS NOT NULL")
KEPT = text("deleted_at IS NULL")


class Stale(Exception):
    """The row has been changed since the form was made; `theirs` is what it says now."""

    def __init__(self, theirs: str, version: int) -> None:
        super().__init__(theirs)
        self.theirs, self.version = theirs, version


class Task(Completing, Deleting, InWorkspace, Base):
    """Something to do. `position` orders it among its neighbours, `version` counts its edits."""

    __tablename__ = "task"
    __table_args__ = workspace_args(
        refers_to("project", "project_id"),
        Index("ix_task_place", "workspace_id", "project_id", "position"),
        # Of indexes that fit equally well SQLite takes the one made last, and they are made by name:
        # "all" comes before "done" and "open", so that each list gets its own.
        partial_index("ix_task_all", "workspace_id", "position", "id", where=KEPT),
        partial_index("ix_task_open", "workspace_id", "position", "id", where=OPEN),
        partial_index("ix_task_done", "workspace_id", "position", "id", where=DONE),
    )

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
        return task

    def rename(self, title: str, *, seen_version: int) -> None:
        """Give it another title. Raises Invalid, or Stale if it has been renamed since `seen_version`."""
        title = clean_title(title)
        if title == self.title:
            return
        if seen_version != self.version:
            raise Stale(self.title, self.version)
        self.title = title
        self.version += 1

    def restore(self, *, title: str | None = None) -> None:
        """Bring it back from the bin, with another title if one is given. Raises Invalid."""
        self.deleted_at = None
        if title is not None:
            self.rename(title, seen_version=self.version)
