"""What lists read: statements built once, rows as plain tuples.

Lists are ordered by (position, id) and paged by that key, so that a page costs the same wherever it
stands. The condition on `position` alone lets both engines walk the index; the second part settles ties.
"""

import math
import re
import struct
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, bindparam, func, literal, or_, select

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from ..projects.models import MAY_EDIT, Project, ProjectMember
from . import row_columns
from .date_tags import Dates, DateTag, date_tags
from .editing import NO_PRIORITY
from .label_tags import LabelTag, some_tags
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
    due_on: date | None = None
    due_time: time | None = None
    due_minutes: int | None = None
    deadline_on: date | None = None
    start_on: date | None = None
    completed_at: datetime | None = None
    parent: str | None = None
    labels: tuple[LabelTag, ...] = ()
    dates: tuple[DateTag, ...] = ()
    sort_key: str = ""

    @property
    def has_meta(self) -> bool:
        """Whether something stands under its title."""
        return self.priority < NO_PRIORITY or bool(
            self.steps or self.has_notes or self.labels or self.blocked_by or self.dates or self.parent
        )

    def is_later(self, today: date) -> bool:
        """Whether it is open and starts only after this day."""
        return not self.is_completed and self.start_on is not None and self.start_on > today

    @property
    def order(self) -> str:
        """A key that sorts as (position, id) when letters are compared as such and digits as numbers.

        A list with another order gives its rows a `sort_key` of its own.

        The 64 bits of a double sort like the double once negative ones are inverted and positive
        ones get the sign bit (IEEE 754, total order). Sixteen letters for them are fewer than their digits.
        """
        if self.sort_key:
            return self.sort_key
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
        row_columns.steps(),
        row_columns.steps_done(),
        row_columns.blocked_by(),
        row_columns.label_ids(),
        task_.due_on,
        task_.due_time,
        task_.due_minutes,
        task_.deadline_on,
        task_.start_on,
        task_.completed_at,
        row_columns.parent(),
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
# What starts later stands in its project alone.
BEGUN = or_(task_.start_on.is_(None), task_.start_on <= bindparam("today"))
IN_STATUS = {
    "all": LISTED.where(or_(task_.completed_at.is_not(None), BEGUN)),
    "active": LISTED.where(task_.completed_at.is_(None), BEGUN),
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
    key = {"position": after[0], "id": after[1], "today": visitor.today}
    found = reading().execute(PAGES[status], {**_person(visitor), **key})
    return page_rows(visitor, found)


def first_rows(visitor: Visitor, status: str, most: int) -> list[TaskRow]:
    """The first tasks that a person sees."""
    key = {**_person(visitor), "position": START[0], "id": START[1], "today": visitor.today}
    return [TaskRow(*row) for row in reading().execute(PAGES[status].limit(most), key)]


def page_rows(visitor: Visitor, found: Iterable[Any]) -> tuple[list[TaskRow], str]:
    """Of the rows of a page and one more, the page and the cursor of the next (empty at the end)."""
    rows = with_labels(visitor, found)
    return rows[:PAGE], rows[PAGE - 1].cursor if len(rows) > PAGE else ""


def some_rows(visitor: Visitor, ids: Iterable[int]) -> list[TaskRow]:
    """Those of these tasks that exist for the person, in their order."""
    found = reading().execute(SOME, {**_person(visitor), "ids": list(ids)})
    return with_labels(visitor, found)


def with_labels(visitor: Visitor, found: Iterable[Any]) -> list[TaskRow]:
    """The rows with their labels by name and their dates in words; one query more, if any has a label."""
    clock = visitor.wall_clock
    rows = [_dated(TaskRow(*row), clock) for row in found]
    ids = {int(id) for row in rows if row.label_ids for id in row.label_ids.split(",")}
    if not ids:
        return rows
    tags = some_tags(visitor, ids)
    return [row._replace(labels=_labels_of(row, tags)) if row.label_ids else row for row in rows]


def _dated(row: TaskRow, now: datetime) -> TaskRow:
    dates = Dates(row.due_on, row.due_time, row.due_minutes, row.deadline_on, row.start_on)
    tags = date_tags(dates, now, is_completed=row.is_completed)
    return row._replace(dates=tags) if tags else row


def _labels_of(row: TaskRow, labels: list[LabelTag]) -> tuple[LabelTag, ...]:
    own = (row.label_ids or "").split(",")
    return tuple(label for label in labels if str(label.id) in own)


def counts(visitor: Visitor) -> Counts:
    found = reading().execute(
        COUNTS, {**_person(visitor), "own_workspace": visitor.workspace_id, "today": visitor.today}
    )
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
