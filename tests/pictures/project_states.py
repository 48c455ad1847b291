"""The states of projects and sections in which a person can come to see them."""

from tests.places import add_project, add_sections, add_step, add_tasks

from .states import state
from .visit import Visit


def household(visit: Visit) -> tuple[int, int]:
    """A project with sections, tasks, a sub-project and a parent; its id and that of a section."""
    home = add_project(visit.person, "Home", hue=12)
    id = add_project(visit.person, "Household", home, hue=3)
    add_project(visit.person, "Garden and allotment by the river", id, hue=10)
    kitchen, bath, _ = add_sections(visit.person, id, "Kitchen", "Bathroom", "Someday")
    _, boiler = add_tasks(visit.person, ["Put the bins out", "Book the boiler service"], id)
    add_step(visit.person, boiler, "Find the invoice")
    add_tasks(visit.person, ["Clean the oven", "Descale the kettle"], id, kitchen)
    add_tasks(visit.person, ["Mend the tap"], id, bath, done=True)
    visit.sign_in()
    visit.open(f"/projects/{id}")
    return id, kitchen


@state
def project(visit: Visit) -> None:
    household(visit)


@state
def project_with_completed(visit: Visit) -> None:
    id, kitchen = household(visit)
    visit.open(f"/projects/{id}?done=1")
    visit.page.locator(f"#section-{kitchen}-fold").click()
    visit.see(f"#section-{kitchen}-fold[aria-expanded=false]")


@state
def project_menu(visit: Visit) -> None:
    household(visit)
    visit.page.locator("#project-menu summary").click()
    visit.see("#project-menu[open]")


@state
def project_empty(visit: Visit) -> None:
    visit.sign_in()
    visit.open(f"/projects/{add_project(visit.person, 'Household')}")


@state
def project_archived(visit: Visit) -> None:
    household(visit)
    visit.page.locator("#project-menu summary").click()
    visit.page.locator("#project-archive").click()
    visit.see("#project-back")


@state
def archived_projects(visit: Visit) -> None:
    project_archived(visit)
    visit.open("/projects/archived")


@state
def project_form_refused(visit: Visit) -> None:
    id, _ = household(visit)
    visit.open(f"/projects/{id}/edit")
    visit.page.locator("#name").fill("")
    visit.press("Save")
    visit.see("#name-error")


@state
def section_renaming(visit: Visit) -> None:
    _, kitchen = household(visit)
    visit.page.locator(f"#section-{kitchen}-name-link").click()
    visit.page.locator(f"#section-{kitchen}-name-field").fill("Bathroom")
    visit.press("Save")
    visit.see(f"#section-{kitchen}-name-error")


@state
def section_deleting(visit: Visit) -> None:
    _, kitchen = household(visit)
    visit.open(f"/sections/{kitchen}/deletion/new")


@state
def section_moving(visit: Visit) -> None:
    _, kitchen = household(visit)
    visit.open(f"/sections/{kitchen}/place/edit")
