"""The states of the sidebar, of the page of all places and of the bin of all kinds."""

from tests.houses import deleted, favourite, label, labelled, project, section, task
from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.labels import Label

from .visit import Visit


def furnish(visit: Visit) -> None:
    """Projects four levels deep, one with a long name, favourites, labels, and one of each in the bin."""
    person = visit.person
    work = project(person, "Website relaunch")
    project(person, "Small ones", project(person, "Icons", project(person, "Design", work)))
    for name in ("Allotment", "Household", "A project with a very long name that does not fit in"):
        project(person, name)
    errand = label(person, "errand")
    for number in range(12):
        labelled(person, task(person, f"Write page {number}", project_id=work), errand)
    favourite(person, work)
    deleted(person, Section, section(person, work, "Later"))
    deleted(person, Label, label(person, "waiting"))
    deleted(person, Project, project(person, "Old kitchen"))
    visit.sign_in()


def places(visit: Visit) -> None:
    furnish(visit)
    visit.open("/tasks")


def browse(visit: Visit) -> None:
    furnish(visit)
    visit.open("/browse")


def empty_bin(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/bin")


def bin_of_all_kinds(visit: Visit) -> None:
    furnish(visit)
    visit.open("/bin")


PLACES = {
    "places": places,
    "browse": browse,
    "bin-empty": empty_bin,
    "bin-of-all-kinds": bin_of_all_kinds,
}
