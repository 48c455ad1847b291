"""Duplicating a task with its steps and their labels, to be done once more."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from .. import ordering
from ..activity.recording import Actor, record_all, record_each
from ..trees import below
from .dates import CLEAN_DATES
from .labels import Label, TaskLabel
from .models import Task

COPIED = ("title", "notes", "priority", *CLEAN_DATES, "project_id", "section_id", "position")


def duplicate(session: Session, task: Task, *, by: Actor, now: datetime) -> Task:
    """A copy right behind the task, open, and so are the copies of its steps. One batch, level by level."""
    whole = (Task.workspace_id == task.workspace_id, Task.id.in_(select(below(task).c.id)))
    ordered = select(Task).where(*whole, Task.deleted_at.is_(None)).order_by(Task.position, Task.id)
    steps = [row for row in session.scalars(ordered) if row.id != task.id]
    copy = _copy(task, by, now)
    copy.parent_id = task.parent_id
    others = ordering.put_before(session, copy, copy.siblings(), _follower(session, task))
    session.add(copy)
    record_each([(copy, "added"), *((other, "shifted") for other in others)], by=by, now=now)
    copies = {task.id: copy}
    while level := [step for step in steps if step.parent_id in copies and step.id not in copies]:
        made = {step.id: _copy(step, by, now) for step in level}
        for step in level:
            made[step.id].parent_id = copies[step.parent_id or 0].id
        session.add_all(made.values())
        record_all(made.values(), "added", by=by, now=now)
        copies |= made
    _copy_labels(session, copies, by=by, now=now)
    if task.is_completed:
        copy.reopen_above(session, by=by, now=now)
    return copy


def _copy(task: Task, by: Actor, now: datetime) -> Task:
    values = {name: getattr(task, name) for name in COPIED}
    return Task(workspace_id=task.workspace_id, created_at=now, created_by_id=by.id, **values)


def _follower(session: Session, task: Task) -> int | None:
    """The task that stands right behind another one."""
    later = (Task.position > task.position) | ((Task.position == task.position) & (Task.id > task.id))
    standing = (Task.workspace_id == task.workspace_id, *task.siblings(), Task.deleted_at.is_(None))
    behind = select(Task.id).where(*standing, later).order_by(Task.position, Task.id)
    return session.scalar(behind.limit(1))


def _copy_labels(session: Session, copies: dict[int, Task], *, by: Actor, now: datetime) -> None:
    workspace_id = next(iter(copies.values())).workspace_id
    same_label = (Label.workspace_id == TaskLabel.workspace_id) & (Label.id == TaskLabel.label_id)
    borne = select(TaskLabel.task_id, Label).join(Label, same_label)
    standing = (TaskLabel.deleted_at.is_(None), Label.deleted_at.is_(None))
    ours = borne.where(TaskLabel.workspace_id == workspace_id, TaskLabel.task_id.in_(copies), *standing)
    found = session.execute(ours).all()
    rows = [TaskLabel(workspace_id=workspace_id, task=copies[id], label=label) for id, label in found]
    session.add_all(rows)
    record_all(rows, "labelled", by=by, now=now)
