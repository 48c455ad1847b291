"""What a task waits for: other tasks of its workspace that have to be done first."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, UniqueConstraint, literal, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from ..activity.recording import Actor, Recorded, Tracked, record
from ..database import Base, Id, partial_index, refers_to, to_parent, workspace_args
from ..errors import Invalid
from ..trees import ids_above
from .models import Task
from .titles import shortened

KEPT = text("deleted_at IS NULL")


class Blocker(Recorded, Base):
    """That a task waits for another; what it no longer waits for stays as a deleted row."""

    __tablename__ = "blocker"
    __table_args__ = workspace_args(
        refers_to("task", "task_id"),
        refers_to("task", "blocked_by_id"),
        UniqueConstraint("workspace_id", "task_id", "blocked_by_id"),
        partial_index("ix_blocker_blocked_by", "workspace_id", "blocked_by_id", "task_id", where=KEPT),
    )

    subject, noun = "blocker", "task"
    tracked: ClassVar = {"deleted_at": Tracked("blocked")}
    verbs: ClassVar = {"blocked": "blocking", "unblocked": "unblocking"}

    task_id: Mapped[int] = mapped_column(Id)
    blocked_by_id: Mapped[int] = mapped_column(Id)

    task: Mapped[Task] = relationship(primaryjoin=lambda: to_parent(Blocker, Blocker.task_id, Task))
    blocked_by: Mapped[Task] = relationship(
        primaryjoin=lambda: to_parent(Blocker, Blocker.blocked_by_id, Task), overlaps="task"
    )

    @classmethod
    def add(cls, session: Session, task: Task, other: Task, *, by: Actor, now: datetime) -> None:
        """Let a task wait for another. Raises Invalid where neither could ever begin."""
        row = cls._of(session, task, other)
        if row is None:
            row = cls(workspace_id=task.workspace_id, task=task, blocked_by=other)
        if row.id and not row.is_deleted:
            return
        row.deleted_at = None
        row._check(session)
        session.add(row)
        record(row, "blocked", by=by, now=now)

    @classmethod
    def remove(cls, session: Session, task: Task, other: Task, *, by: Actor, now: datetime) -> None:
        """Let a task no longer wait for another."""
        row = cls._of(session, task, other)
        if row and not row.is_deleted:
            row.deleted_at = now
            record(row, "unblocked", by=by, now=now)

    @classmethod
    def _of(cls, session: Session, task: Task, other: Task) -> "Blocker | None":
        pair = (cls.task_id == task.id, cls.blocked_by_id == other.id)
        return session.scalar(select(cls).where(cls.workspace_id == task.workspace_id, *pair))

    @classmethod
    def check_reverted(cls, session: Session, rows: Iterable[Any]) -> None:
        for row in rows:
            if not row.is_deleted:
                row._check(session)

    def _check(self, session: Session) -> None:
        if self.task is self.blocked_by:
            raise Invalid("A task cannot wait for itself.")
        waiting, other = shortened(self.task.title), shortened(self.blocked_by.title)
        if self.task.id in _waited_for(session, self.blocked_by):
            raise Invalid(f"{other} already waits for {waiting}: neither could ever begin.")
        if self._is_within(session):
            raise Invalid(f"{waiting} cannot wait for {other}: one is a step of the other.")

    def _is_within(self, session: Session) -> bool:
        """Whether one of the two is a step of the other, however far below."""
        above, above_other = ids_above(session, self.task), ids_above(session, self.blocked_by)
        return self.blocked_by.id in above or self.task.id in above_other

    @property
    def project_id(self) -> int:
        return self.task.project_id

    @property
    def subject_name(self) -> str:
        return f"{self.task.title}, waiting for {self.blocked_by.title}"

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        return Task.is_editable(cls.workspace_id, cls.task_id, actor)


def _waited_for(session: Session, task: Task) -> set[int]:
    """The ids of all tasks that have to be done before this one, it itself included."""
    table: Any = Blocker.__table__
    here = (table.c.workspace_id == task.workspace_id, table.c.deleted_at.is_(None))
    found = select(literal(task.id, Id).label("id")).cte("waited_for", recursive=True)
    further = select(table.c.blocked_by_id).join(found, table.c.task_id == found.c.id).where(*here)
    return set(session.scalars(select(found.union(further).c.id)))
