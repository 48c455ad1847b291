"""Runs the migrations on the application's own engine."""

from typing import Any, Literal

from alembic import context
from flask import current_app
from sqlalchemy import Column, Connection, Identity

from webapp.database import Utc
from webapp.extensions import db, metadata


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
        compare_server_default=compare_default,
        render_item=render,
        # SQLite alters a table by making it anew, which must keep AUTOINCREMENT (see database.py).
        render_as_batch=sqlite,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


def run_on_sqlite(connection: Connection) -> None:
    """Without foreign keys, so that a table can be made anew; then everything is checked."""
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        run(connection)
        connection.commit()
        broken = driver.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"Rows refer to nothing after the migration: {broken[:5]}")
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


with current_app.app_context(), db.engine.connect().execution_options(writing=True) as connection:
    if connection.dialect.name == "sqlite":
        run_on_sqlite(connection)
    else:
        run(connection)
        connection.commit()
