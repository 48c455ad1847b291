"""What happens to a section together with the tasks in it; each is one batch."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..activity.bulk import Command, change_rows
from ..activity.recording import Actor, record_all
from ..projects.models import Project
from ..projects.sections import Section
from .models import Task


def delete_with_tasks(session: Session, section: Section, *, by: Actor, now: datetime) -> int:
    """Delete a section and all that stands in it; how many tasks there were."""
    section.delete(by=by, now=now)
    return change_rows(session, Task, Command("deleted", {"deleted_at": now}, by, now), *_within(section))


def delete_keeping_tasks(session: Session, section: Section, *, by: Actor, now: datetime) -> int:
    """Delete a section; its tasks stand at the end of those of no section, in their order; how many."""
    section.delete(by=by, now=now)
    kept = session.scalars(select(Task).where(*_within(section)).order_by(Task.position, Task.id)).all()
    last = _last_position(session, section.workspace_id, section.project_id)
    for place, task in enumerate(kept, 1):
        task.section_id, task.position = None, last + place
    record_all(kept, "moved", by=by, now=now)
    return len(kept)


def move_section(session: Session, section: Section, project: Project, *, by: Actor, now: datetime) -> None:
    """To the end of another project of the workspace, with all that stands in it. Raises Invalid."""
    if section.project_id != project.id:
        section.put_into(session, project, by=by, now=now)
        command = Command("moved", {"project_id": project.id}, by, now)
        change_rows(session, Task, command, *_within(section))


def tasks_within(session: Session, section: Section) -> int:
    """How many tasks stand in a section, done or not, steps among them."""
    conditions = _within(section)
    return session.scalar(select(func.count(Task.id)).where(*conditions)) or 0


def _within(section: Section) -> tuple[Any, ...]:
    """What is in the bin stays: it settles when it comes back."""
    here = (Task.workspace_id == section.workspace_id, Task.section_id == section.id)
    return (*here, Task.deleted_at.is_(None))


def _last_position(session: Session, workspace_id: int, project_id: int) -> float:
    here = (Task.workspace_id == workspace_id, Task.project_id == project_id, Task.section_id.is_(None))
    return session.scalar(select(func.max(Task.position)).where(*here)) or 0
