"""Where the random game of projects is played: how everything stands, and the rules that always hold."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.extensions import db, metadata
from webapp.projects.favourites import Favourite
from webapp.projects.models import LEVELS, Project
from webapp.projects.sections import Section
from webapp.tasks.models import Task

# What a game has made, in an order in which it may be removed.
MADE = ("activity", "favourite", "task", "section", "project_member", "project")


def empty(workspace_id: int) -> None:
    """Remove all that was played with; the Inbox stays."""
    with db.engine.begin() as connection:
        inbox = connection.execute(select(Project.id).where(Project.is_inbox)).scalars().all()
        for name in MADE:
            table = metadata.tables[name]
            column = {"project": "id", "project_member": "project_id"}.get(name)
            kept = table.c[column].not_in(inbox) if column else table.c.workspace_id == workspace_id
            connection.execute(table.delete().where(kept))


def visible(session: Session) -> list[Any]:
    """What people see: the tree in its order with names, looks and stars; sections, and tasks in theirs."""
    kept, task = (Favourite.project_id, Favourite.deleted_at.is_(None)), (Task.id, Task.title, Task.parent_id)
    liked = set(session.scalars(select(kept[0]).where(kept[1])))
    projects = session.scalars(_standing(Project).where(Project.is_inbox.is_(False)))
    looks = [(one.id, one.name, one.hue, one.parent_id, one.is_archived, one.id in liked) for one in projects]
    shown = {id for id, *_ in looks}
    sections = [(one.id, one.name, one.project_id) for one in session.scalars(_standing(Section))]
    tasks = session.execute(_standing(Task).with_only_columns(*task, Task.project_id, Task.section_id))
    return [
        *looks,
        *(section for section in sections if section[2] in shown),
        *(tuple(task) for task in tasks if task.project_id in shown),
    ]


def broken(session: Session) -> Iterator[str]:
    """Which rules do not hold."""
    projects = {one.id: one for one in session.scalars(select(Project))}
    sections = {one.id: one for one in session.scalars(select(Section))}
    for project in projects.values():
        if not project.is_deleted:
            yield from _misplaced(project, projects)
    for task in session.scalars(select(Task).where(Task.deleted_at.is_(None), Task.section_id.is_not(None))):
        section = sections[task.section_id or 0]
        if section.is_deleted or section.project_id != task.project_id:
            yield f"task {task.id} stands in a section that is not there"


def _misplaced(project: Project, projects: dict[int, Project]) -> Iterator[str]:
    above = projects.get(project.parent_id or 0)
    if above and above.is_deleted:
        yield f"project {project.id} stands inside one that is deleted"
    level = 1
    while above and level <= LEVELS:
        above, level = projects.get(above.parent_id or 0), level + 1
    if level > LEVELS:
        yield f"project {project.id} stands too deep, or inside itself"


def _standing(model: Any) -> Any:
    return select(model).where(model.deleted_at.is_(None)).order_by(model.position, model.id)
