"""A task and its steps do not wait for each other: steps are done with it, so that neither could begin."""

from typing import Any

from sqlalchemy import BigInteger, column, or_, select, table
from sqlalchemy.orm import Session

from ..errors import Invalid
from ..trees import below, ids_above
from .titles import shortened

_blocker: Any = table(
    "blocker",
    column("workspace_id", BigInteger),
    column("task_id", BigInteger),
    column("blocked_by_id", BigInteger),
    column("deleted_at"),
)


def check_waiting(session: Session, task: Any) -> None:
    """Raise Invalid if a task, or what hangs on it, and what is above it wait for each other."""
    found = entangled(session, task)
    if found:
        waiting, other = map(shortened, found)
        raise Invalid(f"{waiting} waits for {other}: neither can be a step of the other.")


def entangled(session: Session, task: Any) -> tuple[str, str] | None:
    """Two of the tasks above and below this one, by title: the first waits for the second and cannot.

    What is in the bin waits for nothing, unless it went there together with this task.
    """
    tree = _tree(session, task)
    parents = {id: row.parent_id for id, row in tree.items()} | {task.id: task.parent_id}
    for task_id, blocked_by_id in _waiting_within(session, task.workspace_id, tree):
        if _is_above(parents, task_id, blocked_by_id) or _is_above(parents, blocked_by_id, task_id):
            return tree[task_id].title, tree[blocked_by_id].title
    return None


def _tree(session: Session, task: Any) -> dict[int, Any]:
    """The rows above and below a task, itself among them, by id."""
    rows = type(task).__table__.c
    within = or_(rows.id.in_(ids_above(session, task)), rows.id.in_(select(below(task).c.id)))
    standing = or_(rows.deleted_at.is_(None), rows.deleted_at.is_not_distinct_from(task.deleted_at))
    found = select(rows.id, rows.parent_id, rows.title)
    return {
        row.id: row
        for row in session.execute(found.where(rows.workspace_id == task.workspace_id, within, standing))
    }


def _waiting_within(session: Session, workspace_id: int, tree: dict[int, Any]) -> list[tuple[int, int]]:
    """Which of these tasks wait for which."""
    both = (_blocker.c.task_id.in_(tree), _blocker.c.blocked_by_id.in_(tree))
    kept = (_blocker.c.workspace_id == workspace_id, _blocker.c.deleted_at.is_(None))
    found = select(_blocker.c.task_id, _blocker.c.blocked_by_id).where(*kept, *both)
    return [(row[0], row[1]) for row in session.execute(found.order_by(_blocker.c.task_id))]


def _is_above(parents: dict[int, int | None], above: int, id: int) -> bool:
    seen: set[int] = set()
    parent = parents.get(id)
    while parent is not None and parent not in seen:
        if parent == above:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False
