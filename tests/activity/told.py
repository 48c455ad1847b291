"""What is done to tasks and where it is told, for the tests of histories."""

from tests.arranging import acting
from tests.builders import Person
from tests.pages import Page
from tests.places import inbox_id
from webapp.clock import now
from webapp.projects.models import Project
from webapp.tasks.models import Task

SAID = ".history__what > p:first-child"


def edit(person: Person, id: int, **fields: str) -> None:
    person.browser.open(f"/tasks/{id}/edit")
    person.browser.submit("form.editor", **fields)


def a_task_in(person: Person, project_id: int, title: str) -> int:
    with acting(person) as (session, user):
        project = session.get_one(Project, (user.workspace_id, project_id))
        return Task.add(session, project, title, by=user, now=now()).id


def complete(person: Person, id: int) -> None:
    person.browser.open("/tasks")
    person.browser.press(f"#task-{id}-check")


def history(person: Person, id: int, query: str = "") -> Page:
    return person.browser.open(f"/tasks/{id}/history{query}")


def of_inbox(person: Person, owner: Person, query: str = "") -> Page:
    return person.browser.open(f"/projects/{inbox_id(owner)}/history{query}")
