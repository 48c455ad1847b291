"""Labels as rows and editors print them."""

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import bindparam, select

from ..accounts.visitors import Visitor
from ..database import reading
from .labels import Label
from .models import Task


class LabelTag(NamedTuple):
    """A label as a row prints it."""

    id: int
    name: str
    hue: int | None


class HasName(Protocol):
    """What can be put in the order of its names."""

    @property
    def name(self) -> str: ...


Named = TypeVar("Named", bound=HasName)

label_ = Label.__table__.c
STANDING = select(label_.id, label_.name, label_.hue).where(
    label_.workspace_id.in_(bindparam("workspaces", expanding=True)), label_.deleted_at.is_(None)
)
SOME = STANDING.where(label_.id.in_(bindparam("ids", expanding=True)))
CHOICES = STANDING.where(
    label_.workspace_id == select(Task.workspace_id).where(Task.id == bindparam("task_id")).scalar_subquery()
)


def some_tags(visitor: Visitor, ids: Iterable[int]) -> list[LabelTag]:
    """Those of these labels that stand, by name."""
    return _tags(SOME, {"workspaces": visitor.workspaces, "ids": list(ids)})


def label_choices(visitor: Visitor, task_id: int) -> list[LabelTag]:
    """The labels that a task may bear, by name."""
    return _tags(CHOICES, {"workspaces": visitor.workspaces, "task_id": task_id})


def by_name(labels: Iterable[Named]) -> list[Named]:
    """Labels as people look for them."""
    return sorted(labels, key=lambda label: (label.name.casefold(), label.name))


def _tags(statement: Any, parameters: dict[str, Any]) -> list[LabelTag]:
    return by_name(LabelTag._make(row) for row in reading().execute(statement, parameters))
