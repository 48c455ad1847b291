"""`writing_if_free()`: the short write beside a request, which is left out rather than waited for."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from typing import cast

import pytest
import time_machine
from flask import Flask
from sqlalchemy import QueuePool, select, text, update
from sqlalchemy.exc import DBAPIError

from tests.builders import Person
from webapp.accounts.models import Session
from webapp.clock import now
from webapp.database import writing_if_free
from webapp.extensions import db


def test_a_free_write_keeps_what_it_wrote(alice: Person) -> None:
    with alice.app.app_context(), writing_if_free() as connection:
        connection.execute(update(Session).values(device="Lynx"))

    assert alice.browser.open("/settings/devices").words(".devices__item strong") == ["Lynx"]


def test_a_free_write_gives_up_at_once_while_another_writes(alice: Person) -> None:
    with _another_writing(alice.app):
        began = time.monotonic()
        with pytest.raises(DBAPIError):
            _write_if_free(alice.app)
        waited = time.monotonic() - began

    assert waited < 3
    assert alice.app.config["SQLITE_BUSY_TIMEOUT_MS"] >= 5000


@pytest.mark.usefixtures("on_sqlite")
def test_the_connection_is_as_patient_afterwards_as_before(alice: Person) -> None:
    with _another_writing(alice.app), pytest.raises(DBAPIError):
        _write_if_free(alice.app)
    _write_if_free(alice.app)

    assert _timeouts(alice.app) == {alice.app.config["SQLITE_BUSY_TIMEOUT_MS"]}


def _timeouts(app: Flask) -> set[int | None]:
    """How patient the connections are that wait in the pool."""
    with app.app_context(), ExitStack() as together:
        waiting = range(cast(QueuePool, db.engine.pool).checkedin())
        connections = [together.enter_context(db.engine.connect()) for _ in waiting]
        return {connection.scalar(text("PRAGMA busy_timeout")) for connection in connections}


def test_a_page_is_shown_even_if_last_seen_cannot_be_noted(alice: Person) -> None:
    before, later = _last_seen(alice), now() + timedelta(minutes=20)

    with time_machine.travel(later, tick=False):
        with _another_writing(alice.app):
            page = alice.browser.open("/tasks")
        skipped = _last_seen(alice)
        alice.browser.open("/tasks")

    assert page.status == 200
    assert skipped == before
    assert _last_seen(alice) == later


def _write_if_free(app: Flask) -> None:
    with app.app_context(), writing_if_free() as connection:
        connection.execute(update(Session).values(device="Lynx"))


def _last_seen(person: Person) -> datetime:
    with person.app.app_context():
        return db.session.scalars(select(Session.last_seen_at)).one()


@contextmanager
def _another_writing(app: Flask) -> Iterator[None]:
    """While another connection has changed every session and not yet committed."""
    with app.app_context():
        another = db.engine.connect().execution_options(writing=True)
    with another:
        another.execute(update(Session).values(device="Mosaic"))
        yield
        another.rollback()
