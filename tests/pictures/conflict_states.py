"""Editors of what somebody else has changed in the meantime."""

from tests.builders import make_person

from .visit import Visit

LONG = "Ask the co-op for a case study, with a photograph of the shop and two or three sentences"


def editor_conflict(visit: Visit) -> None:
    id = visit.see_list()[2]
    conflict(visit, id, title="Book the gas boiler service", priority="2")


def editor_conflict_of_everything(visit: Visit) -> None:
    id = visit.see_list()[2]
    browser = visit.elsewhere()
    browser.open(f"/tasks/{id}/edit")
    browser.submit("form.editor", notes="Ring them before nine.\nAsk for the same engineer.")
    visit.open("/tasks")
    conflict(visit, id, title=LONG, priority="2", notes="Ring them before ten.\nAsk for Jonas.")


def editor_conflict_as_a_page(visit: Visit) -> None:
    id = visit.see_list()[2]
    visit.open(f"/tasks/{id}/edit")
    visit.see(".editor__title")
    change_elsewhere(visit, id, title="Book the gas boiler service")
    visit.type("Book the boiler service for December")
    visit.see(".choice")


def conflict(visit: Visit, id: int, **theirs: str) -> None:
    """Save what somebody else has changed since the editor was opened."""
    visit.edit(id)
    change_elsewhere(visit, id, **theirs)
    if "notes" in theirs:
        visit.page.locator(".editor__notes").fill("Ring them before eight.\nAsk for the same engineer.")
        visit.page.locator(".editor [name=priority]").select_option("1")
    visit.type("Book the boiler service for December")
    visit.see(".choice")


def change_elsewhere(visit: Visit, id: int, **fields: str) -> None:
    jonas = make_person(visit.app, "Jonas").joining(visit.person, "editor")
    jonas.browser.open(f"/tasks/{id}/edit")
    jonas.browser.submit("form.editor", **fields)


ALL = (editor_conflict, editor_conflict_of_everything, editor_conflict_as_a_page)
CONFLICT_STATES = {reach.__name__.replace("_", "-"): reach for reach in ALL}
