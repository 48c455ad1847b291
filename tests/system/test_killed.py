"""A process that is killed while it writes leaves no task without its entry in the log, nor the reverse."""

import multiprocessing
import os
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from flask import Flask

from tests.builders import make_person
from webapp import create_app
from webapp.accounts.models import User
from webapp.clock import now
from webapp.database import writing
from webapp.projects.models import Project
from webapp.tasks.models import Task

from .agreement import by_log, by_tables

ROUNDS = 50 if os.environ.get("CHECK_LONG") == "true" else 5


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


def test_a_killed_process_leaves_tasks_and_log_in_agreement(own_app: Flask, tmp_path: Path) -> None:
    alice, told = make_person(own_app, "Alice"), 0
    settings = {
        "ENVIRONMENT": "testing",
        "PUBLIC_URL": "http://localhost",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": own_app.config["DATABASE_URL"],
        "SQLITE_SYNCHRONOUS": "FULL",
    }

    for turn in range(ROUNDS):
        rounds = 3 + 2 * (turn % 5)
        kill_after(settings, alice.id, rounds)

        tables = by_tables(own_app)
        assert tables == by_log(own_app)
        told += rounds

    assert len(tables.completed) >= told
