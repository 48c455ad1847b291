"""Runs the migrations on the application's own engine."""

from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import Column, Connection, Identity, inspect, text

from webapp.database import Utc
from webapp.extensions import db, metadata

ONE_AT_A_TIME = 0x446F636B6574  # the key by which releases wait for each other on PostgreSQL


def render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name plain types, so that they outlive the code of their day."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Utc) else False


def compare_default(_context: Any, _found: Any, column: Column[Any], *_others: Any) -> Literal[False] | None:
    """SQLite has no IDENTITY to be found, so that every id would look changed."""
    return False if isinstance(column.server_default, Identity) else None


def run(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        compare_server_default=compare_default if sqlite else True,
        render_item=render,
        # SQLite alters a table by making it anew, which must keep AUTOINCREMENT (see script.py.mako).
        render_as_batch=sqlite,
        # All or nothing, on SQLite too: its transaction is begun by database.py, not by the driver.
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        if not sqlite:  # whose one write lock does the same
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_AT_A_TIME})
        sequences = sequences_of(connection) if sqlite else {}
        context.run_migrations()
        if sqlite:
            keep_sequences(connection, sequences)
            check_foreign_keys(connection)


def run_on_sqlite(connection: Connection) -> None:
    """Without foreign keys, so that a table can be made anew; the pragma counts only between transactions."""
    driver: Any = connection.connection.driver_connection
    (usual,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute("PRAGMA busy_timeout = 60000")  # another release may be at it
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        run(connection)
    finally:
        connection.rollback()
        driver.execute(f"PRAGMA busy_timeout = {usual}")
        driver.execute("PRAGMA foreign_keys = ON")


def sequences_of(connection: Connection) -> dict[str, int]:
    """The highest id that each table ever gave."""
    if not inspect(connection).has_table("sqlite_sequence"):
        return {}
    found = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
    return {row.name: row.seq for row in found}


def keep_sequences(connection: Connection, before: dict[str, int]) -> None:
    """A table made anew counts on from its highest row; ids that were given above it stay given."""
    after = sequences_of(connection)
    for name in before.keys() & set(inspect(connection).get_table_names()):
        if after.get(name, 0) < before[name]:
            sequence = {"name": name, "seq": before[name]}
            connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), sequence)
            connection.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"), sequence)


def check_foreign_keys(connection: Connection) -> None:
    broken = connection.execute(text("PRAGMA foreign_key_check")).fetchall()
    if broken:
        raise RuntimeError(f"Rows refer to nothing after the migration: {broken[:5]}")


with current_app.app_context(), db.engine.connect().execution_options(writing=True) as connection:
    if connection.dialect.name == "sqlite":
        run_on_sqlite(connection)
    else:
        run(connection)
