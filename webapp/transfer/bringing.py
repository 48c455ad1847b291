"""Bringing tasks along: into a project that is there, or into new ones."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..names import folded
from ..projects.models import Project
from .adding import Adding, label_ids
from .plan import Plan, PlannedProject
from .previewing import Preview, as_one


def bring_into(session: Session, project: Project, preview: Preview, *, by: Visitor, now: datetime) -> int:
    """Add everything to a project, at its end; the project's id."""
    planned = as_one(_merged(preview.projects))
    if project.workspace_id != by.workspace_id:
        keep_strange_labels(planned, label_ids(session, project.workspace_id))
    Adding(session, project.workspace_id, by, now).fill([(project, planned)])
    return project.id


def bring_into_new(session: Session, name: str, preview: Preview, *, by: Visitor, now: datetime) -> int:
    """Make the projects that are named, and one called `name` for what has none; the first one's id.

    Raises Invalid if that are too many.
    """
    adding = Adding(session, by.workspace_id, by, now)
    projects = adding.new_projects(preview.projects, name)
    adding.fill(zip(projects, preview.projects, strict=True))
    return projects[0].id


def keep_strange_labels(planned: PlannedProject, known: Iterable[str]) -> None:
    """Only who owns a workspace makes labels in it: those of others are kept in the notes."""
    for task in Plan([planned]).tasks():
        for name in task.labels:
            if folded(name) not in known:
                task.note(f"Label: {name}")
        task.labels = [name for name in task.labels if folded(name) in known]


def _merged(projects: list[PlannedProject]) -> list[PlannedProject]:
    """With a nameless one first, whose tasks need no section."""
    return sorted(projects, key=lambda project: bool(project.name)) or [PlannedProject()]
