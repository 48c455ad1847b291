"""Trees of tasks and what is around them, for the arranging part of a test, and how they stand now."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.accounts.models import User
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.blocking import Blocker
from webapp.tasks.labels import Label, TaskLabel
from webapp.tasks.models import Task

from .builders import Person
from .pages import Page


@contextmanager
def acting(person: Person) -> Iterator[tuple[Session, User]]:
    """A transaction in which the person does something."""
    with person.app.app_context(), writing() as session:
        yield session, session.get_one(User, person.id)


def a_project(person: Person, name: str) -> int:
    """A project of the person's own; its id."""
    with acting(person) as (session, user):
        project = Project.new(session, user.workspace_id)
        project.rename(name)
        return project.add_to(session, by=user, now=now()).id


def a_section(person: Person, project_id: int, name: str) -> int:
    """A section at the end of a project; its id."""
    with acting(person) as (session, user):
        project = session.get_one(Project, (user.workspace_id, project_id))
        return Section.add(session, project, name, by=user, now=now()).id


def a_label(person: Person, name: str, *task_ids: int) -> int:
    """A label that these tasks bear; its id."""
    with acting(person) as (session, user):
        label = Label.add(session, user.workspace_id, name, by=user, now=now())
        for id in task_ids:
            task = session.get_one(Task, (user.workspace_id, id))
            TaskLabel.add(session, task, label, by=user, now=now())
        return label.id


def a_step(person: Person, parent_id: int, title: str) -> int:
    """A step of a task; its id."""
    with acting(person) as (session, user):
        parent = session.get_one(Task, (user.workspace_id, parent_id))
        return parent.add_step(session, title, by=user, now=now()).id


Tree = Mapping[str, Any]


def a_tree(person: Person, tree: Tree, parent_id: int | None = None) -> dict[str, int]:
    """Tasks with steps, as `{"House": {"Kitchen": {"Sink": {}}}}`; their ids by their titles."""
    ids: dict[str, int] = {}
    for title, steps in tree.items():
        ids[title] = a_step(person, parent_id, title) if parent_id else person.has(title)[0]
        ids.update(a_tree(person, steps, ids[title]))
    return ids


def waits(person: Person, id: int, other_id: int) -> None:
    """Let a task wait for another."""
    with acting(person) as (session, user):
        task, other = (session.get_one(Task, (user.workspace_id, one)) for one in (id, other_id))
        Blocker.add(session, task, other, by=user, now=now())


def send(person: Person, method: str, path: str, fields: Mapping[str, Any] | None = None) -> Page:
    """What htmx sends from the list of all tasks."""
    person.browser.open("/tasks")
    return person.browser.partial(method, path, dict(fields or {}))


def undo(person: Person) -> Page:
    """Take back one's last change."""
    return send(person, "POST", "/history/undo")


def redo(person: Person) -> Page:
    """Do again what was taken back last."""
    return send(person, "DELETE", "/history/undo")


def outline(person: Person, parent_id: int | None = None) -> dict[str, Any]:
    """The titles of what is not deleted, in order, each with its steps; done ones begin with a tick."""
    home = person.workspace_id
    with person.app.app_context():
        own = select(Task).where(Task.workspace_id == home, Task.deleted_at.is_(None))
        tasks = db.session.scalars(own.order_by(Task.position, Task.id)).all()
    return _under(parent_id, tasks)


def _under(id: int | None, tasks: Any) -> dict[str, Any]:
    return {
        ("✓ " if task.is_completed else "") + task.title: _under(task.id, tasks)
        for task in tasks
        if task.parent_id == id
    }


def house(person: Person) -> list[Any]:
    """Every tracked column of all tasks, blockers and labels, deleted ones too."""
    home = person.workspace_id
    models: tuple[Any, ...] = (Task, Blocker, TaskLabel)
    with person.app.app_context():
        return [
            (model.subject, row.id, *(getattr(row, name) for name in model.tracked))
            for model in models
            for row in db.session.scalars(select(model).where(model.workspace_id == home).order_by(model.id))
        ]
