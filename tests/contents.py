"""What the whole database holds, to see that nothing has changed."""

from typing import Any

from flask import Flask

from webapp.extensions import db, metadata


def contents(app: Flask) -> dict[str, list[Any]]:
    """Every row of every table, but for the counts of attempts, which refused requests raise."""
    with app.app_context(), db.engine.connect() as connection:
        return {
            table.name: list(connection.execute(table.select().order_by(*table.primary_key)))
            for table in metadata.sorted_tables
            if table.name != "attempt"
        }
