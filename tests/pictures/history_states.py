"""The histories of a task and of a project, as two people have made them."""

from tests.arranging import a_section
from tests.builders import Person, make_person
from tests.places import inbox_id

from .visit import Visit

NOTES = "The table shows three plans.\n\nAsk the co-op which of them people choose, and why they do."


def worked(visit: Visit) -> int:
    """A task on which two people have worked; its id."""
    id, other, *_ = visit.see_list()
    jonas = make_person(visit.app, "Jonas").joining(visit.person, "editor")
    a_section(visit.person, inbox_id(visit.person), "Launch week")
    visit.person.has_step(id, "Ask for a receipt")
    visit.person.has_label("errand", id, other)
    edit(visit.person, id, title="Renew both domains before they lapse in the spring", priority="2")
    edit(visit.person, id, notes=NOTES)
    edit(
        jonas, id, notes=NOTES.replace("three plans", "three plans, one of them free").replace(" they do", "")
    )
    edit(jonas, id, title="Renew the domains before they lapse")
    jonas.browser.open("/tasks")
    jonas.browser.press(f"#task-{id}-check")
    jonas.browser.press("#undo")
    return id


def edit(person: Person, id: int, **fields: str) -> None:
    person.browser.open(f"/tasks/{id}/edit")
    person.browser.submit("form.editor", **fields)


def history_of_a_task(visit: Visit) -> None:
    visit.open(f"/tasks/{worked(visit)}/history")


def history_of_a_project(visit: Visit) -> None:
    worked(visit)
    visit.open(f"/projects/{inbox_id(visit.person)}/history")


def history_of_one_kind(visit: Visit) -> None:
    visit.open(f"/tasks/{worked(visit)}/history?kind=moved")


def history_undone(visit: Visit) -> None:
    history_of_a_task(visit)
    visit.page.locator(".history__undo").nth(1).click()
    visit.see(".toast__text")


ALL = (history_of_a_task, history_of_a_project, history_of_one_kind, history_undone)
HISTORY_STATES = {reach.__name__.replace("_", "-"): reach for reach in ALL}
