"""What a database holds, as plain values that can be compared."""

from typing import Any

from sqlalchemy import Connection, Inspector, inspect, text

from webapp.extensions import db


def schema() -> dict[str, Any]:
    """Every table of the current application's database, without Alembic's own."""
    found = inspect(db.engine)
    return {name: _table(found, name) for name in found.get_table_names() if name != "alembic_version"}


def _table(found: Inspector, name: str) -> dict[str, Any]:
    return {
        "columns": {one["name"]: (str(one["type"]), one["nullable"]) for one in found.get_columns(name)},
        "primary key": found.get_pk_constraint(name)["constrained_columns"],
        "unique": _by_name(found.get_unique_constraints(name)),
        "checks": _by_name(found.get_check_constraints(name)),
        "foreign keys": _by_name(found.get_foreign_keys(name)),
        "indexes": _by_name(found.get_indexes(name)),
    }


def _by_name(constraints: list[Any]) -> dict[str, Any]:
    return {one["name"]: _plain(one) for one in constraints}


def _plain(value: Any) -> Any:
    """The clause of a partial index, among others, is an object: its words are what counts."""
    return {key: _plain(one) for key, one in value.items()} if isinstance(value, dict) else str(value)


def rows(connection: Connection) -> dict[str, list[Any]]:
    """Every row of every table."""
    names = inspect(connection).get_table_names()
    return {
        name: sorted(tuple(row) for row in connection.execute(text(f'SELECT * FROM "{name}"')))
        for name in names
    }
