"""`flask prune`: what has served its time goes, everything else stays, and it says so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from tests.accounts.browsers import another_browser, is_signed_in, sign_in
from tests.builders import Person, make_person
from tests.contents import contents
from tests.crawling import reset_path
from tests.pages import Browser
from webapp.attempts import Attempt
from webapp.extensions import db

START = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def prune(app: Flask) -> dict[str, int]:
    """What it says, as numbers by what they count."""
    answer = app.test_cli_runner().invoke(args=["prune"])
    assert answer.exit_code == 0, answer.output
    lines = [line.split(maxsplit=1) for line in answer.output.splitlines()]
    return {what: int(count) for count, what in lines}


def attempts(app: Flask) -> int:
    with app.app_context():
        return db.session.query(Attempt).count()


def use(alice: Person) -> None:
    """Leave traces of all kinds: a form, history, a deleted task, a link, a failed sign-in."""
    alice.has("Put the bins out")
    alice.browser.open("/tasks")
    alice.browser.submit("#create-form", title="Thrown away")
    alice.browser.press("#task-list li:last-child [id$=-delete]")
    reset_path(alice.app, alice)
    sign_in(Browser(alice.app), alice, password="not her password")


@pytest.mark.usefixtures("clock")
def test_nothing_that_still_serves_goes(alice: Person) -> None:
    use(alice)
    before = contents(alice.app)

    told = prune(alice.app)

    assert set(told.values()) == {0}
    assert len(told) == 10
    assert contents(alice.app) == before
    assert attempts(alice.app) == 2


def test_what_has_served_its_time_goes_and_is_told(app: Flask, clock: time_machine.Traveller) -> None:
    alice = make_person(app, "Alice")
    use(alice)
    kept = another_browser(alice, keep="y")
    entries = len(contents(app)["activity"])

    clock.shift(timedelta(days=8))
    week = prune(app)
    still_signed_in = is_signed_in(kept)
    clock.shift(timedelta(days=358))
    year = prune(app)

    assert week == {
        "ended sessions": 1,
        "ended password links": 1,
        "counts of attempts": 1,
        "sent forms": 1,
        "previews of tasks brought along": 0,
        "projects in the bin": 0,
        "sections in the bin": 0,
        "tasks in the bin": 0,
        "labels in the bin": 0,
        "entries of the history": 0,
    }
    assert still_signed_in
    assert (year["ended sessions"], year["tasks in the bin"]) == (1, 1)
    assert year["entries of the history"] == entries
    assert [row.title for row in contents(app)["task"]] == ["Put the bins out"]
    assert attempts(app) == 0
