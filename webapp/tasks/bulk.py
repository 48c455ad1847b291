"""What is done to all tasks of a list at once."""

from datetime import date, datetime

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.bulk import Command, change_rows
from ..trees import tree_of
from .dates import clean_day, planned_for
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


def plan_all(
    session: Session, day: date | None, *where: ColumnElement[bool], by: Visitor, now: datetime
) -> int:
    """Plan for a day, or for none, the tasks of a condition that the person may change; how many it changed.

    As `Task.plan_for`, in a fixed number of statements.
    """
    fits = (Task.may_be_changed_by(by), Task.deleted_at.is_(None), *where)
    values = planned_for(clean_day(day))
    sooner = Command("rescheduled", {**values, "start_on": None}, by, now)
    count = change_rows(session, Task, sooner, *fits, Task.start_on > day) if day else 0
    command, other = Command("rescheduled", values, by, now), Task.due_on.is_distinct_from(day)
    return count + change_rows(session, Task, command, *fits, other)
