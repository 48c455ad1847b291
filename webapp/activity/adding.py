"""Adding many rows of one kind in few statements: they share a batch, and so one undo."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from .models import LONGEST_NAME
from .recording import Actor, Recorded, encode, record_many


def add_rows(
    session: Session, model: type[Recorded], rows: Sequence[Mapping[str, Any]], *, by: Actor, now: datetime
) -> list[int]:
    """Their ids, in the order of the rows, which are values by column: all name the same ones.

    Besides, each says what the log calls it (`subject_name`), what happened to it (`verb`, by default
    “added”) and, if it has no such column, in which project (`log_project_id`).
    """
    if not rows:
        return []
    table: Any = model.__table__  # type: ignore[attr-defined]
    names = [column.name for column in table.c if column.name in rows[0] and column.name != "id"]
    values = [{**{name: row[name] for name in names}, "version": 1} for row in rows]
    # SQLite gives ids in the order of the rows; PostgreSQL has to be told.
    in_order = session.get_bind().dialect.name != "sqlite"
    adding = insert(table).returning(table.c.id, sort_by_parameter_order=in_order)
    ids = sorted(session.execute(adding, values).scalars())
    record_many(session, [_entry(model, id, row, by, now) for id, row in zip(ids, rows, strict=True)])
    return ids


def _entry(
    model: type[Recorded], id: int, row: Mapping[str, Any], by: Actor, now: datetime
) -> dict[str, Any]:
    return {
        "workspace_id": row["workspace_id"],
        "actor_id": by.id,
        "at": now,
        "verb": row.get("verb", "added"),
        "subject": model.subject,
        "subject_id": id,
        "subject_name": row["subject_name"][:LONGEST_NAME],
        "project_id": row.get("log_project_id") or row.get("project_id"),
        "before": None,
        "after": {name: encode(row.get(name)) for name in model.tracked},
    }
