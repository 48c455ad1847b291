"""Changing many rows of one kind in one statement: they share a batch, and so one undo."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, null, select, update
from sqlalchemy.orm import Session, object_session

from ..trees import below
from .recording import Actor, Recorded, encode, record, record_many


class Command(NamedTuple):
    """What is done to many, by whom and when."""

    verb: str
    values: Mapping[str, Any]
    by: Actor
    now: datetime


def change_rows(
    session: Session, model: type[Recorded], command: Command, *where: ColumnElement[bool]
) -> int:
    """Two statements, however many rows: read and lock what stands, then change exactly that; how many."""
    table: Any = model.__table__  # type: ignore[attr-defined]
    standing = (
        select(table.c.workspace_id, table.c.id, table.c[model.name_from].label("name"))
        .add_columns((table.c[model.project_from] if model.project_from else null()).label("project_id"))
        .add_columns(*(table.c[name] for name in command.values))
        .where(*where)
        .order_by(table.c.id)
        .with_for_update(key_share=True, of=table)
    )
    rows = session.execute(standing).all()
    if rows:
        workspaces, ids = {row.workspace_id for row in rows}, [row.id for row in rows]
        exactly = update(table).where(table.c.workspace_id.in_(workspaces), table.c.id.in_(ids))
        session.execute(exactly.values(**command.values, version=table.c.version + 1))
        record_many(session, [_entry(model, command, row) for row in rows])
    return len(rows)


def change_tree(row: Recorded, command: Command, *where: ColumnElement[bool]) -> None:
    """Change a row and, of what hangs on it, what fits; the row itself is the first of the batch."""
    session = object_session(row)
    assert session is not None, "only a row of a session can be changed"  # noqa: S101
    for name, value in command.values.items():
        setattr(row, name, value)
    record(row, command.verb, by=command.by, now=command.now)
    model: Any = type(row)
    others = (
        model.workspace_id == row.workspace_id,
        model.id.in_(select(below(row).c.id)),
        model.id != row.id,
    )
    change_rows(session, model, command, *others, *where)


def _entry(model: type[Recorded], command: Command, row: Any) -> dict[str, Any]:
    workspace_id, id, name, project_id, *values = row
    return {
        "workspace_id": workspace_id,
        "actor_id": command.by.id,
        "at": command.now,
        "verb": command.verb,
        "subject": model.subject,
        "subject_id": id,
        "subject_name": name,
        "project_id": command.values.get(model.project_from or "", project_id),
        "before": {name: encode(value) for name, value in zip(command.values, values, strict=True)},
        "after": {name: encode(value) for name, value in command.values.items()},
    }
