"""A person's own order: every row has a position, in double precision, between those of its neighbours."""

from typing import Any

from sqlalchemy import ColumnElement, bindparam, select, update
from sqlalchemy.orm import Session

from .database import InWorkspace

Siblings = tuple[ColumnElement[bool], ...]


def put_before(session: Session, row: Any, siblings: Siblings, id: int | None) -> None:
    """Let a row stand right before the sibling with this id, or at the end."""
    others = [one for one in _in_order(session, row, siblings) if one.id != row.id]
    index = next((at for at, other in enumerate(others) if other.id == id), len(others))
    before = others[index - 1].position if index else None
    after = others[index].position if index < len(others) else None
    room = between(before, after)
    if room is None:
        _spread(session, row, [other.id for other in others])
        room = index + 0.5
    row.position = room


def move_up(session: Session, row: Any, siblings: Siblings) -> None:
    """Let a row change places with the one before it, if there is one."""
    ids = [one.id for one in _in_order(session, row, siblings)]
    at = ids.index(row.id)
    if at > 0:
        put_before(session, row, siblings, ids[at - 1])


def move_down(session: Session, row: Any, siblings: Siblings) -> None:
    """Let a row change places with the one after it, if there is one."""
    ids = [one.id for one in _in_order(session, row, siblings)]
    at = ids.index(row.id)
    if at + 1 < len(ids):
        put_before(session, row, siblings, ids[at + 2] if at + 2 < len(ids) else None)


def between(before: float | None, after: float | None) -> float | None:
    """A position between two others, or beyond one; None where no double fits in between."""
    if before is None or after is None:
        return 1.0 if before == after else after - 1 if before is None else before + 1  # type: ignore[operator]
    middle = before + (after - before) / 2
    return middle if before < middle < after else None


def _in_order(session: Session, row: InWorkspace, siblings: Siblings) -> Any:
    model: Any = type(row)
    found = select(model.id, model.position).where(model.workspace_id == row.workspace_id, *siblings)
    return session.execute(found.order_by(model.position, model.id)).all()


def _spread(session: Session, row: InWorkspace, ids: list[int]) -> None:
    """Give siblings room between them. Their order stays, so that it is nothing to record."""
    table: Any = type(row).__table__  # type: ignore[attr-defined]
    each = update(table).where(table.c.workspace_id == row.workspace_id, table.c.id == bindparam("sibling"))
    places = [{"sibling": id, "place": at} for at, id in enumerate(ids, 1)]
    session.connection().execute(each.values(position=bindparam("place")), places)
