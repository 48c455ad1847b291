"""The application under test, on the engine that `--engine` names, and three people."""

import os
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import event

from webapp import create_app
from webapp.extensions import db, metadata

from .builders import Person, make_person
from .chromium import address, chromium
from .engines import Cluster, postgresql_folder
from .pages import Browser

__all__ = ["address", "chromium"]  # fixtures

IN_CI = os.environ.get("CI") == "true"
CHEAP = {"ARGON2_MEMORY_KIB": "8", "ARGON2_TIME_COST": "1", "SQLITE_SYNCHRONOUS": "OFF"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--engine", choices=["sqlite", "postgresql"], default="sqlite")


def pytest_configure(config: pytest.Config) -> None:
    """Start one cluster for all workers, which inherit its address."""
    is_worker = hasattr(config, "workerinput")
    if is_worker or config.getoption("engine") != "postgresql" or "TEST_DATABASE_URL" in os.environ:
        return
    if postgresql_folder() is None:
        pytest.exit("PostgreSQL is not installed: its tests cannot run.", 1 if IN_CI else 0)
    cluster = Cluster()
    os.environ["TEST_DATABASE_URL"] = cluster.url()
    config.add_cleanup(cluster.remove)


def pytest_report_header(config: pytest.Config) -> str:
    return f"engine: {config.getoption('engine')}"


@pytest.fixture(scope="session")
def engine_name(pytestconfig: pytest.Config) -> str:
    return str(pytestconfig.getoption("engine"))


@pytest.fixture
def on_sqlite(engine_name: str) -> None:
    if engine_name != "sqlite":
        pytest.skip("speaks of SQLite alone")


@pytest.fixture
def on_postgresql(engine_name: str) -> None:
    if engine_name != "postgresql":
        pytest.skip("speaks of PostgreSQL alone")


@pytest.fixture(scope="session")
def new_database(engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Makes empty databases and gives their addresses."""
    made: list[str] = []

    def make() -> str:
        if engine_name == "sqlite":
            return f"sqlite:///{tmp_path_factory.mktemp('database')}/docket.sqlite3"
        name = f"test_{uuid.uuid4().hex}"
        with psycopg.connect(os.environ["TEST_DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        made.append(name)
        return re.sub(r"/[^/]*$", f"/{name}", os.environ["TEST_DATABASE_URL"])

    yield make
    for name in made:
        with psycopg.connect(os.environ["TEST_DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def new_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Flask]]:
    """Makes applications for tests; their engines are disposed of at the end."""
    made: list[Flask] = []

    def make(**settings: str) -> Flask:
        usual = {"ENVIRONMENT": "testing", "DATA_DIR": str(tmp_path_factory.mktemp("data")), **CHEAP}
        app = create_app(**{**usual, "PUBLIC_URL": "http://localhost", **settings})
        app.testing = True
        made.append(app)
        return app

    yield make
    for app in made:
        with app.app_context():
            db.engine.dispose()


@pytest.fixture(scope="session")
def new_migrated_app(new_app: Callable[..., Flask], new_database: Callable[[], str]) -> Callable[..., Flask]:
    """Makes applications with a migrated database of their own."""

    def make(**settings: str) -> Flask:
        app = new_app(DATABASE_URL=new_database(), **settings)
        with app.app_context():
            upgrade()
        return app

    return make


@pytest.fixture(scope="session")
def shared_app(new_migrated_app: Callable[..., Flask]) -> Flask:
    """One application and one migrated database for all tests of this process."""
    return new_migrated_app()


@pytest.fixture
def app(shared_app: Flask) -> Iterator[Flask]:
    """The application with an empty database."""
    yield shared_app
    with shared_app.app_context(), db.engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture
def alice(app: Flask) -> Person:
    """Owns her tasks."""
    return make_person(app, "Alice")


@pytest.fixture
def bob(app: Flask, alice: Person) -> Person:
    """A member of Alice's Inbox who may edit it."""
    return make_person(app, "Bob").joining(alice, "editor")


@pytest.fixture
def mallory(app: Flask) -> Person:
    """A stranger with an account."""
    return make_person(app, "Mallory")


@pytest.fixture
def anonymous(app: Flask) -> Browser:
    """Somebody who is not signed in."""
    return Browser(app)


@pytest.fixture
def queries(app: Flask) -> Iterator[list[str]]:
    """The statements sent so far, without those that begin and end transactions."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "SELECT pg_advisory_xact_lock")):
            seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)
