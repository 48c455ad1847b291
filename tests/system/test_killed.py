"""A process that is killed while it writes leaves no task without its entry in the log, nor the reverse."""

import multiprocessing
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from tests.builders import Person, make_person
from webapp import create_app
from webapp.accounts.models import User, Workspace
from webapp.activity.models import Activity
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.tasks.models import Task

ROUNDS = 5


def write_for_ever(settings: dict[str, str], user_id: int, told: Connection) -> None:
    """Add a task and complete it in two transactions, tell how many, and go on. Runs in a process."""
    app = create_app(**settings)
    with app.app_context():
        for number in count(1):
            with writing() as session:
                user = session.get_one(User, user_id)
                inbox = session.scalars(Project.inbox_of(user.workspace_id)).one()
                task = Task.add(session, inbox, f"Number {number}", by=user, now=now())
            with writing():
                task.complete(by=user, now=now())
            told.send(number)


def kill_after(settings: dict[str, str], user_id: int, rounds: int) -> None:
    """Let a process write so many tasks and kill it in the middle of the next."""
    spawn = multiprocessing.get_context("spawn")
    hears, told = spawn.Pipe(duplex=False)
    process = spawn.Process(target=write_for_ever, args=(settings, user_id, told), daemon=True)
    process.start()
    while hears.recv() < rounds:
        pass
    process.kill()
    process.join()


def logged(person: Person) -> tuple[dict[int, bool], dict[int, bool], int, int]:
    """Which tasks are completed, which are by the log, and the last number in the log and the workspace.

    The lock waits for a commit that the killed process has asked for and the database still makes.
    """
    with person.app.app_context():
        own = select(Workspace.seq).where(Workspace.id == person.workspace_id).with_for_update()
        seq = db.session.scalar(own) or 0
        tasks = db.session.execute(select(Task.id, Task.completed_at.is_not(None))).all()
        entries = db.session.execute(select(Activity.subject_id, Activity.verb).order_by(Activity.seq)).all()
        last = db.session.scalar(select(func.max(Activity.seq))) or 0
    by_log = {id: verb == "completed" for id, verb in entries}
    return {id: bool(completed) for id, completed in tasks}, by_log, last, seq


def test_a_killed_process_leaves_tasks_and_log_in_agreement(own_app: Flask, tmp_path: Path) -> None:
    alice = make_person(own_app, "Alice")
    settings = {
        "ENVIRONMENT": "testing",
        "PUBLIC_URL": "http://localhost",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": own_app.config["DATABASE_URL"],
        "SQLITE_SYNCHRONOUS": "FULL",
    }

    for turn in range(ROUNDS):
        kill_after(settings, alice.id, 3 + 2 * turn)

        tasks, by_log, last, seq = logged(alice)
        assert tasks == by_log
        assert last == seq

    assert len(tasks) >= sum(3 + 2 * turn for turn in range(ROUNDS))
