"""Changing many tasks in one statement: one batch in the log, one undo."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.recording import encode, record_many
from .models import Task

OPEN = (Task.completed_at.is_(None), Task.deleted_at.is_(None))
DONE = (Task.completed_at.is_not(None), Task.deleted_at.is_(None))


class Command(NamedTuple):
    """What is done to many, by whom and when."""

    verb: str
    values: Mapping[str, Any]
    by: Visitor
    now: datetime


def complete_all(session: Session, *, by: Visitor, now: datetime) -> int:
    """Complete every open task that the person may change; how many there were."""
    values = {"completed_at": now, "completed_by_id": by.id}
    return change_all(session, Command("completed", values, by, now), *OPEN)


def reopen_all(session: Session, *, by: Visitor, now: datetime) -> int:
    """Open every completed task again that the person may change; how many there were."""
    values = {"completed_at": None, "completed_by_id": None}
    return change_all(session, Command("reopened", values, by, now), *DONE)


def delete_completed(session: Session, *, by: Visitor, now: datetime) -> int:
    """Delete every completed task that the person may change; how many there were."""
    return change_all(session, Command("deleted", {"deleted_at": now}, by, now), *DONE)


def change_all(session: Session, command: Command, *where: ColumnElement[bool]) -> int:
    """Two statements, however many tasks: read and lock what stands, then change exactly that."""
    columns = [getattr(Task, name) for name in command.values]
    standing = (
        select(Task.workspace_id, Task.id, Task.title, Task.project_id, *columns)
        .where(Task.may_be_changed_by(command.by), *where)
        .order_by(Task.id)
        .with_for_update(key_share=True, of=Task)
    )
    rows = session.execute(standing).all()
    if rows:
        ids = [row.id for row in rows]
        exactly = update(Task).where(Task.workspace_id.in_(command.by.workspaces), Task.id.in_(ids))
        session.execute(exactly.values(**command.values), execution_options={"synchronize_session": False})
        record_many(session, [_entry(command, row) for row in rows])
    return len(rows)


def _entry(command: Command, row: Any) -> dict[str, Any]:
    workspace_id, id, title, project_id, *values = row
    return {
        "workspace_id": workspace_id,
        "actor_id": command.by.id,
        "at": command.now,
        "verb": command.verb,
        "subject": Task.subject,
        "subject_id": id,
        "subject_name": title,
        "project_id": project_id,
        "before": {name: encode(value) for name, value in zip(command.values, values, strict=True)},
        "after": {name: encode(value) for name, value in command.values.items()},
    }
