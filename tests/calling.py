"""Calling any route by its rule, as scripts and attackers do: without a page around it."""

from typing import Any

from sqlalchemy import select, update
from werkzeug.test import TestResponse

from webapp.accounts.models import Session
from webapp.extensions import db
from webapp.tasks.models import Task

from .builders import Person
from .pages import Browser

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
FIELDS = {"title": "Taken over", "name": "Taken over", "version": "1"}


def path_of(route: str, id: int = 7) -> str:
    """The path of `POST /tasks/<int:id>`, with something in place of what is variable."""
    path = route.split(" ", 1)[1].replace("<any(active, completed):status>", "active")
    path = path.replace("<any(projects, sections, labels):kind>", "projects")
    path = path.replace("<any(markdown, csv, todotxt):format>", "csv")
    path = path.replace("<int:id>", str(id)).replace("<int:other_id>", str(id)).replace("<token>", "a-token")
    return path.replace("<int:version>", "1").replace("<int:number>", "1")


def send(browser: Browser, route: str, id: int = 7, token: str = "", **options: Any) -> TestResponse:
    """Call a route with a CSRF token; `fields` and `headers` may be given."""
    method = route.split(" ", 1)[0]
    fields = None if method == "GET" else options.get("fields", FIELDS)
    headers = {**options.get("headers", {}), **({"X-CSRFToken": token} if token else {})}
    return browser.client.open(path_of(route, id), method=method, data=fields, headers=headers)


def token_of(browser: Browser) -> str:
    """The CSRF token that a person's pages hold now."""
    return browser.open("/settings").csrf_token


def change_of(person: Person, id: int) -> int:
    """Delete a task of the person; the id of that change."""
    person.browser.open("/tasks")
    toast = person.browser.press(f"#task-{id}-delete")
    return int(str(toast.one("#undo")["formaction"]).split("/")[2])


def with_mark(person: Person, id: int) -> None:
    """Give a task notes that hold a task mark, as if it had had them from the beginning."""
    with person.app.app_context(), db.engine.begin() as connection:
        notes = update(Task).where(Task.id == id).values(notes="- [ ] One")
        connection.execute(notes)


def session_id(person: Person) -> int:
    """The id of a session of the person."""
    with person.app.app_context():
        return db.session.scalars(select(Session.id).where(Session.user_id == person.id)).all()[0]
