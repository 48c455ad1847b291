"""A task opened, with all that it can hold, and the pages beside it."""

from collections.abc import Callable

from webapp.clock import now
from webapp.database import writing
from webapp.tasks.blocking import Blocker
from webapp.tasks.models import Task

from .visit import Visit

NOTES = """Ask for the **morning slot**; last year’s number is on the invoice.

- [x] Find the invoice
- [ ] Call before noon

> They only come on weekdays.
"""


def furnished(visit: Visit) -> int:
    """A task with notes, steps, labels, a priority and something for which it waits; its id."""
    id, paint = visit.person.has("Book the boiler service", "Order the part for the boiler")
    visit.person.has_step(id, "Find the invoice")
    visit.person.has_step(id, "Call before noon, and ask whether they bring the part with them")
    visit.person.has_label("errand", id)
    key = {"workspace_id": visit.person.workspace_id}
    with visit.app.app_context(), writing() as session:
        task, other = (session.get_one(Task, {**key, "id": one}) for one in (id, paint))
        words = {"notes": NOTES, "priority": 2}
        task.edit(session, words, task.version, by=visit.person, now=now())
        Blocker.add(session, task, other, by=visit.person, now=now())
    return id


def full_editor(visit: Visit) -> None:
    furnished(visit)
    visit.sign_in()
    visit.open("/tasks")
    visit.page.locator("a.task__title").first.click()
    visit.page.locator(".editor--full").wait_for()


def full_editor_labels(visit: Visit) -> None:
    full_editor(visit)
    visit.page.locator(".labels-field > summary").click()


def full_editor_refused(visit: Visit) -> None:
    full_editor(visit)
    visit.page.locator(".editor__title").fill("")
    visit.press("Save")
    visit.page.get_by_role("alert").wait_for()


def task_page(visit: Visit) -> None:
    id = furnished(visit)
    visit.sign_in()
    visit.open(f"/tasks/{id}")


def waiting_for(visit: Visit) -> None:
    id = furnished(visit)
    visit.person.has("Paint the fence", "Buy paint", "Paint the door")
    visit.sign_in()
    visit.open(f"/tasks/{id}/blockers?q=paint")


TASK_STATES: dict[str, Callable[[Visit], None]] = {
    "full-editor": full_editor,
    "full-editor-labels": full_editor_labels,
    "full-editor-refused": full_editor_refused,
    "task-page": task_page,
    "waiting-for": waiting_for,
}
