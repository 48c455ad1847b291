"""What is done to many tasks at once: a fixed number of statements for each verb, however many there are."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.bulk import Command, change_each, change_rows
from ..projects.models import Project
from ..projects.sections import Section
from ..trees import tree_of
from .chosen import DONE, ELSEWHERE, Chosen, roots_of, tree_below
from .editing import CLEAN
from .models import Task


def complete_many(session: Session, chosen: Chosen, *, by: Visitor, now: datetime) -> Chosen:
    """Their open steps are completed with them."""
    open_ones = chosen.without(DONE, [row.id for row in chosen.rows if row.completed_at])
    values = {"completed_at": now, "completed_by_id": by.id}
    standing = (Task.completed_at.is_(None), Task.deleted_at.is_(None))
    _change_trees(session, open_ones, Command("completed", values, by, now), *standing)
    return open_ones


def delete_many(session: Session, chosen: Chosen, *, by: Visitor, now: datetime) -> Chosen:
    """With their steps, into the bin."""
    _change_trees(
        session, chosen, Command("deleted", {"deleted_at": now}, by, now), Task.deleted_at.is_(None)
    )
    return chosen


def prioritise_many(session: Session, chosen: Chosen, priority: int, *, by: Visitor, now: datetime) -> Chosen:
    """1 to 4, without their steps. Raises Invalid."""
    command = Command("changed", {"priority": CLEAN["priority"](priority)}, by, now)
    if chosen.rows:
        change_rows(session, Task, command, *chosen.these, Task.priority != priority)
    return chosen


def move_many(
    session: Session, chosen: Chosen, place: Project | Section, *, by: Visitor, now: datetime
) -> Chosen:
    """To the end of a project or section, in their order and with their steps; what stands there stays."""
    foreign = [row.id for row in chosen.rows if row.workspace_id != place.workspace_id]
    own = chosen.without(ELSEWHERE, foreign)
    if not own.rows:
        return own
    section_id = place.id if isinstance(place, Section) else None
    project_id = place.project_id if isinstance(place, Section) else place.id
    there = (project_id, section_id, None)
    tree = tree_below(session, own)
    roots = roots_of(own, tree)
    leaving = [row for row in roots if (row.project_id, row.section_id, row.parent_id) != there]
    last = _last_position(session, place.workspace_id, project_id, section_id)
    command = Command("moved", {"project_id": project_id, "section_id": section_id}, by, now)
    wanted = [(row, {"parent_id": None, "position": last + at}) for at, row in enumerate(leaving, 1)]
    change_each(session, Task, command, wanted)
    if len(tree) > len(roots):
        ids = {row.id for row in leaving}
        hanging = (Task.workspace_id == place.workspace_id, Task.id.in_(tree.keys() - ids))
        elsewhere = (Task.project_id != project_id) | Task.section_id.is_distinct_from(section_id)
        change_rows(session, Task, command, *hanging, elsewhere)
    return own


def _change_trees(session: Session, chosen: Chosen, command: Command, *where: object) -> None:
    if chosen.rows:
        whole = tree_of(Task, *chosen.these)
        workspaces = {row.workspace_id for row in chosen.rows}
        here = (Task.workspace_id.in_(workspaces), Task.id.in_(whole))
        change_rows(session, Task, command, *here, *where)  # type: ignore[arg-type]


def _last_position(session: Session, workspace_id: int, project_id: int, section_id: int | None) -> float:
    """Of what stands at the top of a place, deleted or not."""
    place = (Task.project_id == project_id, Task.section_id.is_not_distinct_from(section_id))
    last = select(func.max(Task.position)).where(Task.workspace_id == workspace_id, *place)
    return session.scalar(last.where(Task.parent_id.is_(None))) or 0
