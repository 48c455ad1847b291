"""A house to measure in: one person with a page of 50 open tasks and some that are done."""

from typing import NamedTuple

from bs4 import BeautifulSoup
from flask import Flask
from flask_migrate import upgrade

from webapp.accounts.models import Session
from webapp.clock import now
from webapp.database import writing
from webapp.projects.models import Project
from webapp.tasks.models import Task
from webapp.welcome.signing_up import new_user, sign_up

TASKS = 50
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


class House(NamedTuple):
    """What a request needs: the session's cookie, the CSRF token and the task that is edited."""

    cookie: str
    csrf_token: str
    task: int


class Call(NamedTuple):
    """One request of a kind that is measured."""

    method: str
    path: str
    fields: dict[str, str]
    headers: dict[str, str]


def seed(app: Flask) -> House:
    with app.app_context():
        upgrade()
        with writing() as session:
            user = sign_up(session, new_user("Mira", "mira@example.org", "unused"), now=now())
        with writing() as session:
            inbox = session.scalars(Project.inbox_of(user.workspace_id)).one()
            for number in range(TASKS):
                Task.add(session, inbox, f"Read chapter {number} of the long book", by=user, now=now())
            first = session.query(Task.id).order_by(Task.id).first()
            row, token = Session.begin(user, "benchmark", False, now())
            session.add(row)
    assert first is not None
    cookie = f"{app.config['SESSION_COOKIE_NAME']}={token}"
    page = app.test_client(use_cookies=False).get("/tasks", headers={"Cookie": cookie})
    field = BeautifulSoup(page.data, "html5lib").select_one("#act [name=csrf_token]")
    assert field is not None
    return House(cookie, str(field["value"]), first[0])


def calls(house: House, number: int) -> dict[str, Call]:
    """One request of each kind. `number` counts the rounds, so that every edit knows its version."""
    signed_in = {"Cookie": house.cookie, "Accept-Encoding": "br"}
    htmx = {**signed_in, **HTMX, "X-CSRFToken": house.csrf_token, "HX-Current-URL": "/tasks"}
    edit = {"title": f"Read chapter 0 again, {number}", "version": str(number + 1)}
    task = f"/tasks/{house.task}"
    return {
        "list of 50": Call("GET", "/tasks", {}, signed_in),
        "one-row fragment": Call("GET", task, {}, htmx),
        "create": Call("POST", "/tasks", {"title": f"Task {number}"}, htmx),
        "edit": Call("PUT", task, edit, htmx),
    }
