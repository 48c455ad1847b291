"""A person's own order: every row has a position, in double precision, between those of its neighbours."""

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

# The condition on the rows among which one stands; those of them that are deleted keep their place.
Siblings = tuple[ColumnElement[bool], ...]


def put_before(session: Session, row: Any, siblings: Siblings, id: int | None) -> list[Any]:
    """Let a row stand right before the sibling with this id, or at the end.

    The others that had to make room, where no number was left between two: their order stays as it was.
    """
    positions = {one.id: one.position for one in _in_order(session, row, siblings) if one.id != row.id}
    ids = list(positions)
    index = ids.index(id) if id in positions else len(ids)
    before, after = ids[index - 1] if index else None, ids[index] if index < len(ids) else None
    room, spread = between(positions.get(before), positions.get(after)), []
    if room is None:
        spread = _spread(session, row, siblings)
        positions = {other.id: other.position for other in spread}
        room = between(positions.get(before), positions.get(after))
    row.position = room
    return spread


def move_up(session: Session, row: Any, siblings: Siblings) -> list[Any]:
    """Let a row change places with the one before it, if there is one; the others that had to make room."""
    ids = [one.id for one in _in_order(session, row, siblings)]
    at = ids.index(row.id)
    return put_before(session, row, siblings, ids[at - 1]) if at > 0 else []


def move_down(session: Session, row: Any, siblings: Siblings) -> list[Any]:
    """Let a row change places with the one after it, if there is one; the others that had to make room."""
    ids = [one.id for one in _in_order(session, row, siblings)]
    at = ids.index(row.id)
    if at + 1 == len(ids):
        return []
    return put_before(session, row, siblings, ids[at + 2] if at + 2 < len(ids) else None)


def between(before: float | None, after: float | None) -> float | None:
    """A position between two others, or beyond one; None where no double fits in between."""
    if before is None:
        middle = 1.0 if after is None else after - 1
    else:
        middle = before + 1 if after is None else before + (after - before) / 2
    fits = (before is None or before < middle) and (after is None or middle < after)
    return middle if fits else None


def _in_order(session: Session, row: Any, siblings: Siblings) -> Any:
    model: Any = type(row)
    standing = (model.workspace_id == row.workspace_id, model.deleted_at.is_(None), *siblings)
    found = select(model.id, model.position).where(*standing)
    return session.execute(found.order_by(model.position, model.id)).all()


def _spread(session: Session, row: Any, siblings: Siblings) -> list[Any]:
    """Give all others room between them, deleted ones too, without changing their order."""
    model: Any = type(row)
    here = (model.workspace_id == row.workspace_id, *siblings)
    found = session.scalars(select(model).where(*here).order_by(model.position, model.id))
    others = [other for other in found if other is not row]
    for place, other in enumerate(others, 1):
        other.position = float(place)
    return others
