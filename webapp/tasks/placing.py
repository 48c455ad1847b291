"""Where a task stands: its project and section, the task on which it hangs, its neighbours."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from .. import ordering
from ..activity.bulk import Command, change_tree
from ..activity.recording import Actor, record_each
from ..database import Id
from ..errors import Invalid
from ..projects.models import Project
from ..projects.sections import Section
from ..trees import check_place, depth_below, ids_above
from .completing import Completing
from .waiting import check_waiting, entangled

LEVELS = 5
INTO_ITSELF = "A task cannot be a step of itself."
TOO_DEEP = f"Steps go {LEVELS} levels deep, no deeper."


ELSEWHERE = "It belongs to somebody else and cannot go there."


class Spot(NamedTuple):
    """Where a task is to stand: in what section, as a step of what, before which one; else at the end."""

    workspace_id: int
    project_id: int
    section_id: int | None
    parent_id: int | None = None
    before_id: int | None = None

    @property
    def place(self) -> tuple[int, int | None, int | None]:
        """Among which tasks it is."""
        return self.project_id, self.section_id, self.parent_id


class Placing(Completing):
    """Steps stand in the project and section of the task on which they hang, and move with it."""

    project_id: Mapped[int] = mapped_column(Id)
    section_id: Mapped[int | None] = mapped_column(Id)
    parent_id: Mapped[int | None] = mapped_column(Id)
    position: Mapped[float]

    def move_to(self, session: Session, place: Project | Section, *, by: Actor, now: datetime) -> None:
        """To the end of a project or of a section; it hangs on nothing there."""
        section_id = place.id if isinstance(place, Section) else None
        project_id = place.project_id if isinstance(place, Section) else place.id
        if (self.project_id, self.section_id, self.parent_id) != (project_id, section_id, None):
            self.parent_id = None
            self._move(session, project_id, section_id, by=by, now=now)

    def put_under(self, session: Session, parent: Any, *, by: Actor, now: datetime) -> None:
        """Make it the last step of another task. Raises Invalid if that hangs on it, is too deep or waits."""
        if self.parent_id == parent.id:
            return
        self.parent_id = parent.id
        self.check_level(session)
        check_waiting(session, self)
        self._move(session, parent.project_id, parent.section_id, by=by, now=now)
        if not self.is_completed:
            self.reopen_above(session, by=by, now=now)

    def indent(self, session: Session, *, by: Actor, now: datetime) -> None:
        """Make it a step of the task before it. Raises Invalid if there is none, or it would be too deep."""
        ids = self.in_order(session)
        at = ids.index(self.id)
        parent = session.get(type(self), (self.workspace_id, ids[at - 1])) if at else None
        if parent is None:
            raise Invalid("There is no task before it of which it could be a step.")
        self.put_under(session, parent, by=by, now=now)

    def outdent(self, session: Session, *, by: Actor, now: datetime) -> None:
        """Let it stand behind the task of which it was a step. Raises Invalid if it is a step of none."""
        if self.parent_id is None:
            raise Invalid("It is not a step of another task.")
        parent = session.get_one(type(self), (self.workspace_id, self.parent_id))
        self.put(session, parent.behind(session), by=by, now=now)

    def move_up(self, session: Session, *, by: Actor, now: datetime) -> bool:
        """Before the task that stands before it; whether others had to make room."""
        ids = self.in_order(session)
        at = ids.index(self.id)
        return at > 0 and self.put(session, self._here(ids[at - 1]), by=by, now=now)

    def move_down(self, session: Session, *, by: Actor, now: datetime) -> bool:
        """Behind the task that stands after it; whether others had to make room."""
        ids = self.in_order(session)
        at = ids.index(self.id)
        after = self._here(next(iter(ids[at + 2 :]), None))
        return at + 1 < len(ids) and self.put(session, after, by=by, now=now)

    def put(self, session: Session, spot: Spot, *, by: Actor, now: datetime) -> bool:
        """Let it stand there, with its steps; whether others had to make room.

        Raises Invalid if it would be a step of itself or too deep.
        """
        here = self.before()
        if spot.workspace_id != here.workspace_id:
            raise Invalid(ELSEWHERE)
        if spot.place == here.place and spot.before_id in {self.id, self._follower(session)}:
            return False
        self.project_id, self.section_id, self.parent_id = spot.place
        if spot.parent_id != here.parent_id:
            self.check_level(session)
        others = ordering.put_before(session, self, self.siblings(), spot.before_id)
        record_each([(self, "moved"), *((other, "shifted") for other in others)], by=by, now=now)
        if spot.place != here.place:
            self._record_with_steps(by=by, now=now)
        if spot.parent_id != here.parent_id and not self.is_completed:
            self.reopen_above(session, by=by, now=now)
        return bool(others)

    def in_order(self, session: Session) -> list[int]:
        """The ids of those among which it stands, done ones too."""
        task: Any = type(self)
        standing = (task.workspace_id == self.workspace_id, *self.siblings(), task.deleted_at.is_(None))
        return list(session.scalars(select(task.id).where(*standing).order_by(task.position, task.id)))

    def behind(self, session: Session) -> Spot:
        """The spot right behind it."""
        return self._here(self._follower(session))

    def before(self) -> Spot:
        """The spot right before it."""
        return self._here(self.id)

    def _here(self, before_id: int | None) -> Spot:
        return Spot(self.workspace_id, self.project_id, self.section_id, self.parent_id, before_id)

    def _follower(self, session: Session) -> int | None:
        task: Any = type(self)
        later = (task.position > self.position) | ((task.position == self.position) & (task.id > self.id))
        standing = (task.workspace_id == self.workspace_id, *self.siblings(), task.deleted_at.is_(None))
        behind = select(task.id).where(*standing, later).order_by(task.position, task.id)
        follower: int | None = session.scalar(behind.limit(1))
        return follower

    def siblings(self) -> tuple[ColumnElement[bool], ...]:
        """The condition on the tasks among which it stands, itself and deleted ones included."""
        task: Any = type(self)
        return (
            task.project_id == self.project_id,
            task.section_id.is_not_distinct_from(self.section_id),
            task.parent_id.is_not_distinct_from(self.parent_id),
        )

    def last_position(self, session: Session) -> float:
        """Of those among which it stands, deleted ones too, which keep their place when they come back."""
        task: Any = type(self)
        last = select(func.max(task.position)).where(task.workspace_id == self.workspace_id, *self.siblings())
        return session.scalar(last) or 0

    def settle(self, session: Session) -> None:
        """Leave a section or a task that is no longer there, and follow one that has moved.

        Whatever has to leave its neighbours stands at the end of the others, at the top.
        """
        parent = self.parent_id and session.get_one(type(self), (self.workspace_id, self.parent_id))
        if parent and not parent.is_deleted and self._fits(session):
            self.project_id, self.section_id = parent.project_id, parent.section_id
            return
        place = (self.section_id, self.parent_id)
        self.parent_id = None
        section = self.section_id and session.get_one(Section, (self.workspace_id, self.section_id))
        if section and (section.is_deleted or section.project_id != self.project_id):
            self.section_id = None
        if place != (self.section_id, self.parent_id):
            self.position = self.last_position(session) + 1

    def _fits(self, session: Session) -> bool:
        """Whether what comes back with it is not too deep where it was, and waits for nothing above it."""
        depth = depth_below(session, self, self.deleted_at)
        return len(ids_above(session, self)) + 1 + depth <= LEVELS and not entangled(session, self)

    def check_level(self, session: Session) -> None:
        """Raise Invalid if it hangs on itself or too deep."""
        check_place(session, self, LEVELS, INTO_ITSELF, TOO_DEEP)

    def _move(
        self, session: Session, project_id: int, section_id: int | None, *, by: Actor, now: datetime
    ) -> None:
        self.project_id, self.section_id = project_id, section_id
        self.position = self.last_position(session) + 1
        self._record_with_steps(by=by, now=now)

    def _record_with_steps(self, *, by: Actor, now: datetime) -> None:
        task: Any = type(self)
        values = {"project_id": self.project_id, "section_id": self.section_id}
        elsewhere = (task.project_id != self.project_id) | task.section_id.is_distinct_from(self.section_id)
        change_tree(self, Command("moved", values, by, now), elsewhere)
