"""Merging two labels into one."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, Table, and_, insert, literal, select, update
from sqlalchemy.orm import Session

from ..activity.models import LONGEST_NAME
from ..activity.recording import Actor, encode, record, record_many
from ..errors import Invalid
from .labels import Label, TaskLabel
from .models import Task

task_label: Table = TaskLabel.__table__  # type: ignore[assignment]
mine, theirs = task_label.alias("mine"), task_label.alias("theirs")
task_ = Task.__table__.c


def merge_labels(session: Session, label: Label, other: Label, *, by: Actor, now: datetime) -> None:
    """Let the tasks that bear a label bear the other one, and delete the first. Raises Invalid.

    It takes the same number of statements however many tasks there are.
    """
    if other is label:
        raise Invalid("Choose another label.")
    label.deleted_at = now
    record(label, "merged", by=by, now=now)
    tasks = session.execute(_to_hand_over(label, other)).all()
    new = _add_new(session, label, other)
    _revive(session, label, other)
    entries = [_entry(task, new.get(task.task_id, task.id), other) for task in tasks]
    record_many(session, [{**entry, "actor_id": by.id, "at": now} for entry in entries])


def _bearing(label: Label) -> tuple[Any, ...]:
    here = mine.c.workspace_id == label.workspace_id
    return here, mine.c.label_id == label.id, mine.c.deleted_at.is_(None)


def _to_hand_over(label: Label, other: Label) -> Select[Any]:
    """The tasks that bear only the first, each with its deleted row of the other one, if it has any."""
    same_task = and_(
        theirs.c.workspace_id == mine.c.workspace_id,
        theirs.c.task_id == mine.c.task_id,
        theirs.c.label_id == other.id,
    )
    whose = and_(task_.workspace_id == mine.c.workspace_id, task_.id == mine.c.task_id)
    found = select(
        mine.c.workspace_id, mine.c.task_id, task_.title, task_.project_id, theirs.c.id, theirs.c.deleted_at
    )
    joined = found.select_from(mine).join(Task.__table__, whose).outerjoin(theirs, same_task)
    lacking = theirs.c.id.is_(None) | theirs.c.deleted_at.is_not(None)
    return joined.where(*_bearing(label), lacking).order_by(mine.c.task_id).with_for_update(of=mine)


def _add_new(session: Session, label: Label, other: Label) -> dict[int, int]:
    """Give the other label to the tasks that never had it; the ids of the new rows by task."""
    own = (theirs.c.workspace_id == mine.c.workspace_id, theirs.c.task_id == mine.c.task_id)
    had = select(theirs.c.id).where(*own, theirs.c.label_id == other.id).exists()
    columns = [
        column.name for column in (mine.c.workspace_id, mine.c.task_id, mine.c.label_id, mine.c.version)
    ]
    tasks = select(mine.c.workspace_id, mine.c.task_id, literal(other.id), literal(1))
    added = insert(task_label).from_select(columns, tasks.where(*_bearing(label), ~had))
    return {task: id for id, task in session.execute(added.returning(task_label.c.id, task_label.c.task_id))}


def _revive(session: Session, label: Label, other: Label) -> None:
    """Give it back to those that no longer had it."""
    tasks = select(mine.c.task_id).where(*_bearing(label))
    here = (task_label.c.workspace_id == label.workspace_id, task_label.c.label_id == other.id)
    deleted = update(task_label).where(
        *here, task_label.c.deleted_at.is_not(None), task_label.c.task_id.in_(tasks)
    )
    session.execute(deleted.values(deleted_at=None, version=task_label.c.version + 1))


def _entry(task: Row[Any], id: int, other: Label) -> dict[str, Any]:
    return {
        "workspace_id": task.workspace_id,
        "verb": "labelled",
        "subject": TaskLabel.subject,
        "subject_id": id,
        "subject_name": f"{task.title} @{other.name}"[:LONGEST_NAME],
        "project_id": task.project_id,
        "before": {"deleted_at": encode(task.deleted_at)} if task.id else None,
        "after": {"deleted_at": None},
    }
