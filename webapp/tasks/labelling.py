"""Which labels a task bears: what a form asks for."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..errors import Invalid
from .labels import Label, TaskLabel, clean_label
from .models import Task


class WantedLabels(NamedTuple):
    """What a form says: the ids that are checked, those that were when it was made, and a label by its name.

    A name that no label has is made into one only if `create` says so.
    """

    checked: frozenset[int] = frozenset()
    seen: frozenset[int] = frozenset()
    name: str = ""
    create: bool = False


class UnknownLabel(Invalid):
    """No label has this name; saving again with `create` makes one."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no label “{name}” yet.")
        self.name = name


def apply_labels(session: Session, task: Task, wanted: WantedLabels, *, by: Visitor, now: datetime) -> None:
    """Attach what was checked and remove what was unchecked; whatever others did meanwhile stays.

    Labels of other workspaces are as if they were missing. Raises Invalid for a name that cannot be, and
    UnknownLabel for one that is offered first. It makes labels, so that the transaction is `rearranging`.
    """
    added = standing_labels(session, task, wanted.checked - wanted.seen)
    if wanted.name.strip():
        added.append(_named(session, task, wanted, by=by, now=now))
    for label in added:
        TaskLabel.add(session, task, label, by=by, now=now)
    for label in standing_labels(session, task, wanted.seen - wanted.checked):
        if label not in added:
            TaskLabel.remove(session, task, label, by=by, now=now)


def standing_labels(session: Session, task: Task, ids: Iterable[int]) -> list[Label]:
    """Those of these labels that the task may bear, held against being merged or deleted meanwhile."""
    if not ids:
        return []
    here = (Label.workspace_id == task.workspace_id, Label.deleted_at.is_(None))
    found = select(Label).where(*here, Label.id.in_(ids)).order_by(Label.id).with_for_update(read=True)
    return list(session.scalars(found))


def _named(session: Session, task: Task, wanted: WantedLabels, *, by: Visitor, now: datetime) -> Label:
    name = clean_label(wanted.name)
    label = Label.named(session, task.workspace_id, name)
    if label:
        return label
    if task.workspace_id != by.workspace_id:
        raise Invalid(f"There is no label “{name}” here, and only the owner can make one. Choose another.")
    if not wanted.create:
        raise UnknownLabel(name)
    return Label.add(session, task.workspace_id, name, by=by, now=now)
