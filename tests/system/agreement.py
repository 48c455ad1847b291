"""Whether the log agrees with what it tells of, in a whole database."""

from typing import NamedTuple

from flask import Flask
from sqlalchemy import func, select

from webapp.accounts.models import Workspace
from webapp.activity.models import Activity
from webapp.extensions import db
from webapp.tasks.models import Task


class Told(NamedTuple):
    """Which tasks are completed, and the last number of each workspace."""

    completed: dict[int, bool]
    numbers: dict[int, int]


def by_tables(app: Flask) -> Told:
    """What the tasks and the workspaces say.

    The lock waits for a commit that a killed process has asked for and the database still makes.
    """
    with app.app_context():
        numbers = db.session.execute(select(Workspace.id, Workspace.seq).with_for_update())
        used = {id: seq for id, seq in numbers if seq}
        tasks = db.session.execute(select(Task.id, Task.completed_at.is_not(None))).all()
    return Told({id: bool(completed) for id, completed in tasks}, used)


def by_log(app: Flask) -> Told:
    """What the log says; the last entry of a task counts."""
    entries = select(Activity.subject_id, Activity.verb).where(Activity.subject == Task.subject)
    last = select(Activity.workspace_id, func.max(Activity.seq)).group_by(Activity.workspace_id)
    with app.app_context():
        told = db.session.execute(entries.order_by(Activity.workspace_id, Activity.seq)).all()
        used = {id: seq for id, seq in db.session.execute(last) if seq}
    return Told({id: verb == "completed" for id, verb in told}, used)
