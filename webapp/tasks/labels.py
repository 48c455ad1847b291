"""Labels of a workspace, and the tasks that bear them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ColumnElement, String, UniqueConstraint, or_, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from ..activity.deleting import Deleting
from ..activity.merging import Since, merge_since
from ..activity.recording import Actor, Recorded, Tracked, record
from ..database import Base, Id, partial_index, refers_to, to_parent, workspace_args
from ..errors import Invalid
from ..names import clean_name, folded
from ..projects.models import HUES
from .models import Task

LONGEST_NAME = 60
SIGNS = "@%,"
KEPT = text("deleted_at IS NULL")


def clean_label(text: str) -> str:
    """A label's name without the sign before it. Raises Invalid."""
    name = clean_name(text.strip().lstrip(SIGNS), LONGEST_NAME, "Give the label a name.")
    if "," in name:
        raise Invalid("A label cannot contain a comma.")
    return name


class Label(Deleting, Recorded, Base):
    """A word that tasks of all projects of a workspace may bear."""

    __tablename__ = "label"
    __table_args__ = workspace_args(
        partial_index("uq_label_name", "workspace_id", "folded_name", where=KEPT, unique=True),
        CheckConstraint(f"hue >= 0 AND hue < {HUES}", "hue"),
    )

    subject = noun = "label"
    project_from = None
    tracked: ClassVar = {
        "name": Tracked("name", str),
        "folded_name": Tracked("name"),
        "hue": Tracked("colour"),
        "deleted_at": Tracked("deleted"),
    }
    verbs: ClassVar = {
        "added": "adding",
        "changed": "changing",
        "merged": "merging",
        "deleted": "deleting",
        "restored": "restoring",
    }

    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    folded_name: Mapped[str] = mapped_column(String(2 * LONGEST_NAME))
    hue: Mapped[int | None]

    @classmethod
    def named(cls, session: Session, workspace_id: int, name: str) -> "Label | None":
        """The label that reads like this."""
        here = select(cls).where(cls.workspace_id == workspace_id, cls.deleted_at.is_(None))
        return session.scalar(here.where(cls.folded_name == folded(name)))

    @classmethod
    def add(cls, session: Session, workspace_id: int, name: str, *, by: Actor, now: datetime) -> "Label":
        """A new label. Raises Invalid for a name that cannot be, or that is taken."""
        name = clean_label(name)
        label = cls(workspace_id=workspace_id, name=name, folded_name=folded(name))
        label._check_name(session)
        session.add(label)
        record(label, "added", by=by, now=now)
        return label

    def change(
        self, session: Session, wanted: Mapping[str, Any], seen_version: int, *, by: Actor, now: datetime
    ) -> Mapping[str, Since]:
        """Change its name, its hue (None for no colour) or both; what others have changed since then.

        Raises Invalid, or Stale where somebody else has changed the same since `seen_version`.
        """
        cleaned = {name: clean_label(value) if name == "name" else value for name, value in wanted.items()}
        merged = merge_since(session, self, cleaned, seen_version)
        for name, value in merged.changes.items():
            setattr(self, name, value)
        self.folded_name = folded(self.name)
        self._check_name(session)
        record(self, "changed", by=by, now=now)
        return merged.meanwhile

    @classmethod
    def check_reverted(cls, session: Session, rows: Iterable[Any]) -> None:
        for row in rows:
            if not row.is_deleted:
                row._check_name(session)

    def _check_name(self, session: Session) -> None:
        named = Label.named(session, self.workspace_id, self.name)
        if named and named is not self:
            raise Invalid(f"There is a label “{named.name}” already.")

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        return cls.workspace_id.in_([actor.workspace_id])


class TaskLabel(Recorded, Base):
    """That a task bears a label; what it no longer bears stays as a deleted row."""

    __tablename__ = "task_label"
    __table_args__ = workspace_args(
        refers_to("task", "task_id"),
        refers_to("label", "label_id"),
        UniqueConstraint("workspace_id", "task_id", "label_id"),
        partial_index("ix_task_label_label", "workspace_id", "label_id", "task_id", where=KEPT),
    )

    subject, noun = "task_label", ""
    tracked: ClassVar = {"deleted_at": Tracked("label")}
    verbs: ClassVar = {"labelled": "labelling", "unlabelled": "unlabelling"}

    task_id: Mapped[int] = mapped_column(Id)
    label_id: Mapped[int] = mapped_column(Id)

    # Both are read with the row: what many tasks bear is undone in one statement, names included.
    task: Mapped[Task] = relationship(
        primaryjoin=lambda: to_parent(TaskLabel, TaskLabel.task_id, Task), lazy="joined", innerjoin=True
    )
    label: Mapped[Label] = relationship(
        primaryjoin=lambda: to_parent(TaskLabel, TaskLabel.label_id, Label), lazy="joined", innerjoin=True
    )

    @classmethod
    def add(cls, session: Session, task: Task, label: Label, *, by: Actor, now: datetime) -> None:
        """Let a task bear a label of its workspace."""
        row = cls._of(session, task, label)
        if row is None:
            row = cls(workspace_id=task.workspace_id, task=task, label=label)
            session.add(row)
        row.deleted_at = None
        record(row, "labelled", by=by, now=now)

    @classmethod
    def remove(cls, session: Session, task: Task, label: Label, *, by: Actor, now: datetime) -> None:
        """Let a task no longer bear a label."""
        row = cls._of(session, task, label)
        if row and not row.is_deleted:
            row.deleted_at = now
            record(row, "unlabelled", by=by, now=now)

    @classmethod
    def _of(cls, session: Session, task: Task, label: Label) -> "TaskLabel | None":
        pair = (cls.task_id == task.id, cls.label_id == label.id)
        return session.scalar(select(cls).where(cls.workspace_id == task.workspace_id, *pair))

    @property
    def project_id(self) -> int:
        return self.task.project_id

    @property
    def subject_name(self) -> str:
        return f"{self.task.title} @{self.label.name}"

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        """Whose workspace it is undoes what they did to a label, archived tasks included."""
        own = cls.workspace_id.in_([actor.workspace_id])
        return or_(own, Task.is_editable(cls.workspace_id, cls.task_id, actor))
