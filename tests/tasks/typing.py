"""Typing lines of quick add on a Sunday, and what becomes of them."""

from collections.abc import Iterator

import pytest
import time_machine
from sqlalchemy import select

from tests.arranging import acting
from tests.builders import Person
from tests.pages import Page
from webapp.projects.models import Project
from webapp.tasks.models import Task

SUNDAY = "2026-11-22 15:05:32+00:00"


@pytest.fixture
def sunday() -> Iterator[None]:
    with time_machine.travel(SUNDAY, tick=False):
        yield


def add(person: Person, line: str, at: str = "/tasks", form: str = "#create-form") -> Page:
    person.browser.open(at)
    return person.browser.submit(form, title=line)


def newest(person: Person) -> Task:
    """The task that was added last."""
    with acting(person) as (session, user):
        newest = select(Task).where(Task.workspace_id == user.workspace_id).order_by(Task.id.desc())
        return session.scalars(newest.limit(1)).one()


def inbox_of(person: Person) -> int:
    with acting(person) as (session, user):
        return session.scalars(Project.inbox_of(user.workspace_id)).one().id
