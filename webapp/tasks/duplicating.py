"""Duplicating a task with its steps and their labels, to be done once more.

A fixed number of statements for each level and for all labels, however many steps there are.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from .. import ordering
from ..activity.adding import Addition, add_rows
from ..activity.recording import Actor, record_each
from ..trees import below
from .dates import CLEAN_DATES
from .labels import Label, TaskLabel
from .models import Task

COPIED = ("title", "notes", "priority", *CLEAN_DATES, "project_id", "section_id", "position")
Ids = dict[int, int]


def duplicate(session: Session, task: Task, *, by: Actor, now: datetime) -> Task:
    """A copy right behind the task, open, and so are the copies of its steps. One batch, level by level."""
    steps = _steps(session, task)
    copy = Task(workspace_id=task.workspace_id, parent_id=task.parent_id, created_at=now, created_by_id=by.id)
    for name in COPIED:
        setattr(copy, name, getattr(task, name))
    others = ordering.put_before(session, copy, copy.siblings(), _follower(session, task))
    session.add(copy)
    record_each([(copy, "added"), *((other, "shifted") for other in others)], by=by, now=now)
    made: Ids = {task.id: copy.id}
    while level := [step for step in steps if step["parent_id"] in made and step["id"] not in made]:
        rows = [_open_copy(step, made[step["parent_id"]], by, now) for step in level]
        ids = add_rows(session, Task, Addition(by, now), rows)
        made |= {step["id"]: id for step, id in zip(level, ids, strict=True)}
    _copy_labels(session, task, made, by=by, now=now)
    if task.is_completed:
        copy.reopen_above(session, by=by, now=now)
    return copy


def _steps(session: Session, task: Task) -> list[dict[str, Any]]:
    """What hangs on a task and is not deleted, every column of it."""
    rows, tree = Task.__table__.c, below(task)
    whole = (rows.workspace_id == task.workspace_id, rows.id.in_(select(tree.c.id)), rows.id != task.id)
    found = select(*rows).where(*whole, rows.deleted_at.is_(None)).order_by(rows.position, rows.id)
    return [dict(row) for row in session.execute(found).mappings()]


def _open_copy(step: Mapping[str, Any], parent_id: int, by: Actor, now: datetime) -> dict[str, Any]:
    fresh = {"completed_at": None, "completed_by_id": None, "created_at": now, "created_by_id": by.id}
    told = {"subject_name": step["title"], "in_project": step["project_id"]}
    return {**step, **fresh, **told, "parent_id": parent_id}


def _follower(session: Session, task: Task) -> int | None:
    """The task that stands right behind another one."""
    later = (Task.position > task.position) | ((Task.position == task.position) & (Task.id > task.id))
    standing = (Task.workspace_id == task.workspace_id, *task.siblings(), Task.deleted_at.is_(None))
    behind = select(Task.id).where(*standing, later).order_by(Task.position, Task.id)
    return session.scalar(behind.limit(1))


def _copy_labels(session: Session, task: Task, made: Ids, *, by: Actor, now: datetime) -> None:
    rows, same_label = TaskLabel.__table__.c, TaskLabel.label_id == Label.id
    name = Task.title.concat(" @").concat(Label.name).label("subject_name")
    found = (
        select(*rows, name, Task.project_id.label("in_project"))
        .join_from(TaskLabel, Label, (Label.workspace_id == TaskLabel.workspace_id) & same_label)
        .join(Task, (Task.workspace_id == TaskLabel.workspace_id) & (Task.id == TaskLabel.task_id))
        .where(rows.workspace_id == task.workspace_id, rows.task_id.in_(select(below(task).c.id)))
        .where(rows.deleted_at.is_(None), Label.deleted_at.is_(None))
        .order_by(rows.id)
    )
    borne = [row for row in session.execute(found).mappings() if row["task_id"] in made]
    copies = [{**row, "task_id": made[row["task_id"]]} for row in borne]
    add_rows(session, TaskLabel, Addition(by, now, "labelled"), copies)
