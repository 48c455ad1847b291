"""Bringing tasks along, and what stands then."""

import io
from typing import Any

from sqlalchemy import select
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import TestResponse, encode_multipart

from tests.builders import Person
from tests.pages import Browser, Page
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.models import Task


def bring(browser: Browser, *files: tuple[str, str | bytes], text: str = "") -> Page:
    """Choose these files, or paste a text; the preview, or why there is none."""
    token = browser.open("/imports/new").one("#import-form input[name=csrf_token]")["value"]
    sent = [(name, content.encode() if isinstance(content, str) else content) for name, content in files]
    response = upload(browser, str(token), *sent, text=text)
    if response.status_code == 303:
        return browser.open(response.headers["Location"])
    browser.page = Page(response, "http://localhost/imports")
    return browser.page


def upload(browser: Browser, token: str, *files: tuple[str, bytes], text: str = "") -> TestResponse:
    """What a browser sends of the form; its body never lies in a file."""
    sent = [FileStorage(io.BytesIO(content), name) for name, content in files]
    fields = MultiDict([("csrf_token", token), ("text", text), *(("files", file) for file in sent)])
    boundary, body = encode_multipart(fields)
    return browser.client.post(
        "/imports", data=body, content_type=f"multipart/form-data; boundary={boundary}"
    )


def add(browser: Browser, **fields: Any) -> Page:
    """Add what the preview shows."""
    return browser.submit("#place-form", **fields)


def house_of(person: Person) -> dict[str, Any]:
    """The person's projects: titles at their top and by section, steps in lists behind what they hang on."""
    with person.app.app_context():
        home = person.workspace_id
        rows: dict[Any, Any] = {
            model: db.session.scalars(
                select(model)
                .where(model.workspace_id == home, model.deleted_at.is_(None))
                .order_by(model.position, model.id)
            ).all()
            for model in (Project, Section, Task)
        }
        return {project.name: _project(project.id, rows) for project in rows[Project]}


def _project(id: int, rows: dict[Any, Any]) -> list[Any]:
    tasks = [task for task in rows[Task] if task.project_id == id]
    sections = [
        (section.name, _tasks([task for task in tasks if task.section_id == section.id], None))
        for section in rows[Section]
        if section.project_id == id
    ]
    return [*_tasks([task for task in tasks if task.section_id is None], None), *sections]


def _tasks(tasks: list[Task], parent_id: int | None) -> list[Any]:
    found: list[Any] = []
    for task in tasks:
        if task.parent_id == parent_id:
            steps = _tasks(tasks, task.id)
            found += [task.title, steps] if steps else [task.title]
    return found


def task_called(person: Person, title: str) -> Task:
    """What the database says of a task."""
    with person.app.app_context():
        here = (Task.workspace_id == person.workspace_id, Task.title == title, Task.deleted_at.is_(None))
        return db.session.scalars(select(Task).where(*here)).one()
