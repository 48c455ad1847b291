"""Changing many tasks in one statement. Undo finds them again by the instant that they share."""

from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from .finding import editable_by
from .models import Task


def complete_all(session: Session, *, by: Visitor, now: datetime) -> int:
    """Complete every open task that the person may change; how many there were."""
    where = (Task.completed_at.is_(None), Task.deleted_at.is_(None))
    return _change(session, by, *where, completed_at=now, completed_by_id=by.id)


def reopen_all(session: Session, *, by: Visitor, completed_at: datetime | None = None) -> int:
    """Open every completed task again, or those that the person completed at that one instant."""
    where: list[ColumnElement[bool]] = [Task.completed_at.is_not(None), Task.deleted_at.is_(None)]
    if completed_at:
        where += [Task.completed_at == completed_at, Task.completed_by_id == by.id]
    return _change(session, by, *where, completed_at=None, completed_by_id=None)


def delete_completed(session: Session, *, by: Visitor, now: datetime) -> int:
    """Delete every completed task that the person may change; how many there were."""
    return _change(session, by, Task.completed_at.is_not(None), Task.deleted_at.is_(None), deleted_at=now)


def restore_all(session: Session, *, by: Visitor, deleted_at: datetime) -> int:
    """Bring back the tasks that were deleted at that one instant."""
    return _change(session, by, Task.deleted_at == deleted_at, deleted_at=None)


def _change(session: Session, by: Visitor, *where: ColumnElement[bool], **values: object) -> int:
    statement = update(Task).where(editable_by(by), *where).values(**values)
    changed = session.execute(statement, execution_options={"synchronize_session": False})
    return changed.rowcount  # type: ignore[attr-defined, no-any-return]
