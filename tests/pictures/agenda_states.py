"""Today, what comes up and what is done, in every state that a person can come to see."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

from tests.houses import doing, label, labelled, project, section, step, task
from webapp.clock import now, today_for
from webapp.tasks.models import Task
from webapp.welcome.demo import fill

from .visit import Visit


def planned(visit: Visit, title: str, days: int, at: time | None = None, **more: Any) -> int:
    """The id of a new task that is up in so many days."""
    person, dates = visit.person, {"due_on": today() + timedelta(days=days), "due_time": at}
    id = task(person, title, project_id=more.pop("project_id", None))

    def plan(session: Any, by: Any) -> None:
        session.get_one(Task, (by.workspace_id, id)).put_words({**dates, **more}, by=by, now=now())

    doing(person, plan)
    return id


def today() -> date:
    return today_for("UTC")


def furnish(visit: Visit) -> int:
    """A day with something of everything; the id of one task of it."""
    person = visit.person
    work = project(person, "Website relaunch")
    section(person, work, "Later")
    planned(visit, "Renew the domain before it lapses", -2, priority=1, project_id=work)
    planned(visit, "Write the release notes for 2.4", 0, time(9, 30), project_id=work)
    id = planned(visit, "Book the boiler service", 0, priority=2)
    step(person, id, "Find the invoice")
    labelled(person, planned(visit, "Order onion sets and broad beans", 0), label(person, "errand"))
    planned(visit, "Find a recipe for the quinces", 0, time(19))
    for days in (1, 1, 3, 6, 40):
        planned(visit, f"Read chapter {days} of the long book", days, time(20) if days == 3 else None)
    planned(
        visit, "Donaudampfschifffahrtsgesellschaftskapitän" * 3, 1, deadline_on=today() + timedelta(days=2)
    )
    person.has("Put the bins out", "Find the invoice of last year", completed=True)
    visit.sign_in()
    return id


def today_full(visit: Visit) -> None:
    furnish(visit)
    visit.open("/today")


def today_empty(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/today")


def today_done(visit: Visit) -> None:
    visit.person.has("Put the bins out", completed=True)
    visit.sign_in()
    visit.open("/today")


def today_rescheduling(visit: Visit) -> None:
    today_full(visit)
    visit.page.locator("#reschedule-all").click()
    visit.page.locator("#reschedule-day").fill("2020-01-01")
    visit.press("Reschedule")
    visit.see("#reschedule-error")


def today_editor(visit: Visit) -> None:
    id = furnish(visit)
    visit.open("/today")
    visit.edit(id)


def today_at_work(visit: Visit) -> None:
    doing(visit.person, lambda session, by: fill(session, by, now=now()))
    visit.sign_in()
    visit.open("/today")
    visit.page.get_by_role("link", name="Book the boiler service", exact=True).click()
    visit.see(".editor__title")
    visit.page.locator("#new-title").press_sequentially("Water the seedlings sat 9am @errand p2")
    visit.see(".reading__chip >> nth=3")


def overdue_as_a_page(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/overdue/edit")


def upcoming_full(visit: Visit) -> None:
    furnish(visit)
    visit.open("/upcoming")


def upcoming_later(visit: Visit) -> None:
    visit.sign_in()
    visit.open(f"/upcoming?start={today() + timedelta(days=30)}")


def done_by_day(visit: Visit) -> None:
    furnish(visit)
    visit.open("/completed")


def done_empty(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/completed")


ALL: tuple[Callable[[Visit], None], ...] = (
    *(
        today_full,
        today_empty,
        today_done,
        today_rescheduling,
        today_editor,
        today_at_work,
        overdue_as_a_page,
    ),
    *(upcoming_full, upcoming_later, done_by_day, done_empty),
)
AGENDA_STATES = {reach.__name__.replace("_", "-"): reach for reach in ALL}
