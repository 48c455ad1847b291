"""Undo of what others have built on since: refused in words, or exact."""

from tests.builders import Person
from tests.places import add_project, house_of


def test_adding_a_project_is_not_undone_while_others_stand_inside_it(alice: Person) -> None:
    alice.browser.open("/projects/new")
    page = alice.browser.submit("#project-form", name="Household")
    household, undo = int(page.path.split("/")[2].partition("?")[0]), str(page.one("#undo")["formaction"])
    add_project(alice, "Garden", household)
    before = house_of(alice)

    answer = alice.browser.partial("POST", undo)

    assert answer.status == 409
    assert answer.toast.endswith("It has got sub-projects since, which would stay behind.")
    assert house_of(alice) == before
