"""The numbers of the log are in the order of commits."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.builders import Person
from webapp.accounts.models import User
from webapp.activity.models import Activity
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.tasks.models import Task


def add(app: Flask, person: Person, title: str) -> int:
    """A task made in a transaction of its own."""
    with app.app_context(), writing() as session:
        return add_in(session, person, title)


def add_in(session: Session, person: Person, title: str) -> int:
    user = session.get_one(User, person.id)
    inbox = session.scalars(Project.inbox_of(user.workspace_id)).one()
    return Task.add(session, inbox, title, by=user, now=now()).id


def add_and_fail(app: Flask, person: Person, title: str) -> None:
    with app.app_context(), writing() as session:
        add_in(session, person, title)
        raise RuntimeError


def entries_after(app: Flask, seq: int) -> list[tuple[int, int]]:
    """What a reader who follows the numbers sees next."""
    with app.app_context():
        found = select(Activity.seq, Activity.subject_id).where(Activity.seq > seq).order_by(Activity.seq)
        return [(row.seq, row.subject_id) for row in db.session.execute(found)]


def test_a_reader_misses_nothing_when_transactions_commit_out_of_the_order_of_their_ids(
    app: Flask, alice: Person, engine_name: str
) -> None:
    if engine_name == "sqlite":
        pytest.skip("SQLite has one writer at a time: ids and commits are in one order.")

    with ThreadPoolExecutor(1) as other, app.app_context(), writing() as session:
        first = add_in(session, alice, "Begun first, committed last")
        second = other.submit(add, app, alice, "Begun last, committed first").result()
        seen = other.submit(entries_after, app, 0).result()

    assert first < second
    assert seen == [(1, second)]
    assert entries_after(app, seen[-1][0]) == [(2, first)]


def test_a_command_on_many_rows_is_one_batch_of_consecutive_numbers(app: Flask, alice: Person) -> None:
    alice.has("One", "Two", "Three")
    alice.browser.open("/tasks")

    alice.browser.press("#complete-all")

    with app.app_context():
        found = select(Activity.seq, Activity.batch).where(Activity.verb == "completed")
        rows = db.session.execute(found.order_by(Activity.seq)).all()
    assert [tuple(row) for row in rows] == [(4, 4), (5, 4), (6, 4)]


def test_a_rolled_back_command_leaves_no_entry(app: Flask, alice: Person) -> None:
    with pytest.raises(RuntimeError):
        add_and_fail(app, alice, "Never")
    add(app, alice, "Kept")

    assert len(entries_after(app, 0)) == 1
