"""Where a form wants a task to stand, as a spot among those that stand there now."""

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ..errors import Invalid
from ..projects.models import Project
from ..projects.sections import Section
from .models import Task
from .placing import Spot
from .titles import shortened

SIDES = ("above", "below", "inside")
APART = "What it was put beside stands in another project or section. Open its project to put it in order."
CHANGED = "What it was put beside has gone elsewhere meanwhile, so it is back where it was. Try again."


def spot_of(place: Project | Section) -> Spot:
    """The end of a project or section."""
    if isinstance(place, Section):
        return Spot(place.workspace_id, place.project_id, place.id)
    return Spot(place.workspace_id, place.id, None)


def inside(parent: Task) -> Spot:
    """The end of the steps of a task. Raises Invalid if it was deleted meanwhile."""
    if parent.is_deleted:
        raise Invalid(f"“{parent.title}” was deleted meanwhile.")
    return Spot(parent.workspace_id, parent.project_id, parent.section_id, parent.id)


def first_in(session: Session, spot: Spot) -> Spot:
    """The first place there."""
    return spot._replace(before_id=next(iter(standing_in(session, spot)), None))


def standing_in(session: Session, spot: Spot, *conditions: ColumnElement[bool]) -> list[int]:
    """The ids of the tasks among which it is and that fit, in their order."""
    place = (Task.project_id == spot.project_id, Task.section_id.is_not_distinct_from(spot.section_id))
    here = (Task.workspace_id == spot.workspace_id, *place, Task.deleted_at.is_(None))
    found = select(Task.id).where(*here, *conditions, Task.parent_id.is_not_distinct_from(spot.parent_id))
    return list(session.scalars(found.order_by(Task.position, Task.id)))


def beside(
    session: Session, spot: Spot, after: Task | None, before: Task | None, otherwise: str = CHANGED
) -> Spot:
    """That spot, behind one task or before another: whichever still stands there. Raises Invalid if none."""
    if after and _stands_in(after, spot):
        return after.behind(session)
    if before and _stands_in(before, spot):
        return before.before()
    raise Invalid(otherwise)


def spot_beside(task: Task, side: str | None, before_id: int) -> Spot:
    """Above a task, inside of it, or below it: before that other one, or at the end."""
    if side == "inside":
        return inside(task)
    return task.before()._replace(before_id=task.id if side == "above" else before_id or None)


def moved_words(session: Session, task: Task, was: Spot, position: float) -> str:
    """What moving it has done, as `Moved “Buy bread” up, 2 of 7.`"""
    ids, title = _counted(session, task), shortened(task.title)
    at = f"{ids.index(task.id) + 1} of {len(ids)}"
    if was.parent_id != task.parent_id:
        return f"{title} is a step now, {at}." if task.parent_id else f"{title} is no step any more, {at}."
    if was.place != task.before().place:
        section = session.get(Section, (task.workspace_id, task.section_id)) if task.section_id else None
        return f"Moved {title} to {shortened(section.name if section else task.project.name)}, {at}."
    if task.position == position:
        return f"{title} stays where it is, {at}."
    return f"Moved {title} {'up' if task.position < position else 'down'}, {at}."


def _counted(session: Session, task: Task) -> list[int]:
    """Those that count with it: to an open task that is no step only open ones."""
    open_ones = (Task.completed_at.is_(None),) if not (task.parent_id or task.is_completed) else ()
    return standing_in(session, task.before(), *open_ones)


def _stands_in(task: Task, spot: Spot) -> bool:
    return task.before().place == spot.place and not task.is_deleted
