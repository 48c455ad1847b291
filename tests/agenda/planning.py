"""Tasks with dates for the arranging part of a test, around a Sunday at noon."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tests.builders import Person
from tests.houses import doing, task
from tests.pages import Page
from webapp.clock import now
from webapp.tasks.blocking import Blocker
from webapp.tasks.models import Task

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def dated(person: Person, id: int, **dates: Any) -> int:
    """Give a task its dates."""
    doing(person, lambda s, by: s.get_one(Task, (by.workspace_id, id)).put_words(dates, by=by, now=now()))
    return id


def planned(person: Person, title: str, day: date | None = TODAY, at: time | None = None, **more: Any) -> int:
    """The id of a new task in the Inbox that is planned for a day."""
    return dated(person, task(person, title), due_on=day, due_time=at, **more)


def blocked(person: Person, id: int, other_id: int) -> None:
    """Let a task wait for another."""

    def change(session: Any, by: Any) -> None:
        task, other = (session.get_one(Task, (by.workspace_id, one)) for one in (id, other_id))
        Blocker.add(session, task, other, by=by, now=now())

    doing(person, change)


def as_browsers_compare(key: str) -> tuple[Any, ...]:
    """A key of a row among days, as the numeric collation of browsers sorts it."""
    day, minutes, has_time, letters, id = key.split("-")
    return int(day), int(minutes), has_time, letters, int(id)


def parts(page: Page) -> dict[str, list[str]]:
    """The titles in each part of the page that has some."""
    lists = {key: page.one(f"#{key}-list").select(".task__title") for key in ("overdue", "today", "evening")}
    return {key: [title.get_text() for title in titles] for key, titles in lists.items() if titles}


def days(page: Page, *, empty: bool = False) -> dict[str, list[str]]:
    """The titles below each day that has some, or of all days."""
    found = {str(day["id"]): day.select(".task__title") for day in page.all("#days > .day")}
    kept = {id: titles for id, titles in found.items() if titles or empty}
    return {id: [title.get_text() for title in titles] for id, titles in kept.items()}


def names(page: Page) -> list[str]:
    """The names of all days of what comes up."""
    return page.words("#days .day__name")
