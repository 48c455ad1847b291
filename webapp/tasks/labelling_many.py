"""Labels that many tasks get or lose at once: a fixed number of statements."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.bulk import Command, add_rows, change_each
from ..errors import Invalid
from .chosen import UNLABELLED, Chosen
from .labels import Label, TaskLabel

NO_LABEL = "Choose at least one label."
GONE = "A label that you chose is no longer there. Choose again."

Pairs = dict[tuple[int, int], Any]


class Borne(NamedTuple):
    """That a task bears a label, or once did, as the log wants to know it."""

    id: int
    workspace_id: int
    name: str
    project_id: int
    deleted_at: datetime | None


def label_many(
    session: Session, chosen: Chosen, label_ids: Iterable[int], *, by: Visitor, now: datetime
) -> Chosen:
    """Let all of them bear these labels. Raises Invalid if a label is not there."""
    labels, own = _labels(session, chosen, label_ids, by)
    pairs = _pairs(session, own, labels)
    command = Command("labelled", {"deleted_at": None}, by, now)
    known: list[tuple[Any, dict[str, Any]]] = [
        (_borne(pair, task, label), {}) for pair, task, label in pairs if pair
    ]
    change_each(session, TaskLabel, command, known)
    missing = [_new(task, label) for pair, task, label in pairs if pair is None]
    add_rows(session, TaskLabel, command, missing)
    return own


def unlabel_many(
    session: Session, chosen: Chosen, label_ids: Iterable[int], *, by: Visitor, now: datetime
) -> Chosen:
    """Let none of them bear these labels any longer. Raises Invalid if a label is not there."""
    labels, own = _labels(session, chosen, label_ids, by)
    borne: list[tuple[Any, dict[str, Any]]] = [
        (_borne(pair, task, label), {})
        for pair, task, label in _pairs(session, own, labels)
        if pair and pair.deleted_at is None
    ]
    change_each(session, TaskLabel, Command("unlabelled", {"deleted_at": now}, by, now), borne)
    return own


def _labels(
    session: Session, chosen: Chosen, ids: Iterable[int], by: Visitor
) -> tuple[Sequence[Label], Chosen]:
    """The labels, held against being deleted meanwhile, and the tasks that may bear them."""
    wanted = set(ids)
    if not wanted:
        raise Invalid(NO_LABEL)
    here = (Label.workspace_id.in_(by.workspaces), Label.deleted_at.is_(None), Label.id.in_(wanted))
    labels = session.scalars(select(Label).where(*here).order_by(Label.id).with_for_update(read=True)).all()
    homes = {label.workspace_id for label in labels}
    if len(labels) < len(wanted) or len(homes) > 1:
        raise Invalid(GONE)
    return labels, chosen.without(
        UNLABELLED, [row.id for row in chosen.rows if row.workspace_id not in homes]
    )


def _pairs(session: Session, chosen: Chosen, labels: Sequence[Label]) -> list[tuple[Any, Any, Label]]:
    """Every task with every label, and the row that says so, if there ever was one."""
    tasks = {row.id: row for row in chosen.rows}
    read = select(TaskLabel.id, TaskLabel.task_id, TaskLabel.label_id, TaskLabel.deleted_at)
    here = TaskLabel.workspace_id.in_({label.workspace_id for label in labels})
    both = (TaskLabel.task_id.in_(tasks), TaskLabel.label_id.in_([label.id for label in labels]))
    found: Pairs = {(row.task_id, row.label_id): row for row in session.execute(read.where(here, *both))}
    return [(found.get((id, label.id)), task, label) for id, task in tasks.items() for label in labels]


def _borne(pair: Any, task: Any, label: Label) -> Borne:
    return Borne(pair.id, task.workspace_id, _name(task, label), task.project_id, pair.deleted_at)


def _new(task: Any, label: Label) -> dict[str, Any]:
    return {
        "workspace_id": task.workspace_id,
        "task_id": task.id,
        "label_id": label.id,
        "deleted_at": None,
        "subject_name": _name(task, label),
        "project_id": task.project_id,
    }


def _name(task: Any, label: Label) -> str:
    return f"{task.name} @{label.name}"
