"""Changing many rows of one kind in one statement: they share a batch, and so one undo."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, case, insert, null, select, update
from sqlalchemy.orm import Session, object_session

from ..trees import below
from .models import LONGEST_NAME
from .recording import Actor, Recorded, encode, record, record_many

AT_ONCE = 1000  # rows in one statement that gives each of them values of its own


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


def change_each(
    session: Session, model: type[Recorded], command: Command, wanted: Sequence[tuple[Any, Mapping[str, Any]]]
) -> int:
    """Give each of these rows, which are read and locked, `command.values` and values of its own; how many.

    A statement for every AT_ONCE of them. A row says its id, workspace_id, name, project_id and what the
    columns were that change.
    """
    table: Any = model.__table__  # type: ignore[attr-defined]
    changes = [(row, _difference(row, {**command.values, **own})) for row, own in wanted]
    changed = [(row, change) for row, change in changes if change]
    for start in range(0, len(changed), AT_ONCE):
        some = changed[start : start + AT_ONCE]
        here = table.c.workspace_id.in_({row.workspace_id for row, _ in some})
        exactly = update(table).where(here, table.c.id.in_([row.id for row, _ in some]))
        session.execute(exactly.values(**_cases(table, some), version=table.c.version + 1))
    record_many(session, [_changed(model, command, row, change) for row, change in changed])
    return len(changed)


def add_rows(
    session: Session, model: type[Recorded], command: Command, rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Insert many rows in one statement and record each; their ids, in their order.

    Each holds every column but the id, and beside them `subject_name` and `project_id` for the log.
    """
    if not rows:
        return []
    table: Any = model.__table__  # type: ignore[attr-defined]
    names = [column.name for column in table.c if column.name not in {"id", "version"}]
    values = [{**{name: row[name] for name in names}, "version": 1} for row in rows]
    # SQLite gives ids in the order of the rows; PostgreSQL has to be told.
    in_order = session.get_bind().dialect.name != "sqlite"
    adding = insert(table).returning(table.c.id, sort_by_parameter_order=in_order)
    ids = sorted(session.execute(adding, values).scalars())
    record_many(session, [_added(model, command, id, row) for id, row in zip(ids, rows, strict=True)])
    return ids


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
        **_said(
            model, command, _Subject(workspace_id, id, name, _project(model, command.values, project_id))
        ),
        "before": {name: encode(value) for name, value in zip(command.values, values, strict=True)},
        "after": {name: encode(value) for name, value in command.values.items()},
    }


def _changed(model: type[Recorded], command: Command, row: Any, change: Mapping[str, Any]) -> dict[str, Any]:
    project_id = _project(model, change, row.project_id)
    return {
        **_said(model, command, _Subject(row.workspace_id, row.id, row.name, project_id)),
        "before": {name: encode(getattr(row, name)) for name in change},
        "after": {name: encode(value) for name, value in change.items()},
    }


def _added(model: type[Recorded], command: Command, id: int, row: Mapping[str, Any]) -> dict[str, Any]:
    subject = _Subject(row["workspace_id"], id, row["subject_name"], row["project_id"])
    return {
        **_said(model, command, subject),
        "before": None,
        "after": {name: encode(row[name]) for name in model.tracked},
    }


def _project(model: type[Recorded], change: Mapping[str, Any], before: int | None) -> int | None:
    """In whose history a change is told: that of where a row has gone."""
    project_id: int | None = change.get(model.project_from or "", before)
    return project_id


class _Subject(NamedTuple):
    workspace_id: int
    id: int
    name: str
    project_id: int | None


def _said(model: type[Recorded], command: Command, subject: _Subject) -> dict[str, Any]:
    return {
        "workspace_id": subject.workspace_id,
        "actor_id": command.by.id,
        "at": command.now,
        "verb": command.verb,
        "subject": model.subject,
        "subject_id": subject.id,
        "subject_name": subject.name[:LONGEST_NAME],
        "project_id": subject.project_id,
    }


def _difference(row: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value != getattr(row, name)}


def _cases(table: Any, changed: Sequence[tuple[Any, Mapping[str, Any]]]) -> dict[str, Any]:
    """For each column the value of every row: one for all of them, or by the row's id."""
    cases = {}
    for name in {name for _, change in changed for name in change}:
        values = {row.id: change[name] for row, change in changed if name in change}
        alike = len(values) == len(changed) and len(set(values.values())) == 1
        by_id = case(values, value=table.c.id, else_=table.c[name])
        cases[name] = next(iter(values.values())) if alike else by_id
    return cases
