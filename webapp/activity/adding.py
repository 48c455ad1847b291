"""Adding many rows of one kind in one statement: they share a batch, and so one undo."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import insert
from sqlalchemy.orm import Session

from .models import LONGEST_NAME
from .recording import Actor, Recorded, encode, record_many


class Addition(NamedTuple):
    """By whom rows are added, when, and how the log calls it."""

    by: Actor
    now: datetime
    verb: str = "added"


def add_rows(
    session: Session, model: type[Recorded], addition: Addition, rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Insert many rows and record each; their ids, in the order of the rows.

    A row holds a value for every column but its id and version, and its `subject_name` and `in_project` for
    the log.
    """
    if not rows:
        return []
    table: Any = model.__table__  # type: ignore[attr-defined]
    names = [column.name for column in table.c if column.name != "id"]
    values = [{**{name: row[name] for name in names if name != "version"}, "version": 1} for row in rows]
    # SQLite gives ids in the order of the rows; PostgreSQL has to be told.
    in_order = session.get_bind().dialect.name != "sqlite"
    adding = insert(table).returning(table.c.id, sort_by_parameter_order=in_order)
    ids = sorted(session.execute(adding, values).scalars())
    record_many(session, [_entry(model, addition, id, row) for id, row in zip(ids, rows, strict=True)])
    return ids


def _entry(model: type[Recorded], addition: Addition, id: int, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "workspace_id": row["workspace_id"],
        "actor_id": addition.by.id,
        "at": addition.now,
        "verb": addition.verb,
        "subject": model.subject,
        "subject_id": id,
        "subject_name": row["subject_name"][:LONGEST_NAME],
        "project_id": row["in_project"],
        "before": None,
        "after": {name: encode(row[name]) for name in model.tracked},
    }
