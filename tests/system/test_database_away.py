"""A database that is stopped or not yet set up: a calm 503, and no restart afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask, request_finished
from flask_migrate import upgrade
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.builders import make_person
from tests.engines import Cluster
from tests.pages import Browser
from webapp.database import reading
from webapp.errors import is_away
from webapp.extensions import db

from .calm import is_calm, is_calm_toast

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
# What a visitor may see without any look into the database.
NEEDS_NO_DATABASE = {"welcome.show", "about.show", "sign_in.new", "sign_up.new", "security_contact.show"}
PLAIN = {"/up", "/healthz", "/.well-known/security.txt"}


@pytest.fixture
def stoppable_app(cluster: Cluster, new_app: Callable[..., Flask]) -> Iterator[Flask]:
    app = new_app(DATABASE_URL=cluster.url(), SECURITY_CONTACT="mailto:ana@example.org")
    with app.app_context():
        upgrade()
    yield app
    with app.app_context():
        db.session.remove()
        with db.engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))


@contextmanager
def _stopped(cluster: Cluster) -> Iterator[None]:
    cluster.stop()
    try:
        yield
    finally:
        cluster.start()


def _addresses(app: Flask, method: str) -> dict[str, str]:
    """One address of every view that answers this method."""
    adapter = app.url_map.bind("localhost")
    rules = [rule for rule in app.url_map.iter_rules() if rule.methods and method in rule.methods]
    return {rule.endpoint: adapter.build(rule.endpoint, _values(rule.arguments), method) for rule in rules}


def _pages(app: Flask) -> dict[str, str]:
    """The same without what only programs ask."""
    return {name: path for name, path in _addresses(app, "GET").items() if path not in PLAIN}


def _commands(app: Flask, method: str) -> dict[str, str]:
    """The same without public forms, which refuse empty fields before they look into the database."""
    views = app.view_functions
    addresses = _addresses(app, method).items()
    return {name: path for name, path in addresses if not getattr(views[name], "is_public", False)}


def _values(arguments: set[str]) -> dict[str, Any]:
    numbers = dict.fromkeys(("id", "other_id", "version", "number"), 1)
    examples = {**numbers, "status": "active", "kind": "projects", "format": "csv", "token": "x" * 43}
    return {name: examples[name] for name in arguments}


def test_every_page_is_calm_while_postgresql_is_stopped(stoppable_app: Flask, cluster: Cluster) -> None:
    alice = make_person(stoppable_app, "Alice")
    addresses = _pages(stoppable_app)

    with _stopped(cluster):
        pages = {endpoint: alice.browser.open(path) for endpoint, path in addresses.items()}

    assert [endpoint for endpoint, page in pages.items() if not is_calm(page)] == []


def test_the_platform_learns_that_postgresql_is_stopped_and_back(
    stoppable_app: Flask, cluster: Cluster
) -> None:
    client = stoppable_app.test_client()

    with _stopped(cluster):
        during = {path: client.get(path).status_code for path in ("/up", "/healthz")}
    after = {path: client.get(path).status_code for path in ("/up", "/healthz")}

    assert during == {"/up": 200, "/healthz": 503}
    assert after == {"/up": 200, "/healthz": 200}


def test_visitors_see_what_needs_no_database_and_a_calm_page_elsewhere(
    stoppable_app: Flask, cluster: Cluster
) -> None:
    visitor = Browser(stoppable_app)
    visitor.open("/")
    addresses = _addresses(stoppable_app, "GET")

    with _stopped(cluster):
        statuses = {endpoint: visitor.open(path).status for endpoint, path in addresses.items()}

    assert set(statuses.values()) <= {200, 503}
    assert {statuses[endpoint] for endpoint in NEEDS_NO_DATABASE} == {200}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_htmx_gets_a_toast_for_every_command_while_postgresql_is_stopped(
    stoppable_app: Flask, cluster: Cluster, method: str
) -> None:
    alice = make_person(stoppable_app, "Alice")
    alice.browser.open("/tasks")
    commands = _commands(stoppable_app, method)

    with _stopped(cluster):
        answers = {endpoint: alice.browser.partial(method, path) for endpoint, path in commands.items()}

    assert answers
    assert [endpoint for endpoint, answer in answers.items() if not is_calm_toast(answer)] == []


def test_a_command_without_its_token_is_calm_too(stoppable_app: Flask, cluster: Cluster) -> None:
    alice = make_person(stoppable_app, "Alice")
    alice.browser.open("/tasks")

    with _stopped(cluster):
        page = alice.browser.partial("POST", "/tasks", {"title": "Lost"}, **{"X-CSRFToken": "old"})

    assert is_calm_toast(page)


def test_work_goes_on_once_postgresql_is_back(stoppable_app: Flask, cluster: Cluster) -> None:
    alice = make_person(stoppable_app, "Alice")
    alice.has("Put the bins out")
    alice.browser.open("/tasks")

    with _stopped(cluster):
        refused = alice.browser.partial("POST", "/tasks", {"title": "Lost"})
    kept = alice.browser.partial("POST", "/tasks", {"title": "Water the plants"})

    assert (refused.status, kept.status) == (503, 200)
    assert alice.browser.open("/tasks").titles == ["Put the bins out", "Water the plants"]


def test_a_page_that_was_read_whole_is_shown_though_postgresql_stops_after_it(
    stoppable_app: Flask, cluster: Cluster
) -> None:
    alice = make_person(stoppable_app, "Alice")
    alice.has("Put the bins out")

    try:
        with request_finished.connected_to(lambda *_, **__: cluster.stop(), stoppable_app):
            page = alice.browser.open("/tasks")
    finally:
        cluster.start()

    assert (page.status, page.titles) == (200, ["Put the bins out"])
    assert alice.browser.open("/tasks").titles == ["Put the bins out"]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO project (workspace_id, name, is_inbox) VALUES (-1, 'Nowhere', FALSE)",
        "INSERT INTO project (workspace_id, is_inbox) VALUES (1, FALSE)",
    ],
)
def test_a_refusal_by_a_constraint_is_not_called_away(app: Flask, statement: str) -> None:
    with app.app_context(), pytest.raises(DBAPIError) as refusal:
        _execute(statement)

    assert not is_away(refusal.value)


@pytest.mark.usefixtures("on_postgresql")
@pytest.mark.parametrize("expression", ["'soon'::timestamptz", "1/0", "repeat('x', 20)::varchar(10)::int"])
def test_a_value_that_cannot_be_is_not_called_away(app: Flask, expression: str) -> None:
    with app.app_context(), pytest.raises(DBAPIError) as refusal:
        _execute(f"SELECT {expression}")

    assert not is_away(refusal.value)


def _execute(statement: str) -> None:
    reading().execute(text(statement))
