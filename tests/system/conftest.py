"""Applications with a database of their own, for tests that break, lock or migrate it."""

import os
import secrets
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from flask_migrate import upgrade

from tests.engines import Cluster


@pytest.fixture
def unmigrated_app(new_app: Callable[..., Flask], new_database: Callable[[], str]) -> Flask:
    """An application whose database is empty: no table was made."""
    return new_app(DATABASE_URL=new_database())


@pytest.fixture
def own_app(unmigrated_app: Flask) -> Flask:
    """An application with a migrated database that no other test uses."""
    with unmigrated_app.app_context():
        upgrade()
    return unmigrated_app


@pytest.fixture(scope="module")
def cluster(engine_name: str) -> Iterator[Cluster]:
    """A PostgreSQL server that may be stopped."""
    if engine_name != "postgresql":
        pytest.skip("speaks of PostgreSQL alone")
    cluster = Cluster()
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        # The cluster forgets the last commits when it is stopped at once, unless it is told not to.
        connection.execute("ALTER ROLE docket SET synchronous_commit = on")
    yield cluster
    cluster.remove()


@pytest.fixture
def environment(new_database: Callable[[], str], tmp_path: Path) -> dict[str, str]:
    """All that the platform sets; the port is any that is free."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "TMPDIR": str(tmp_path),
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DATABASE_URL": new_database(),
        "HOST": "127.0.0.1",
        "PORT": "0",
        "WEB_CONCURRENCY": "2",
    }
