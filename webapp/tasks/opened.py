"""All that the full editor and a task's own page show of it beside its row."""

from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..trees import below, ids_above
from .blocking import Blocker
from .label_tags import LabelTag, label_choices
from .models import Task
from .places import Place, places
from .rows import TaskRow, some_rows
from .steps import Step, steps_of
from .titles import LONGEST

FOUND = 10


class Opened(NamedTuple):
    """A task, what hangs on it and for what it waits, and where it could stand and what it could bear."""

    row: TaskRow
    notes: str
    steps: list[Step]
    blockers: list[TaskRow]
    places: list[Place]
    labels: list[LabelTag]
    parent: TaskRow | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """What its form holds to begin with."""
        row = self.row
        borne = frozenset(label.id for label in row.labels)
        return {
            "title": row.title,
            "notes": self.notes,
            "priority": str(row.priority),
            "place": self.place,
            "version": row.version,
            "labels": borne,
            "seen_labels": borne,
        }

    @property
    def place(self) -> str:
        """Where it stands, as a form sends it."""
        return Place(self.row.project_id, self.row.section_id).value

    @property
    def place_name(self) -> str:
        """Where it stands, as people say it."""
        return next((place.name for place in self.places if place.value == self.place), self.row.project)


def opened(session: Session, visitor: Visitor, row: TaskRow) -> Opened:
    """What is to be shown of a task that the person may see."""
    this = (Task.workspace_id.in_(visitor.workspaces), Task.id == row.id)
    notes = session.scalar(select(Task.notes).where(*this)) or ""
    offered = places(session, visitor) if row.can_edit else []
    steps, blockers = steps_of(visitor, row.id), blockers_of(session, visitor, row.id)
    labels = label_choices(visitor, row.id) if row.can_edit else []
    parents = some_rows(visitor, [row.parent_id]) if row.parent_id else []
    return Opened(row, notes, steps, blockers, offered, labels, next(iter(parents), None))


def blockers_of(session: Session, visitor: Visitor, id: int) -> list[TaskRow]:
    """The tasks for which a task waits, done ones too."""
    own = (Blocker.workspace_id.in_(visitor.workspaces), Blocker.task_id == id, Blocker.deleted_at.is_(None))
    ids = session.scalars(select(Blocker.blocked_by_id).where(*own)).all()
    return some_rows(visitor, ids) if ids else []


def found_blockers(session: Session, visitor: Visitor, id: int, text: str) -> list[TaskRow]:
    """Open tasks whose title contains these words and for which a task could wait."""
    words = "".join(character for character in text if character.isprintable()).strip()[:LONGEST]
    if not words:
        return []
    task = session.scalars(select(Task).where(Task.workspace_id.in_(visitor.workspaces), Task.id == id)).one()
    own = (Task.id.not_in(ids_above(session, task)), Task.id.not_in(select(below(task).c.id)))
    open_ones = (Task.deleted_at.is_(None), Task.completed_at.is_(None), *own)
    like = Task.title.icontains(words, autoescape=True)
    found = select(Task.id).where(Task.workspace_id == task.workspace_id, *open_ones, like)
    ids = session.scalars(found.order_by(Task.id.desc()).limit(FOUND)).all()
    return some_rows(visitor, ids) if ids else []
