"""What the pages of labels read."""

from typing import Any, NamedTuple

from sqlalchemy import Select, and_, bindparam, case, func, literal, select

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from .label_tags import by_name
from .labels import Label, TaskLabel
from .models import Task
from .rows import BEGUN, LISTED_ANYWHERE, PAGE, START, TaskRow, page_rows


class LabelRow(NamedTuple):
    """All that a row prints of a label; `open` counts its open tasks up to MANY."""

    id: int
    name: str
    hue: int | None
    version: int
    can_edit: bool
    open: int


class LabelCounts(NamedTuple):
    """How many tasks of a label a person sees, each counted up to MANY."""

    open: int
    completed: int


label_, task_ = Label.__table__.c, Task.__table__.c
bearing = TaskLabel.__table__.alias("bearing")


def _tasks_of(label_id: Any) -> Select[Any]:
    """The tasks that a person sees and that bear a label, steps among them."""
    own = (bearing.c.workspace_id == task_.workspace_id) & (bearing.c.task_id == task_.id)
    borne = LISTED_ANYWHERE.join(bearing, own & bearing.c.deleted_at.is_(None))
    here = bearing.c.workspace_id.in_(bindparam("workspaces", expanding=True))
    return borne.where(here, bearing.c.label_id == label_id)


def _bounded(tasks: Select[Any], *correlated: Any) -> Any:
    some = tasks.with_only_columns(literal(1)).limit(MANY)
    return select(func.count()).select_from(some.correlate(*correlated).subquery()).scalar_subquery()


def _sorted_page(tasks: Select[Any]) -> Select[Any]:
    """A page, sorted by what no index holds: SQLite would else walk all tasks of a workspace for a few."""
    sought: Any = bindparam("position")
    id: Any = bindparam("id")
    position = task_.position + 0
    after = tasks.where(position >= sought, (position > sought) | (task_.id > id))
    return after.order_by(position, task_.id).limit(PAGE + 1)


# Said so that no index of tasks answers it: SQLite would begin with all open or completed tasks.
OPEN = case((and_(task_.completed_at.is_(None), BEGUN), 1), else_=0) == 1
DONE = case((task_.completed_at.is_(None), 1), else_=0) == 0
ALL = (
    select(
        label_.id,
        label_.name,
        label_.hue,
        label_.version,
        label_.workspace_id == bindparam("own_workspace"),
        _bounded(_tasks_of(label_.id).where(OPEN), Label.__table__),
    )
    .where(label_.workspace_id.in_(bindparam("workspaces", expanding=True)), label_.deleted_at.is_(None))
    .select_from(Label.__table__)
)
MINE = ALL.where(label_.workspace_id == bindparam("own_workspace"))
ONE = ALL.where(label_.id == bindparam("label_id"))
OF_ONE = _tasks_of(bindparam("label_id"))
PAGES = {False: _sorted_page(OF_ONE.where(OPEN)), True: _sorted_page(OF_ONE.where(DONE))}
COUNTS = select(_bounded(OF_ONE.where(OPEN)), _bounded(OF_ONE.where(DONE)))


def all_labels(visitor: Visitor) -> list[LabelRow]:
    """The labels of the person's own workspace, by name."""
    return by_name(LabelRow._make(row) for row in reading().execute(MINE, _person(visitor)))


def one_label(visitor: Visitor, id: int) -> LabelRow | None:
    """A label of one of the workspaces in which the person is."""
    row = reading().execute(ONE, {**_person(visitor), "label_id": id}).one_or_none()
    return LabelRow._make(row) if row else None


def label_page(
    visitor: Visitor, id: int, *, completed: bool, after: tuple[float, int] = START
) -> tuple[list[TaskRow], str]:
    """One page of the tasks that bear a label, and the cursor of the next (empty at the end)."""
    position, task_id = after
    key = {"label_id": id, "position": position, "id": task_id}
    return page_rows(visitor, reading().execute(PAGES[completed], {**_person(visitor), **key}))


def first_with_label(visitor: Visitor, id: int, most: int, *, completed: bool) -> list[TaskRow]:
    """The first tasks that bear a label, without their labels."""
    key = {"label_id": id, "position": START[0], "id": START[1]}
    found = reading().execute(PAGES[completed].limit(most), {**_person(visitor), **key})
    return [TaskRow(*row) for row in found]


def label_counts(visitor: Visitor, id: int) -> LabelCounts:
    found = reading().execute(COUNTS, {**_person(visitor), "label_id": id})
    return LabelCounts._make(found.one())


def _person(visitor: Visitor) -> dict[str, object]:
    return {
        "user_id": visitor.id,
        "workspaces": visitor.workspaces,
        "own_workspace": visitor.workspace_id,
        "today": visitor.today,
    }
