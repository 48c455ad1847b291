"""SQLite while another program holds its write lock: reading goes on, writing is refused calmly."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import pytest
from flask import Flask
from flask_migrate import upgrade

from tests.builders import PASSWORD, Person, make_person
from tests.pages import Browser

from .calm import is_calm, is_calm_toast


@contextmanager
def _locked(app: Flask) -> Iterator[None]:
    """While another program holds SQLite's write lock."""
    path = app.config["DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        yield
        another.rollback()


@pytest.fixture
def impatient(engine_name: str, new_app: Callable[..., Flask], new_database: Callable[[], str]) -> Person:
    """Somebody whose SQLite waits a fifth of a second for the write lock."""
    if engine_name != "sqlite":
        pytest.skip("speaks of SQLite alone")
    app = new_app(DATABASE_URL=new_database(), SQLITE_BUSY_TIMEOUT_MS="200")
    with app.app_context():
        upgrade()
    return make_person(app, "Alice")


def test_reading_goes_on_while_sqlite_is_locked(impatient: Person) -> None:
    impatient.has("Put the bins out")

    with _locked(impatient.app):
        page = impatient.browser.open("/tasks")

    assert (page.status, page.titles) == (200, ["Put the bins out"])


def test_a_command_is_refused_calmly_while_sqlite_is_locked(impatient: Person) -> None:
    impatient.has("Put the bins out")
    impatient.browser.open("/tasks")

    with _locked(impatient.app):
        toast = impatient.browser.partial("POST", "/tasks", {"title": "Lost"})
        page = impatient.browser.submit("#create-form", title="Lost as well")

    assert is_calm_toast(toast)
    assert is_calm(page)


def test_only_what_was_acknowledged_is_kept_when_the_lock_is_free_again(impatient: Person) -> None:
    impatient.browser.open("/tasks")

    first = impatient.browser.partial("POST", "/tasks", {"title": "First"})
    with _locked(impatient.app):
        refused = impatient.browser.partial("POST", "/tasks", {"title": "Refused"})
    last = impatient.browser.partial("POST", "/tasks", {"title": "Last"})

    assert [first.status, refused.status, last.status] == [200, 503, 200]
    assert impatient.browser.open("/tasks").titles == ["First", "Last"]


def test_signing_in_while_sqlite_is_locked_is_refused_calmly(impatient: Person) -> None:
    browser = Browser(impatient.app)
    browser.open("/auth/login")

    with _locked(impatient.app):
        page = browser.submit("form", email=impatient.email, password=PASSWORD)

    assert is_calm(page)
