"""`writing()`: no update is lost, nothing is kept by half, and reading never waits."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, cast

import pytest
from flask import Flask
from sqlalchemy import QueuePool, event, text

from tests.builders import Person, make_person
from tests.pages import Browser
from webapp import create_app
from webapp.accounts.signing_in import visitor
from webapp.clock import now
from webapp.database import reading, writing
from webapp.extensions import db
from webapp.tasks.finding import find_task, find_task_to_edit
from webapp.tasks.models import Task

PROCESSES, TIMES = 4, 150


def count_up(settings: dict[str, str], token: str, id: int) -> int:
    """Read, add one and write, as a view does it; how often that was acknowledged. Runs in a process."""
    app = create_app(**settings)
    acknowledged = 0
    with app.test_request_context(headers={"Cookie": f"session={token}"}):
        for _ in range(TIMES):
            find_task(id)
            with writing() as session:
                task = find_task_to_edit(id)
                counted = {"title": str(int(task.title) + 1)}
                task.edit(session, counted, task.version, by=visitor(), now=now())
            acknowledged += 1
        db.session.remove()
        db.engine.dispose()
    return acknowledged


def test_no_update_is_lost_or_refused_among_four_processes(own_app: Flask, tmp_path: Path) -> None:
    alice = make_person(own_app, "Alice")
    (id,) = alice.has("0")
    settings = {
        "ENVIRONMENT": "testing",
        "PUBLIC_URL": "http://localhost",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": own_app.config["DATABASE_URL"],
        "SQLITE_SYNCHRONOUS": "FULL",
        "SQLITE_BUSY_TIMEOUT_MS": "60000",
    }

    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as processes:
        counts = [processes.submit(count_up, settings, alice.browser.token, id) for _ in range(PROCESSES)]
        acknowledged = sum(count.result() for count in counts)

    task = alice.task(id)
    assert acknowledged == PROCESSES * TIMES
    assert (task.title, task.version) == (str(PROCESSES * TIMES), PROCESSES * TIMES + 1)


def test_an_exception_keeps_nothing(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")

    with pytest.raises(ZeroDivisionError):
        _rename_and_fail(alice, id)

    assert alice.task(id).title == "Put the bins out"


def _rename_and_fail(person: Person, id: int) -> None:
    home = person.workspace_id
    with person.app.app_context(), writing() as session:
        task = session.get_one(Task, {"workspace_id": home, "id": id})
        task.edit(session, {"title": "Half done"}, task.version, by=person, now=now())
        session.flush()
        raise ZeroDivisionError


def test_what_was_read_before_is_read_anew_inside(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    key = {"workspace_id": alice.workspace_id, "id": id}

    with alice.app.app_context():
        task = db.session.get_one(Task, key)
        _rename_elsewhere(id, "Water the plants")
        with writing() as session:
            assert session.get_one(Task, key) is task
            assert task.title == "Water the plants"


def test_what_was_written_before_is_read_anew_inside(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    key = {"workspace_id": alice.workspace_id, "id": id}

    with alice.app.app_context():
        with writing() as session:
            task = session.get_one(Task, key)
            task.edit(session, {"title": "Put them out"}, task.version, by=alice, now=now())
        _rename_elsewhere(id, "Water the plants")
        with writing() as session:
            assert session.get_one(Task, key) is task
            assert task.title == "Water the plants"


def _rename_elsewhere(id: int, title: str) -> None:
    """As another process would: over a connection of its own."""
    with db.engine.connect().execution_options(writing=True) as connection:
        connection.execute(text("UPDATE task SET title = :title WHERE id = :id"), {"title": title, "id": id})
        connection.commit()


def test_reading_does_not_hold_up_writing(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")

    with alice.app.app_context():
        before = reading().scalar(text("SELECT title FROM task"))
        _rename_elsewhere(id, "Water the plants")
        during = reading().scalar(text("SELECT count(*) FROM task"))
        db.session.rollback()
        after = reading().scalar(text("SELECT title FROM task"))

    assert (before, during, after) == ("Put the bins out", 1, "Water the plants")


def test_writing_does_not_hold_up_reading(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")
    with alice.app.app_context():
        writer = db.engine.connect().execution_options(writing=True)

    with writer:
        writer.execute(text("UPDATE task SET title = 'Half done' WHERE id = :id"), {"id": id})
        page = alice.browser.open("/tasks")
        writer.rollback()

    assert page.titles == ["Put the bins out"]


@pytest.fixture
def transactions(app: Flask) -> Iterator[list[list[str]]]:
    """The statements sent so far, by transaction, each with how SQLite began it."""
    seen: list[list[str]] = [[]]

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen[-1].append(statement)

    def end(_connection: Any) -> None:
        seen.append([])

    with app.app_context():
        engine = db.engine
    for name, listener in (("before_cursor_execute", note), ("commit", end), ("rollback", end)):
        event.listen(engine, name, listener)
    yield seen
    for name, listener in (("before_cursor_execute", note), ("commit", end), ("rollback", end)):
        event.remove(engine, name, listener)


def _writes(transaction: list[str]) -> bool:
    return any(not statement.startswith(("SELECT", "BEGIN")) for statement in transaction)


def test_an_answer_is_rendered_outside_the_writing_transaction(
    alice: Person, transactions: list[list[str]]
) -> None:
    (id,) = alice.has("Put the bins out")
    alice.browser.open("/tasks")
    transactions[:] = [[]]

    page = alice.browser.partial("POST", f"/tasks/{id}/completion")

    begun = [transaction for transaction in transactions if transaction]
    assert page.status == 200
    assert [_writes(transaction) for transaction in begun] == [False, True, False]
    assert "BEGIN IMMEDIATE" not in begun[0] + begun[2]


@pytest.mark.parametrize("path", ["/", "/about", "/tasks", "/tasks/active", "/settings", "/settings/devices"])
def test_reading_a_page_begins_no_writing_transaction(
    alice: Person, transactions: list[list[str]], path: str
) -> None:
    alice.has("Put the bins out")
    transactions[:] = [[]]

    page = alice.browser.open(path)

    assert page.status == 200
    assert [one for one in transactions if _writes(one) or "BEGIN IMMEDIATE" in one] == []


def test_no_answer_leaves_a_connection_in_use(alice: Person, anonymous: Browser) -> None:
    (id,) = alice.has("Put the bins out")
    alice.browser.open("/tasks")
    fields = {"title": "Water the plants", "version": "99", "next": "/tasks"}

    statuses = [
        anonymous.open("/tasks").status,
        alice.browser.partial("GET", "/tasks/999").status,
        alice.browser.partial("POST", "/tasks", {"title": ""}).status,
        alice.browser.partial("PUT", f"/tasks/{id}", fields).status,
        alice.browser.partial("POST", f"/tasks/{id}/completion").status,
        alice.browser.submit("#create-form", title="Another").status,
    ]

    assert statuses == [200, 404, 422, 409, 200, 200]
    assert _in_use(alice.app) == 0


def _in_use(app: Flask) -> int:
    with app.app_context():
        return cast(QueuePool, db.engine.pool).checkedout()
