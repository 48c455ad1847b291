"""Rows that hang on rows of their own kind by `parent_id`: what is above one, what is below it, how deep."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.orm import Session

from .database import InWorkspace, writing
from .errors import Invalid

ENDLESS = 20  # no chain is as long: whatever a broken row says, a query ends


class Misplaced(Invalid):
    """A rule about what may hang on what; said beside the field for the place."""


@contextmanager
def rearranging(workspace_ids: Iterable[int]) -> Iterator[Session]:
    """As `writing()`, but one at a time in a workspace: for what reads or changes several rows of a tree.

    What two people move at once cannot become a ring, and no step comes to a task that is just being done.
    On PostgreSQL the lock comes before that of any row, so that nobody waits for each other; SQLite has
    one writer anyway.
    """
    with writing() as session:
        if session.get_bind().dialect.name == "postgresql":
            for id in sorted(workspace_ids):
                session.execute(select(func.pg_advisory_xact_lock(id)))
        yield session


def below(row: InWorkspace) -> Any:
    """A common table expression of (id, depth) of what hangs on a row, deleted or not; itself has depth 0."""
    model: Any = type(row)
    return _with_below(model, model.workspace_id == row.workspace_id, model.id == row.id)


def tree_of(model: Any, *conditions: ColumnElement[bool]) -> Select[Any]:
    """The ids of the rows that fit and of all that hangs on them."""
    return select(_with_below(model, *conditions).c.id)


def above(model: Any, *conditions: ColumnElement[bool]) -> Select[Any]:
    """The ids of all on which the rows that fit hang."""
    table = model.__table__
    roots = select(table.c.workspace_id, table.c.parent_id, literal(0).label("height")).where(*conditions)
    found: Any = roots.cte("above", recursive=True)
    carrying = (table.c.id == found.c.parent_id) & (table.c.workspace_id == found.c.workspace_id)
    parents = select(table.c.workspace_id, table.c.parent_id, found.c.height + 1).join(found, carrying)
    return select(found.union_all(parents.where(found.c.height < ENDLESS)).c.parent_id)


def _with_below(model: Any, *conditions: ColumnElement[bool]) -> Any:
    table = model.__table__
    roots = select(table.c.workspace_id, table.c.id, literal(0).label("depth")).where(*conditions)
    found: Any = roots.cte("below", recursive=True)
    hanging = (table.c.parent_id == found.c.id) & (table.c.workspace_id == found.c.workspace_id)
    children = select(table.c.workspace_id, table.c.id, found.c.depth + 1).join(found, hanging)
    return found.union_all(children.where(found.c.depth < ENDLESS))


def ids_above(session: Session, row: Any) -> list[int]:
    """What a row hangs on, its parent first, up to the top."""
    if row.parent_id is None:
        return []
    table = type(row).__table__
    here = table.c.workspace_id == row.workspace_id
    parent = select(table.c.id, table.c.parent_id, literal(1).label("height"))
    found: Any = parent.where(here, table.c.id == row.parent_id).cte("above", recursive=True)
    further = select(table.c.id, table.c.parent_id, found.c.height + 1)
    further = further.join(found, table.c.id == found.c.parent_id).where(here, found.c.height < ENDLESS)
    above = found.union_all(further)
    return list(session.scalars(select(above.c.id).order_by(above.c.height)))


def check_place(session: Session, row: Any, levels: int, into_itself: str, too_deep: str) -> None:
    """Raise Misplaced where a row hangs on itself, or reaches deeper than `levels`; 1 is the top."""
    above = ids_above(session, row)
    if row.id in above:
        raise Misplaced(into_itself)
    if len(above) + 1 + depth_below(session, row, None) > levels:
        raise Misplaced(too_deep)


def depth_below(session: Session, row: Any, deleted_at: datetime | None) -> int:
    """Over how many levels hangs what was deleted from it at an instant, or what was not."""
    table, tree = type(row).__table__, below(row)
    here = (table.c.workspace_id == row.workspace_id) & (table.c.id == tree.c.id)
    found = select(func.max(tree.c.depth)).join(table, here)
    return session.scalar(found.where(table.c.deleted_at.is_not_distinct_from(deleted_at))) or 0
