"""What is done to all tasks of a list at once."""

from datetime import datetime

from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.bulk import Command, change_rows
from ..trees import tree_of
from .models import Task

OPEN = (Task.completed_at.is_(None), Task.deleted_at.is_(None))
DONE = (Task.completed_at.is_not(None), Task.deleted_at.is_(None))


def complete_all(session: Session, *, by: Visitor, now: datetime) -> int:
    """Complete every open task that the person may change; how many there were."""
    values = {"completed_at": now, "completed_by_id": by.id}
    return change_rows(
        session, Task, Command("completed", values, by, now), Task.may_be_changed_by(by), *OPEN
    )


def reopen_all(session: Session, *, by: Visitor, now: datetime) -> int:
    """Open every completed task again that the person may change; how many there were."""
    values = {"completed_at": None, "completed_by_id": None}
    return change_rows(session, Task, Command("reopened", values, by, now), Task.may_be_changed_by(by), *DONE)


def delete_completed(session: Session, *, by: Visitor, now: datetime) -> int:
    """Delete the completed tasks that the person may change, but no steps of open ones; how many."""
    command = Command("deleted", {"deleted_at": now}, by, now)
    whole = tree_of(Task, Task.parent_id.is_(None), Task.may_be_changed_by(by), *DONE)
    return change_rows(session, Task, command, Task.may_be_changed_by(by), *DONE, Task.id.in_(whole))
