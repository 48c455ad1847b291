"""The steps of a task as its editor and its page show them."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import bindparam, literal, select

from ..accounts.visitors import Visitor
from ..database import reading
from ..trees import ENDLESS
from .models import Task
from .rows import TaskRow, some_rows


class Step(NamedTuple):
    """A task that hangs on another; `depth` is 0 for what hangs on it directly."""

    depth: int
    row: TaskRow


task_ = Task.__table__.c
WORKSPACES: Any = bindparam("workspaces", expanding=True)
_found: Any = (
    select(task_.id, literal(0).label("depth"))
    .where(task_.workspace_id.in_(WORKSPACES), task_.parent_id == bindparam("id"))
    .cte("below", recursive=True)
)
_further = (
    select(task_.id, _found.c.depth + 1)
    .join(_found, task_.parent_id == _found.c.id)
    .where(task_.workspace_id.in_(WORKSPACES), _found.c.depth < ENDLESS)
)
BELOW = select(_found.union_all(_further).c.id)


def steps_of(visitor: Visitor, id: int) -> list[Step]:
    """What hangs on a task, each step followed by its own steps; for whoever may see the task."""
    ids = reading().scalars(BELOW, {"workspaces": visitor.workspaces, "id": id}).all()
    hanging: dict[int | None, list[TaskRow]] = {}
    for row in some_rows(visitor, ids) if ids else []:
        hanging.setdefault(row.parent_id, []).append(row)
    return list(_in_order(hanging, id, 0))


def _in_order(hanging: dict[int | None, list[TaskRow]], id: int, depth: int) -> Iterator[Step]:
    for row in hanging.get(id, []):
        yield Step(depth, row)
        yield from _in_order(hanging, row.id, depth + 1)
