"""Projects, sections and the tasks in them for the arranging part of a test, and how they stand now."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from webapp.accounts.models import User
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project, ProjectMember
from webapp.projects.sections import Section
from webapp.tasks.models import Task

from .builders import Person


def add_project(person: Person, name: str, parent_id: int | None = None, **details: Any) -> int:
    """A project of the person's own; its id."""
    with person.app.app_context(), writing() as session:
        user = session.get_one(User, person.id)
        project = Project.new(session, user.workspace_id)
        project.describe(session, {"name": name, "parent_id": parent_id, **details})
        project.add_to(session, by=user, now=now())
        return project.id


def add_sections(person: Person, project_id: int, *names: str) -> list[int]:
    """Sections at the end of a project; their ids."""
    with person.app.app_context(), writing() as session:
        user = session.get_one(User, person.id)
        project = session.scalars(_own(Project, user).where(Project.id == project_id)).one()
        return [Section.add(session, project, name, by=user, now=now()).id for name in names]


def add_tasks(
    person: Person, titles: Iterable[str], project_id: int, section_id: int = 0, *, done: bool = False
) -> list[int]:
    """Tasks at the end of a project or of one of its sections; their ids."""
    with person.app.app_context(), writing() as session:
        user = session.get_one(User, person.id)
        model, id = (Section, section_id) if section_id else (Project, project_id)
        place = session.scalars(_own(model, user).where(model.id == id)).one()
        tasks = [Task.add(session, place, title, by=user, now=now()) for title in titles]
        for task in tasks if done else ():
            task.complete(by=user, now=now())
        return [task.id for task in tasks]


def add_step(person: Person, task_id: int, title: str) -> int:
    """A step of a task; its id."""
    with person.app.app_context(), writing() as session:
        user = session.get_one(User, person.id)
        task: Task = session.scalars(_own(Task, user).where(Task.id == task_id)).one()
        return task.add_step(session, title, by=user, now=now()).id


def admit(person: Person, owner: Person, project_id: int, role: str) -> None:
    """Make a person, who is a member of the owner's Inbox, a member of another project too."""
    home = owner.workspace_id
    with owner.app.app_context(), writing() as session:
        member = ProjectMember(workspace_id=home, project_id=project_id, user_id=person.id, role=role)
        session.add(member)


def inbox_id(person: Person) -> int:
    workspace_id = person.workspace_id
    with person.app.app_context():
        return db.session.scalars(Project.inbox_of(workspace_id)).one().id


def house_of(person: Person) -> list[Any]:
    """Every tracked column of what is not deleted among a person's projects, sections and tasks."""
    home = person.workspace_id
    with person.app.app_context():
        return [
            (model.subject, *(getattr(row, name) for name in ("id", *model.tracked)))
            for model in (Project, Section, Task)
            for row in db.session.scalars(
                select(model).where(model.workspace_id == home, model.deleted_at.is_(None)).order_by(model.id)
            )
        ]


def _own(model: Any, user: User) -> Any:
    return select(model).where(model.workspace_id == user.workspace_id)
