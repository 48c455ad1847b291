"""Applications with a database of their own, which upkeep may wipe."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask_migrate import upgrade


@pytest.fixture
def house(new_app: Callable[..., Flask], new_database: Callable[[], str]) -> Flask:
    """An application with a migrated database that no other test uses."""
    app = new_app(DATABASE_URL=new_database())
    with app.app_context():
        upgrade()
    return app


@pytest.fixture
def on_sqlite(engine_name: str) -> None:
    if engine_name != "sqlite":
        pytest.skip("speaks of SQLite alone")


@pytest.fixture
def on_postgresql(engine_name: str) -> None:
    if engine_name != "postgresql":
        pytest.skip("speaks of PostgreSQL alone")
