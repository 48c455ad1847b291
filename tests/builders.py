"""People and tasks for the arranging part of a test, made through the domain's own verbs."""

from dataclasses import dataclass

from flask import Flask
from sqlalchemy import delete

from webapp.accounts.hashing import hash_password
from webapp.accounts.models import Session, User, WorkspaceMember
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project, ProjectMember
from webapp.tasks.labels import Label, TaskLabel
from webapp.tasks.models import Task
from webapp.welcome.signing_up import new_user, sign_up

from .pages import Browser

PASSWORD = "three blue bicycles"


@dataclass
class Person:
    """A person with an account and a browser that is signed in."""

    app: Flask
    id: int
    name: str
    email: str
    browser: Browser

    def joining(self, owner: "Person", role: str) -> "Person":
        """Make the person a member of another's Inbox."""
        with self.app.app_context(), writing() as session:
            inbox = session.scalars(Project.inbox_of(owner.workspace_id)).one()
            inbox.members.append(ProjectMember(user_id=self.id, role=role))
            session.add(WorkspaceMember(workspace_id=inbox.workspace_id, user_id=self.id))
        return self

    def leaving(self, owner: "Person") -> None:
        """Let the person no longer be a member of another's Inbox."""
        home = owner.workspace_id
        with self.app.app_context(), writing() as session:
            for model in (ProjectMember, WorkspaceMember):
                session.execute(delete(model).where(model.workspace_id == home, model.user_id == self.id))

    @property
    def workspace_id(self) -> int:
        with self.app.app_context():
            return db.session.get_one(User, self.id).workspace_id

    def has(self, *titles: str, completed: bool = False) -> list[int]:
        """Give the person's Inbox tasks; their ids."""
        with self.app.app_context():
            with writing() as session:
                user = session.get_one(User, self.id)
                inbox = session.scalars(Project.inbox_of(user.workspace_id)).one()
                tasks = []
                for title in titles:
                    task = Task.add(session, inbox, title, by=user, now=now())
                    tasks.append(task)
                    if completed:
                        task.complete(by=user, now=now())
            return [task.id for task in tasks]

    def has_step(self, parent_id: int, title: str) -> int:
        """Give one of the person's tasks a step; its id."""
        with self.app.app_context():
            with writing() as session:
                user = session.get_one(User, self.id)
                parent = session.get_one(Task, (user.workspace_id, parent_id))
                step = parent.add_step(session, title, by=user, now=now())
            return step.id

    def has_label(self, name: str, *task_ids: int) -> int:
        """Give the person's workspace a label, and let these tasks bear it; its id."""
        with self.app.app_context():
            with writing() as session:
                user = session.get_one(User, self.id)
                label = Label.add(session, user.workspace_id, name, by=user, now=now())
                for id in task_ids:
                    task = session.get_one(Task, (user.workspace_id, id))
                    TaskLabel.add(session, task, label, by=user, now=now())
            return label.id

    def task(self, id: int) -> Task:
        """What the database says of a task of the person's own workspace."""
        with self.app.app_context():
            return db.session.get_one(Task, {"workspace_id": self.workspace_id, "id": id})


def make_person(app: Flask, name: str, **details: str) -> Person:
    """A new account, signed in."""
    email = f"{name.lower()}@example.org"
    with app.app_context():
        with writing() as session:
            user = new_user(name, email, hash_password(PASSWORD), details.get("time_zone", "UTC"))
            sign_up(session, user, now=now())
        with writing() as session:
            row, token = Session.begin(user, "Firefox on Linux", False, now())
            session.add(row)
        return Person(app, user.id, name, email, Browser(app, token))
