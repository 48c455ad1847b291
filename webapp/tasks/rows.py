"""What lists read: statements built once, rows as plain tuples.

Lists are ordered by (position, id) and paged by that key, so that a page costs the same wherever it
stands. The condition on `position` alone lets both engines walk the index; the second part settles ties.
"""

import math
import re
import struct
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, literal, select

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from ..projects.models import MAY_EDIT, ProjectMember
from .models import Task
from .samples import open_samples

PAGE = 50
START = (-math.inf, 0)
CURSOR = re.compile(r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)_(\d{1,19})", re.ASCII)


class TaskRow(NamedTuple):
    """All that a row prints of a task, for one viewer."""

    id: int
    title: str
    is_completed: bool
    position: float
    version: int
    can_edit: bool

    @property
    def order(self) -> str:
        """A key that sorts as (position, id) when digits are compared as numbers.

        The 64 bits of a double sort like the double once negative ones are inverted and positive
        ones get the sign bit (IEEE 754, total order).
        """
        (bits,) = struct.unpack(">Q", struct.pack(">d", self.position))
        ordered = bits ^ (0xFFFFFFFFFFFFFFFF if bits >> 63 else 0x8000000000000000)
        return f"{ordered:020d}-{self.id}"

    @property
    def cursor(self) -> str:
        """Where the next page begins, as `?after=`."""
        return f"{self.position!r}_{self.id}"


class Counts(NamedTuple):
    """How many tasks a person sees, each counted up to MANY; `samples` came with the account."""

    open: int
    completed: int
    samples: int


task_, member_ = Task.__table__.c, ProjectMember.__table__.c

VISIBLE = (
    select(
        task_.id,
        task_.title,
        task_.completed_at.is_not(None),
        task_.position,
        task_.version,
        member_.role.in_(MAY_EDIT),
    )
    .join(
        ProjectMember.__table__,
        (member_.workspace_id == task_.workspace_id)
        & (member_.project_id == task_.project_id)
        & (member_.user_id == bindparam("user_id")),
    )
    .where(task_.workspace_id.in_(bindparam("workspaces", expanding=True)), task_.deleted_at.is_(None))
)
SOME = VISIBLE.where(task_.id.in_(bindparam("ids", expanding=True))).order_by(task_.position, task_.id)
IN_STATUS = {
    "all": VISIBLE,
    "active": VISIBLE.where(task_.completed_at.is_(None)),
    "completed": VISIBLE.where(task_.completed_at.is_not(None)),
}


def _page_of(statement: Select[Any]) -> Select[Any]:
    position: Any = bindparam("position")
    id: Any = bindparam("id")
    after = statement.where(task_.position >= position, (task_.position > position) | (task_.id > id))
    return after.order_by(task_.position, task_.id).limit(PAGE + 1)


def _bounded_count(status: str) -> Select[Any]:
    some = IN_STATUS[status].with_only_columns(literal(1)).limit(MANY).subquery()
    return select(func.count()).select_from(some)


PAGES = {status: _page_of(statement) for status, statement in IN_STATUS.items()}
COUNTS = select(
    _bounded_count("active").scalar_subquery(),
    _bounded_count("completed").scalar_subquery(),
    open_samples().scalar_subquery(),
)


def list_page(visitor: Visitor, status: str, after: tuple[float, int] = START) -> tuple[list[TaskRow], str]:
    """One page of the tasks that a person sees, and the cursor of the next (empty at the end)."""
    position, id = after
    found = reading().execute(PAGES[status], {**_person(visitor), "position": position, "id": id})
    rows = [TaskRow._make(row) for row in found]
    return rows[:PAGE], rows[PAGE - 1].cursor if len(rows) > PAGE else ""


def some_rows(visitor: Visitor, ids: Iterable[int]) -> list[TaskRow]:
    """Those of these tasks that exist for the person, in their order."""
    found = reading().execute(SOME, {**_person(visitor), "ids": list(ids)})
    return [TaskRow._make(row) for row in found]


def counts(visitor: Visitor) -> Counts:
    found = reading().execute(COUNTS, {**_person(visitor), "own_workspace": visitor.workspace_id})
    return Counts._make(found.one())


def parse_cursor(text: str) -> tuple[float, int] | None:
    """The key in a `cursor`, START for an empty one, None for anything else."""
    if not text:
        return START
    found = CURSOR.fullmatch(text)
    if not found:
        return None
    key = float(found[1]), int(found[2])
    return key if math.isfinite(key[0]) and 0 < key[1] < 2**63 else None


def _person(visitor: Visitor) -> dict[str, object]:
    return {"user_id": visitor.id, "workspaces": visitor.workspaces}
