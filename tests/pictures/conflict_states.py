"""Forms of what was changed elsewhere in the meantime."""

from tests.arranging import a_project, a_section
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


def project_conflict(visit: Visit) -> None:
    id, path = project_with_section(visit)[0], "/projects/{}/edit"
    visit.open(path.format(id))
    save_elsewhere(visit, path.format(id), "#project-form", name="House and garden", emoji="🏡", hue="5")
    visit.page.locator("#name").fill("Household in spring")
    visit.page.locator("#hue-17").check(force=True)
    visit.press("Save")
    visit.see(".choice")


def section_conflict(visit: Visit) -> None:
    id, section = project_with_section(visit)
    visit.open(f"/projects/{id}")
    visit.page.locator(f"#section-{section}-name-link").click()
    rename_in_both(visit, section)


def section_conflict_as_a_page(visit: Visit) -> None:
    _, section = project_with_section(visit)
    visit.open(f"/sections/{section}/edit")
    rename_in_both(visit, section)


def settings_conflict(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/settings")
    save_elsewhere(visit, "/settings", "form[action='/settings']", name="Mira Ng", theme="light")
    visit.page.locator("#name").fill("Mira Kovač")
    visit.press("Save")
    visit.see(".choice")


def project_with_section(visit: Visit) -> tuple[int, int]:
    """The ids of a project and of a section in it."""
    visit.sign_in()
    id = a_project(visit.person, "Household")
    return id, a_section(visit.person, id, "Kitchen")


def rename_in_both(visit: Visit, section: int) -> None:
    """Save another name in another tab, and then what is typed here."""
    field = visit.page.locator(f"#section-{section}-name-field")
    field.wait_for()
    save_elsewhere(visit, f"/sections/{section}/edit", ".section__form", name="Kitchen upstairs")
    field.fill("Small Kitchen")
    field.press("Enter")
    visit.see(".choice")


def save_elsewhere(visit: Visit, path: str, form: str, **fields: str) -> None:
    """Let the person save a form in another tab."""
    tab = visit.elsewhere()
    tab.open(path)
    tab.submit(form, **fields)


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


OF_TASKS = (editor_conflict, editor_conflict_of_everything, editor_conflict_as_a_page)
ALL = (*OF_TASKS, project_conflict, section_conflict, section_conflict_as_a_page, settings_conflict)
CONFLICT_STATES = {reach.__name__.replace("_", "-"): reach for reach in ALL}
