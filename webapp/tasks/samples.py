"""The tasks that come with an account: each teaches something by being done.

They are known by having been made at the very moment their person came, and by standing as they were made.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, exists, func, select
from sqlalchemy.orm import Session, aliased

from ..accounts.models import User
from ..accounts.visitors import Visitor
from ..activity.bulk import Command, change_rows
from ..projects.models import Project
from .models import Task

TITLES = (
    "Click the ring to complete this",
    "Click this title to change it",
    "Delete this, then press Undo",
    "Type a task of your own in the field above",
    "Press Esc, then ? to see all keys",
)


def add_samples(session: Session, person: User, *, now: datetime) -> None:
    """Give a new person their first tasks, for today; `now` is the moment at which the account was made."""
    inbox = session.scalars(Project.inbox_of(person.workspace_id)).one()
    today = now.astimezone(ZoneInfo(person.time_zone)).date()
    for title in TITLES:
        Task.add_with(session, inbox, {"title": title, "due_on": today}, by=person, now=now)


def delete_samples(session: Session, *, by: Visitor, now: datetime) -> int:
    """Delete those that nobody has given another title or steps, completed or not; how many there were."""
    came = select(User.created_at).where(User.id == by.id).scalar_subquery()
    own = (Task.workspace_id == by.workspace_id, *_standing(Task.__table__.c, came))
    command = Command("deleted", {"deleted_at": now}, by, now)
    return change_rows(session, Task, command, Task.may_be_changed_by(by), *own)


def open_samples() -> Select[Any]:
    """How many are still open, for `own_workspace`. They are its first tasks, so that no others are read."""
    task = Task.__table__.c
    own: BindParameter[int] = bindparam("own_workspace")
    columns = (task.workspace_id, task.id, task.created_at, task.title, task.deleted_at, task.completed_at)
    first = select(*columns).where(task.workspace_id == own).order_by(task.id).limit(len(TITLES)).subquery()
    came = select(User.created_at).where(User.workspace_id == own).scalar_subquery()
    return select(func.count()).where(first.c.completed_at.is_(None), *_standing(first.c, came))


def _standing(task: Any, came: Any) -> tuple[ColumnElement[bool], ...]:
    step = aliased(Task)
    hanging = (step.workspace_id == task.workspace_id, step.parent_id == task.id, step.deleted_at.is_(None))
    standing = (task.title.in_(TITLES), task.deleted_at.is_(None), ~exists().where(*hanging))
    return task.created_at == came, *standing
