"""Taking tasks away: projects as they stand, read one after the other."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Select, and_, bindparam, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..projects.models import Project
from ..projects.sections import Section
from ..tasks.labels import Label, TaskLabel
from ..tasks.models import Task
from .plan import PlannedProject, PlannedSection, PlannedTask


def _of_project(model: Any, *columns: Any) -> Select[Any]:
    here = (model.workspace_id == bindparam("workspace_id"), model.project_id == bindparam("project_id"))
    standing = select(*columns).where(*here, model.deleted_at.is_(None))
    return standing.order_by(model.position, model.id)


SECTIONS = _of_project(Section, Section.id, Section.name)
TASKS = _of_project(Task, *Task.__table__.c)
LABELS = (
    select(TaskLabel.task_id, Label.name)
    .join(Label, and_(Label.workspace_id == TaskLabel.workspace_id, Label.id == TaskLabel.label_id))
    .join(Task, and_(Task.workspace_id == TaskLabel.workspace_id, Task.id == TaskLabel.task_id))
    .where(Task.workspace_id == bindparam("workspace_id"), Task.project_id == bindparam("project_id"))
    .where(TaskLabel.deleted_at.is_(None), Label.deleted_at.is_(None))
    .order_by(Label.folded_name)
)


def all_projects(session: Session, by: Visitor) -> list[tuple[int, int, str]]:
    """Workspace, id and name of every project that a person sees: the own Inbox first, archived ones too."""
    found = select(Project.workspace_id, Project.id, Project.name).where(Project.may_be_seen_by(by))
    ordered = found.order_by(Project.is_inbox.desc(), Project.position, Project.id)
    rows = [(workspace_id, id, name) for workspace_id, id, name in session.execute(ordered)]
    return sorted(rows, key=lambda row: row[0] != by.workspace_id)


def taken_away(session: Session, projects: Iterable[tuple[int, int, str]]) -> Iterator[PlannedProject]:
    """Each with its sections and tasks, by three statements; a few at a time are in memory."""
    for workspace_id, project_id, name in projects:
        here = {"workspace_id": workspace_id, "project_id": project_id}
        labels: dict[int, list[str]] = {}
        for task_id, label in session.execute(LABELS, here):
            labels.setdefault(task_id, []).append(label)
        sections = {id: PlannedSection(called) for id, called in session.execute(SECTIONS, here)}
        project = PlannedProject(name, sections=list(sections.values()))
        _fill(project, sections, session.execute(TASKS, here).all(), labels)
        yield project


def _fill(
    project: PlannedProject,
    sections: dict[int, PlannedSection],
    rows: Iterable[Any],
    labels: dict[int, list[str]],
) -> None:
    """Put each task where it hangs or stands."""
    tasks = {row.id: _planned(row, labels.get(row.id, [])) for row in rows}
    for row in rows:
        if row.parent_id in tasks:
            tasks[row.parent_id].steps.append(tasks[row.id])
        else:
            place = sections.get(row.section_id, project)
            place.tasks.append(tasks[row.id])


def _planned(row: Any, labels: list[str]) -> PlannedTask:
    due = row.due_on and row.due_on.isoformat() + (f"T{row.due_time.isoformat()}" if row.due_time else "")
    words = {
        "due": due,
        "duration": row.due_minutes and f"{row.due_minutes} min",
        "deadline": row.deadline_on and row.deadline_on.isoformat(),
        "start": row.start_on and row.start_on.isoformat(),
    }
    return PlannedTask(
        row.title,
        notes=row.notes,
        priority=row.priority,
        labels=labels,
        is_done=row.completed_at is not None,
        completed=row.completed_at,
        created=row.created_at,
        dates={name: said for name, said in words.items() if said},
    )
