"""Picking the dates of a task in its form, for tests."""

from datetime import UTC, date, datetime
from typing import Any

from tests.builders import Person
from tests.pages import Page

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)  # a Sunday
FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)
NOTHING = (None, None, None, None, None)


def pick(person: Person, id: int, **fields: str) -> Page:
    person.browser.open(f"/tasks/{id}/date")
    return person.browser.submit("#picker-form", **fields)


def dates_of(person: Person, id: int) -> tuple[Any, ...]:
    row = person.task(id)
    return row.due_on, row.due_time, row.due_minutes, row.deadline_on, row.start_on
