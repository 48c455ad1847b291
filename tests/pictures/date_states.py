"""The dates of tasks in every state that a person can come to see."""

from datetime import time, timedelta
from typing import Any

from tests.arranging import a_project
from webapp.accounts.models import User
from webapp.clock import now
from webapp.database import writing
from webapp.projects.models import Project
from webapp.tasks.models import Task

from .visit import Visit


def dated(visit: Visit) -> list[int]:
    """Tasks with every kind of date; the first is overdue."""
    today = now().date()
    dates: dict[str, dict[str, Any]] = {
        "Renew the domain before it lapses": {"due_on": today - timedelta(days=2), "priority": 1},
        "Write the release notes for 2.4": {"due_on": today, "due_time": time(23, 59), "due_minutes": 45},
        "Book the boiler service": {"due_on": today + timedelta(days=1), "due_time": time(9)},
        "Send the tax return": {
            "due_on": today + timedelta(days=5),
            "deadline_on": today - timedelta(days=1),
            "start_on": None,
        },
        "Order onion sets and broad beans": {"deadline_on": today + timedelta(days=400)},
    }
    ids = visit.person.has(*dates)
    for id, words in zip(ids, dates.values(), strict=True):
        put(visit, id, **words)
    visit.sign_in()
    return ids


def put(visit: Visit, id: int, **words: Any) -> None:
    with visit.app.app_context(), writing() as session:
        user = session.get_one(User, visit.person.id)
        task = session.get_one(Task, (user.workspace_id, id))
        task.edit(session, words, task.version, by=user, now=now())


def rows_with_dates(visit: Visit) -> None:
    dated(visit)
    visit.open("/tasks")


def picker(visit: Visit) -> None:
    rows_with_dates(visit)
    visit.page.get_by_role("link", name="Date: Book the boiler service").click()
    visit.see("#picker[open] .month__day[tabindex]")


def picker_reads(visit: Visit) -> None:
    picker(visit)
    visit.page.get_by_label("Date in words").press_sequentially("next friday 9am for 45 min")
    visit.see("#picker-reading strong")


def picker_refuses(visit: Visit) -> None:
    picker(visit)
    visit.page.get_by_label("Date in words").fill("the day after the day of the blue moon")
    visit.page.get_by_label("Minutes").fill("2000")
    visit.press("Set")
    visit.see("#picker-error")


def picker_page(visit: Visit) -> None:
    id = dated(visit)[1]
    visit.open(f"/tasks/{id}/date")


def picker_conflict(visit: Visit) -> None:
    id = dated(visit)[2]
    visit.open(f"/tasks/{id}/date")
    put(visit, id, due_on=now().date() + timedelta(days=8), due_time=time(16))
    visit.page.get_by_label("Date in words").fill("in 3 days")
    visit.press("Set")
    visit.see(".conflict")


def date_words(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/tasks/date/reading")


def editor_with_dates(visit: Visit) -> None:
    rows_with_dates(visit)
    visit.page.get_by_role("link", name="Send the tax return", exact=True).click()
    visit.see(".editor--full")


def later(visit: Visit) -> None:
    id = a_project(visit.person, "Garden")
    with visit.app.app_context(), writing() as session:
        user = session.get_one(User, visit.person.id)
        project = session.get_one(Project, (user.workspace_id, id))
        tasks = [
            Task.add(session, project, title, by=user, now=now()) for title in ("Dig", "Plant the garlic")
        ]
    put(visit, tasks[1].id, start_on=now().date() + timedelta(days=9))
    visit.sign_in()
    visit.open(f"/projects/{id}")


DATE_STATES = {
    "rows-with-dates": rows_with_dates,
    "picker": picker,
    "picker-reads": picker_reads,
    "picker-refuses": picker_refuses,
    "picker-page": picker_page,
    "picker-conflict": picker_conflict,
    "date-words": date_words,
    "editor-with-dates": editor_with_dates,
    "project-later": later,
}
