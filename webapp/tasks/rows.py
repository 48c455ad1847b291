"""What lists read: statements built once, rows as plain tuples.

Lists are ordered by (position, id) and paged by that key, so that a page costs the same wherever it
stands. The condition on `position` alone lets both engines walk the index; the second part settles ties.
"""

import math
import re
import struct
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Select, String, and_, bindparam, cast, func, literal, select

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from ..projects.models import MAY_EDIT, Project, ProjectMember
from .blocking import Blocker
from .editing import NO_PRIORITY
from .label_tags import LabelTag, some_tags
from .labels import TaskLabel
from .models import Task
from .samples import open_samples

PAGE = 50
START = (-math.inf, 0)
LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
CURSOR = re.compile(r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)_(\d{1,19})", re.ASCII)


class TaskRow(NamedTuple):
    """All that a row prints of a task, for one viewer."""

    id: int
    title: str
    is_completed: bool
    position: float
    version: int
    can_edit: bool
    priority: int = NO_PRIORITY
    has_notes: bool = False
    project_id: int = 0
    project: str = ""
    hue: int = 0
    emoji: str = ""
    is_inbox: bool = False
    section_id: int | None = None
    parent_id: int | None = None
    steps: int = 0
    steps_done: int = 0
    blocked_by: str | None = None
    label_ids: str | None = None
    labels: tuple[LabelTag, ...] = ()

    @property
    def has_meta(self) -> bool:
        """Whether something stands under its title."""
        return self.priority < NO_PRIORITY or bool(
            self.steps or self.has_notes or self.labels or self.blocked_by
        )

    @property
    def order(self) -> str:
        """A key that sorts as (position, id) when letters are compared as such and digits as numbers.

        The 64 bits of a double sort like the double once negative ones are inverted and positive
        ones get the sign bit (IEEE 754, total order). Sixteen letters for them are fewer than their digits.
        """
        (bits,) = struct.unpack(">Q", struct.pack(">d", self.position))
        ordered = bits ^ (0xFFFFFFFFFFFFFFFF if bits >> 63 else 0x8000000000000000)
        return f"{ordered:016x}".translate(LETTERS) + f"-{self.id}"

    @property
    def cursor(self) -> str:
        """Where the next page begins, as `?after=`."""
        return f"{self.position!r}_{self.id}"


class Counts(NamedTuple):
    """How many tasks a person sees, each counted up to MANY; `samples` came with the account."""

    open: int
    completed: int
    samples: int


task_, member_, project_ = Task.__table__.c, ProjectMember.__table__.c, Project.__table__.c
task_label_, blocker_ = TaskLabel.__table__.c, Blocker.__table__.c
step_, other_ = Task.__table__.alias("step"), Task.__table__.alias("other")


def _steps(*conditions: Any) -> Any:
    own = (step_.c.workspace_id == task_.workspace_id, step_.c.parent_id == task_.id)
    kept = select(func.count()).select_from(step_).where(*own, step_.c.deleted_at.is_(None), *conditions)
    return kept.scalar_subquery()


def _blocked_by() -> Any:
    """The title of an open task for which this one waits."""
    both = (
        blocker_.workspace_id == task_.workspace_id,
        blocker_.task_id == task_.id,
        blocker_.deleted_at.is_(None),
    )
    waits = (other_.c.workspace_id == blocker_.workspace_id) & (other_.c.id == blocker_.blocked_by_id)
    still = (other_.c.completed_at.is_(None), other_.c.deleted_at.is_(None))
    # The first by name: asked in the order of ids, SQLite walks all blockers of the workspace for it.
    return (
        select(func.min(other_.c.title)).join(Blocker.__table__, waits).where(*both, *still).scalar_subquery()
    )


def _label_ids() -> Any:
    """The ids of its labels, with commas between them."""
    own = (task_label_.workspace_id == task_.workspace_id, task_label_.task_id == task_.id)
    ids = cast(task_label_.label_id, String)
    return (
        select(func.aggregate_strings(ids, ","))
        .where(*own, task_label_.deleted_at.is_(None))
        .scalar_subquery()
    )


VISIBLE = (
    select(
        task_.id,
        task_.title,
        task_.completed_at.is_not(None),
        task_.position,
        task_.version,
        and_(member_.role.in_(MAY_EDIT), project_.archived_at.is_(None)),
        task_.priority,
        task_.notes != "",
        task_.project_id,
        project_.name,
        project_.hue,
        project_.emoji,
        project_.is_inbox,
        task_.section_id,
        task_.parent_id,
        _steps(),
        _steps(step_.c.completed_at.is_not(None)),
        _blocked_by(),
        _label_ids(),
    )
    .select_from(Task.__table__)
    .join(
        ProjectMember.__table__,
        (member_.workspace_id == task_.workspace_id)
        & (member_.project_id == task_.project_id)
        & (member_.user_id == bindparam("user_id")),
    )
    .join(
        Project.__table__,
        (project_.workspace_id == task_.workspace_id)
        & (project_.id == task_.project_id)
        & project_.deleted_at.is_(None),
    )
    .where(task_.workspace_id.in_(bindparam("workspaces", expanding=True)), task_.deleted_at.is_(None))
)
LISTED_ANYWHERE = VISIBLE.where(project_.archived_at.is_(None))
LISTED = LISTED_ANYWHERE.where(task_.parent_id.is_(None))
SOME = VISIBLE.where(task_.id.in_(bindparam("ids", expanding=True))).order_by(task_.position, task_.id)
IN_STATUS = {
    "all": LISTED,
    "active": LISTED.where(task_.completed_at.is_(None)),
    "completed": LISTED.where(task_.completed_at.is_not(None)),
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
    return page_rows(visitor, found)


def first_rows(visitor: Visitor, status: str, most: int) -> list[TaskRow]:
    """The first tasks that a person sees."""
    found = PAGES[status].limit(most), {**_person(visitor), "position": START[0], "id": START[1]}
    return [TaskRow(*row) for row in reading().execute(*found)]


def page_rows(visitor: Visitor, found: Iterable[Any]) -> tuple[list[TaskRow], str]:
    """Of the rows of a page and one more, the page and the cursor of the next (empty at the end)."""
    rows = with_labels(visitor, found)
    return rows[:PAGE], rows[PAGE - 1].cursor if len(rows) > PAGE else ""


def some_rows(visitor: Visitor, ids: Iterable[int]) -> list[TaskRow]:
    """Those of these tasks that exist for the person, in their order."""
    found = reading().execute(SOME, {**_person(visitor), "ids": list(ids)})
    return with_labels(visitor, found)


def with_labels(visitor: Visitor, found: Iterable[Any]) -> list[TaskRow]:
    """The rows with their labels by name; one query more, if any of them has one."""
    rows = [TaskRow(*row) for row in found]
    ids = {int(id) for row in rows if row.label_ids for id in row.label_ids.split(",")}
    if not ids:
        return rows
    tags = some_tags(visitor, ids)
    return [row._replace(labels=_labels_of(row, tags)) if row.label_ids else row for row in rows]


def _labels_of(row: TaskRow, labels: list[LabelTag]) -> tuple[LabelTag, ...]:
    own = (row.label_ids or "").split(",")
    return tuple(label for label in labels if str(label.id) in own)


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
