"""Which tasks are up on which day: what Today, Upcoming and the sidebar ask.

A task is up on the day for which it is planned; on its deadline if that comes before and the planned day is
still to come. So there are two arms, each along an index of its own, and no task is in both.
"""

from datetime import date, time
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, Time, bindparam, func, literal, or_, select, union_all

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from ..tasks.blocking import Blocker
from ..tasks.models import Task
from ..tasks.rows import BEGUN, LISTED_ANYWHERE, PAGE, TaskRow, with_labels

LATEST = time.max  # sorts what has no time behind what has one


class Key(NamedTuple):
    """What tasks by day are sorted by, and a page begins behind; `at` is LATEST without a time."""

    day: date
    at: time
    position: float
    id: int


task_, blocker_ = Task.__table__.c, Blocker.__table__.c
other_ = Task.__table__.alias("other")
_today: Any = bindparam("today", type_=Date)
_since: Any = bindparam("since", type_=Date)
_until: Any = bindparam("until", type_=Date)
_latest: Any = literal(LATEST, Time)


def _is_blocked() -> Any:
    waits = (other_.c.workspace_id == blocker_.workspace_id) & (other_.c.id == blocker_.blocked_by_id)
    open_ones = (
        select(literal(1)).select_from(Blocker.__table__.join(other_, waits)).correlate(Task.__table__)
    )
    own = (blocker_.workspace_id == task_.workspace_id, blocker_.task_id == task_.id)
    standing = (blocker_.deleted_at.is_(None), other_.c.completed_at.is_(None), other_.c.deleted_at.is_(None))
    return open_ones.where(*own, *standing).exists()


OPEN = LISTED_ANYWHERE.where(task_.completed_at.is_(None))
FREE = OPEN.where(BEGUN, ~_is_blocked())


class Arm(NamedTuple):
    """Tasks that are up on the day in one column, and at the time in another."""

    day: Any
    at: Any
    tasks: Select[Any]

    def within(self, *range: Any) -> "Arm":
        return self._replace(tasks=self.tasks.where(*range))

    def page(self) -> Select[Any]:
        """A page of them and one more, in their order."""
        at: Any = bindparam("at", type_=Time)
        position: Any = bindparam("position")
        id: Any = bindparam("id")
        after = or_(
            self.at > at,
            (self.at == at) & or_(task_.position > position, (task_.position == position) & (task_.id > id)),
        )
        behind = self.tasks.where(self.day >= _since, or_(self.day > _since, after))
        return self._replace(tasks=behind).first(PAGE + 1)

    def first(self, most: int) -> Select[Any]:
        """So many of them at the utmost, in their order."""
        ordered = self.tasks.order_by(self.day, self.at, task_.position, task_.id).limit(most)
        return select(ordered.subquery())

    def some(self) -> Select[Any]:
        return select(self.tasks.with_only_columns(literal(1).label("one")).limit(MANY).subquery())


def arms(tasks: Select[Any]) -> tuple[Arm, Arm]:
    """By their plans, and by their deadlines."""
    due, deadline = task_.due_on, task_.deadline_on
    planned = tasks.where(due.is_not(None), or_(deadline.is_(None), deadline >= due, due <= _today))
    sooner = or_(due.is_(None), (due > deadline) & (due > _today))
    by_deadline = tasks.where(deadline.is_not(None), sooner)
    return Arm(due, func.coalesce(task_.due_time, _latest), planned), Arm(deadline, _latest, by_deadline)


def pages(tasks: Select[Any]) -> Any:
    """One page from a key on, up to a day."""
    return union_all(*(arm.within(arm.day <= _until).page() for arm in arms(tasks)))


def count_until(tasks: Select[Any]) -> Any:
    """How many are up until today, counted up to MANY or a little more."""
    some = union_all(*(arm.within(arm.day <= _today).some() for arm in arms(tasks))).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def day_of(row: TaskRow, today: date) -> date | None:
    """The day on which a task is up, if it is on any."""
    due, deadline = row.due_on, row.deadline_on
    if due and (deadline is None or due <= max(deadline, today)):
        return due
    return deadline


def time_of(row: TaskRow, day: date) -> time | None:
    """The time at which it is up on that day."""
    return row.due_time if row.due_on == day else None


def key_of(row: TaskRow, today: date) -> Key:
    day = day_of(row, today) or date.max
    return Key(day, time_of(row, day) or LATEST, row.position, row.id)


def first_key(day: date) -> Key:
    """Before everything of a day."""
    return Key(day, time.min, float("-inf"), 0)


def read_due(visitor: Visitor, statement: Any, today: date, after: Key, until: date) -> list[TaskRow]:
    """The rows of a page behind a key, and one more if there are further ones."""
    key = {"since": after.day, "at": after.at, "position": after.position, "id": after.id}
    person = {"user_id": visitor.id, "workspaces": visitor.workspaces}
    found = reading().execute(statement, {**person, **key, "today": today, "until": until})
    rows = with_labels(visitor, found)
    return sorted(rows, key=lambda row: key_of(row, today))[: PAGE + 1]
