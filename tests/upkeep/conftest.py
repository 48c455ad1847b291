"""Applications with a database of their own, which upkeep may wipe."""

from collections.abc import Callable

import pytest
from flask import Flask


@pytest.fixture
def house(new_migrated_app: Callable[..., Flask]) -> Flask:
    """An application with a database that no other test uses."""
    return new_migrated_app()


@pytest.fixture
def on_sqlite(engine_name: str) -> None:
    if engine_name != "sqlite":
        pytest.skip("speaks of SQLite alone")


@pytest.fixture
def on_postgresql(engine_name: str) -> None:
    if engine_name != "postgresql":
        pytest.skip("speaks of PostgreSQL alone")
