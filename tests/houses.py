"""Projects, sections, labels and steps for the arranging part of a test, by the verbs of the domain."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from webapp.accounts.models import User, WorkspaceMember
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.favourites import Favourite
from webapp.projects.folding import FoldedProject
from webapp.projects.models import Project, ProjectMember
from webapp.projects.sections import FoldedSection, Section
from webapp.tasks.blocking import Blocker
from webapp.tasks.labels import Label, TaskLabel
from webapp.tasks.models import Task

from .builders import Person


def doing(person: Person, change: Callable[[Any, User], Any]) -> Any:
    """What a change gives that the person makes, in one transaction: an id, say."""
    with person.app.app_context(), writing() as session:
        return change(session, session.get_one(User, person.id))


def row(person: Person, model: Any, id: int) -> Any:
    """What the database says of a row of the person's own workspace."""
    with person.app.app_context():
        return db.session.get_one(model, (person.workspace_id, id))


def project(person: Person, name: str, parent_id: int | None = None) -> int:
    """The id of a new project."""

    def change(session: Any, by: User) -> int:
        made = Project.new(session, by.workspace_id, parent_id=parent_id)
        made.rename(name)
        return made.add_to(session, by=by, now=now()).id

    return int(doing(person, change))


def section(person: Person, project_id: int, name: str) -> int:
    """The id of a new section."""

    def change(session: Any, by: User) -> int:
        place = session.get_one(Project, (by.workspace_id, project_id))
        return Section.add(session, place, name, by=by, now=now()).id

    return int(doing(person, change))


def label(person: Person, name: str) -> int:
    """The id of a new label."""
    return int(doing(person, lambda s, by: Label.add(s, by.workspace_id, name, by=by, now=now()).id))


def task(person: Person, title: str, *, project_id: int | None = None, section_id: int | None = None) -> int:
    """The id of a new task in a project or section; in the Inbox without one."""

    def change(session: Any, by: User) -> int:
        place = session.scalars(Project.inbox_of(by.workspace_id)).one()
        if section_id:
            place = session.get_one(Section, (by.workspace_id, section_id))
        elif project_id:
            place = session.get_one(Project, (by.workspace_id, project_id))
        return Task.add(session, place, title, by=by, now=now()).id

    return int(doing(person, change))


def step(person: Person, parent_id: int, title: str) -> int:
    """The id of a new step."""

    def change(session: Any, by: User) -> Task:
        parent: Task = session.get_one(Task, (by.workspace_id, parent_id))
        return parent.add_step(session, title, by=by, now=now())

    return int(doing(person, change).id)


def labelled(person: Person, task_id: int, label_id: int) -> None:
    """Let a task bear a label."""

    def change(session: Any, by: User) -> None:
        home = by.workspace_id
        pair = session.get_one(Task, (home, task_id)), session.get_one(Label, (home, label_id))
        TaskLabel.add(session, *pair, by=by, now=now())

    doing(person, change)


def waiting(person: Person, task_id: int, other_id: int) -> None:
    """Let a task wait for another."""

    def change(session: Any, by: User) -> None:
        pair = (session.get_one(Task, (by.workspace_id, id)) for id in (task_id, other_id))
        Blocker.add(session, *pair, by=by, now=now())

    doing(person, change)


def favourite(person: Person, project_id: int) -> None:
    """Let a project be the person's favourite."""

    def change(session: Any, by: User) -> None:
        liked = session.scalars(select(Project).where(Project.id == project_id)).one()
        Favourite.set(session, liked, True, by=by, now=now())

    doing(person, change)


def folded_inside(person: Person, project_id: int) -> None:
    """Let the person have folded away what is inside a project."""
    doing(
        person,
        lambda session, by: session.add(
            FoldedProject(workspace_id=by.workspace_id, project_id=project_id, user_id=by.id)
        ),
    )


def folded(person: Person, section_id: int) -> None:
    """Let the person have folded a section away."""
    doing(
        person,
        lambda session, by: session.add(
            FoldedSection(workspace_id=by.workspace_id, section_id=section_id, user_id=by.id)
        ),
    )


def deleted(person: Person, model: Any, id: int) -> None:
    """Let the person have put a project, section, label or task into the bin."""
    doing(person, lambda session, by: session.get_one(model, (by.workspace_id, id)).delete(by=by, now=now()))


def share(owner: Person, project_id: int, guest: Person, role: str = "editor") -> None:
    """Make somebody a member of a project."""
    home = owner.workspace_id

    def change(session: Any, _by: User) -> None:
        session.add(ProjectMember(workspace_id=home, project_id=project_id, user_id=guest.id, role=role))
        known = (WorkspaceMember.workspace_id == home, WorkspaceMember.user_id == guest.id)
        if session.scalar(select(WorkspaceMember.user_id).where(*known)) is None:
            session.add(WorkspaceMember(workspace_id=home, user_id=guest.id))

    doing(owner, change)
