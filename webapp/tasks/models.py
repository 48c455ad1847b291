"""Tasks."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship
from sqlalchemy.sql import text

from ..activity.recording import Actor, Recorded, Tracked, record, record_each
from ..activity.undoing import after_reverting
from ..database import Base, partial_index, refers_to, to_parent, workspace_args
from ..errors import Invalid
from ..ordering import put_before
from ..projects.models import Project, editable
from ..projects.sections import Section
from .checking import check_tasks
from .dates import DATE_RULES, TRACKED_DATES
from .deleting import Deleting
from .editing import Editing, cleaned
from .placing import Spot
from .titles import LONGEST, clean_title, priority_words

OPEN = text("deleted_at IS NULL AND completed_at IS NULL")
COUNTABLE = text("deleted_at IS NULL AND completed_at IS NULL AND parent_id IS NULL")
DONE = text("deleted_at IS NULL AND completed_at IS NOT NULL")
PLANNED = text("deleted_at IS NULL AND completed_at IS NULL AND due_on IS NOT NULL")
WITH_DEADLINE = text("deleted_at IS NULL AND completed_at IS NULL AND deadline_on IS NOT NULL")
KEPT = text("deleted_at IS NULL")
BINNED = text("deleted_at IS NOT NULL")


class Task(Editing, Deleting, Recorded, Base):
    """Something to do. Its steps are tasks too, which hang on it by `parent_id`.

    `position` orders it among those in the same place. `typed` is the line out of which it was made, if that
    says more than its title.
    """

    __tablename__ = "task"
    __table_args__ = workspace_args(
        refers_to("project", "project_id"),
        refers_to("section", "section_id"),
        refers_to("task", "parent_id"),
        CheckConstraint("priority >= 1 AND priority <= 4", "priority"),
        *(CheckConstraint(rule, name) for name, rule in DATE_RULES.items()),
        # Of indexes that fit equally well SQLite takes the one made last, and they are made by name:
        # "all" comes before "done" and "open", so that each list gets its own.
        partial_index("ix_task_all", "workspace_id", "position", "id", where=KEPT),
        partial_index("ix_task_countable", "workspace_id", "project_id", where=COUNTABLE),
        partial_index("ix_task_open", "workspace_id", "position", "id", where=OPEN),
        partial_index("ix_task_binned", "workspace_id", "deleted_at", "id", where=BINNED),
        partial_index("ix_task_completed", "workspace_id", "completed_at", "id", where=DONE),
        partial_index("ix_task_deadline", "workspace_id", "deadline_on", where=WITH_DEADLINE),
        partial_index("ix_task_done", "workspace_id", "position", "id", where=DONE),
        partial_index("ix_task_due", "workspace_id", "due_on", where=PLANNED),
        partial_index(
            "ix_task_in_project", "workspace_id", "project_id", "section_id", "position", where=KEPT
        ),
        partial_index(
            "ix_task_steps", "workspace_id", "parent_id", "position", where=text("parent_id IS NOT NULL")
        ),
        partial_index("ix_task_section", "workspace_id", "section_id", where=text("section_id IS NOT NULL")),
    )

    subject = noun = "task"
    name_from = "title"
    tracked: ClassVar = {
        "title": Tracked("title", str),
        "typed": Tracked("typed", when_made=True),
        "notes": Tracked("notes", str),
        "priority": Tracked("priority", priority_words),
        **TRACKED_DATES,
        "project_id": Tracked("project", refers="project"),
        "section_id": Tracked("section", refers="section"),
        "parent_id": Tracked("step of", refers="task"),
        "position": Tracked("order"),
        "completed_at": Tracked("completed"),
        "completed_by_id": Tracked("completed by"),
        "deleted_at": Tracked("deleted"),
    }
    verbs: ClassVar = {
        "added": "adding",
        "renamed": "renaming",
        "changed": "changing",
        "rescheduled": "rescheduling",
        "moved": "moving",
        "shifted": "making room for",
        "completed": "completing",
        "reopened": "reopening",
        "deleted": "deleting",
        "restored": "restoring",
    }

    created_at: Mapped[datetime]
    created_by_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    typed: Mapped[str | None] = mapped_column(String(LONGEST))

    project: Mapped[Project] = relationship(primaryjoin=lambda: to_parent(Task, Task.project_id, Project))

    @classmethod
    def add(
        cls, session: Session, place: Project | Section, title: str, *, by: Actor, now: datetime
    ) -> "Task":
        """A new task at the end of a project or section. Raises Invalid for a title that cannot be."""
        return cls.add_with(session, place, {"title": title}, by=by, now=now)

    @classmethod
    def add_with(
        cls, session: Session, place: Project | Section, words: Mapping[str, Any], *, by: Actor, now: datetime
    ) -> "Task":
        """As `add`, with more words than a title: its priority, say. Raises Invalid."""
        task = cls._begin(place.workspace_id, words["title"], by, now)
        task.set_words(cleaned(words))
        if isinstance(place, Section):
            task.project_id, task.section_id = place.project_id, place.id
        else:
            task.project = place
            task.project_id = place.id
        task._keep(session, by=by, now=now)
        return task

    @classmethod
    def add_at(
        cls, session: Session, spot: Spot, words: Mapping[str, Any], *, by: Actor, now: datetime
    ) -> "Task":
        """A new task at a spot, with its title and more. Raises Invalid, also where it is too deep."""
        task = cls._begin(spot.workspace_id, words["title"], by, now)
        task.set_words(cleaned(words))
        task.project_id, task.section_id, task.parent_id = spot.place
        task.check_level(session)
        others = put_before(session, task, task.siblings(), spot.before_id)
        session.add(task)
        record_each([(task, "added"), *((other, "shifted") for other in others)], by=by, now=now)
        task.reopen_above(session, by=by, now=now)
        return task

    def add_step(self, session: Session, title: str, *, by: Actor, now: datetime) -> "Task":
        """A new last step of this task, which is opened for it. Raises Invalid, also where it is too deep."""
        step = self._begin(self.workspace_id, title, by, now)
        step.project_id, step.section_id, step.parent_id = self.project_id, self.section_id, self.id
        step.check_level(session)
        step._keep(session, by=by, now=now)
        step.reopen_above(session, by=by, now=now)
        return step

    @classmethod
    def _begin(cls, workspace_id: int, title: str, by: Actor, now: datetime) -> "Task":
        return cls(workspace_id=workspace_id, title=clean_title(title), created_at=now, created_by_id=by.id)

    def _keep(self, session: Session, *, by: Actor, now: datetime) -> None:
        self.position = self.last_position(session) + 1
        session.add(self)
        record(self, "added", by=by, now=now)

    @classmethod
    def check_reverted(cls, session: Session, rows: Iterable[Any]) -> None:
        check_tasks(session, rows)

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        return editable(cls, actor)

    @classmethod
    def is_editable(cls, workspace_id: Any, id: Any, actor: Any) -> ColumnElement[bool]:
        """The condition on a row that refers to a task, that a person may change that task."""
        found = select(cls.id).where(cls.workspace_id == workspace_id, cls.id == id, editable(cls, actor))
        return found.exists()


@after_reverting
def check_sections(session: Session, rows: Iterable[Recorded]) -> None:
    """Raise Invalid if one of these sections is deleted or elsewhere while tasks still stand in it."""
    for section in (row for row in rows if isinstance(row, Section)):
        within = select(Task.id).where(
            Task.workspace_id == section.workspace_id,
            Task.section_id == section.id,
            Task.deleted_at.is_(None),
        )
        left = within if section.is_deleted else within.where(Task.project_id != section.project_id)
        if session.scalar(left.limit(1)):
            raise Invalid("It has got tasks since, which would stay behind.")
