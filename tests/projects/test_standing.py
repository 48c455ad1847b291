"""Deleting, archiving and moving projects, and the Inbox, which stays as it is."""

import pytest

from tests.builders import Person
from tests.places import add_project, add_tasks, house_of, inbox_id


def test_deleting_goes_with_what_is_below_and_is_undone_exactly(alice: Person) -> None:
    household = add_project(alice, "Household")
    garden = add_project(alice, "Garden", household)
    add_tasks(alice, ["Dig"], garden)
    before = house_of(alice)
    alice.browser.open(f"/projects/{household}")

    page = alice.browser.press("#project-delete")

    assert page.toast == "Deleted “Household”."
    assert page.path == "/tasks"
    assert page.titles == []
    assert alice.browser.open(f"/projects/{garden}").status == 404
    alice.browser.open("/tasks")
    undo_last(alice)
    assert house_of(alice) == before
    assert alice.browser.open(f"/projects/{garden}").titles == ["Dig"]


def test_an_archived_project_is_shown_stands_still_and_comes_back(alice: Person) -> None:
    id = add_project(alice, "Household")
    add_tasks(alice, ["Sweep"], id)
    alice.browser.open(f"/projects/{id}")

    archived = alice.browser.press("#project-archive")
    listed = alice.browser.open("/tasks").titles
    alice.browser.open(f"/projects/{id}")
    back = alice.browser.press("#project-back")

    assert archived.toast == "Archived “Household”."
    assert archived.titles == ["Sweep"]
    assert archived.all("#create-form, .task__check:is(button), #section-new, #project-up") == []
    assert listed == []
    assert back.toast == "“Household” is back."
    assert len(back.all("#create-form")) == 1


def test_bringing_back_what_is_not_archived_changes_nothing(alice: Person) -> None:
    id = add_project(alice, "Household")
    add_project(alice, "Garden", id)
    alice.browser.open(f"/projects/{id}")
    told = len(alice.browser.open("/history").all(".history__item"))
    alice.browser.open(f"/projects/{id}")

    answer = alice.browser.partial("DELETE", f"/projects/{id}/archive")

    assert answer.toast == "“Household” was not archived."
    assert len(alice.browser.open("/history").all(".history__item")) == told


def test_what_is_archived_is_not_edited_until_it_is_back(alice: Person) -> None:
    id = add_project(alice, "Household")
    alice.browser.open(f"/projects/{id}")
    alice.browser.press("#project-archive")
    before = house_of(alice)

    page = alice.browser.open(f"/projects/{id}/edit")
    answer = alice.browser.open(f"/projects/{id}") and alice.browser.partial(
        "PUT", f"/projects/{id}", {"name": "Other", "hue": "0", "parent": "0"}
    )

    assert (page.status, answer.status) == (403, 403)
    assert "Bring it back" in page.words("body")[0]
    assert house_of(alice) == before


@pytest.mark.parametrize("path", ["/archive", "/delete", "/position", ""])
def test_the_inbox_stays_as_it_is(alice: Person, path: str) -> None:
    id = inbox_id(alice)
    before = house_of(alice)
    alice.browser.open("/settings")

    fields = {"name": "Out", "hue": "3", "parent": "0", "step": "up", "version": "1"}
    answer = alice.browser.partial("POST", f"/projects/{id}{path}", fields)

    assert answer.status == 422
    assert "The Inbox" in answer.words("body")[0]
    assert house_of(alice) == before


def test_the_inbox_offers_no_way_to_change_it(alice: Person) -> None:
    page = alice.browser.open(f"/projects/{inbox_id(alice)}")

    assert page.words("h1") == ["Inbox"]
    assert page.all("#project-menu") == []


def test_up_and_down_change_places_among_siblings_and_say_where_it_ends(alice: Person) -> None:
    household = add_project(alice, "Household")
    *_, third = (add_project(alice, name, household) for name in ("First", "Second", "Third"))
    alice.browser.open(f"/projects/{third}")

    moved = alice.browser.press("#project-up")
    again = alice.browser.press("#project-up")
    end = alice.browser.press("#project-up")

    assert (moved.toast, again.toast) == ("Moved “Third” up.",) * 2
    assert end.toast == "“Third” is the first already."
    assert alice.browser.open(f"/projects/{household}").words(".project__link") == [
        "Third",
        "First",
        "Second",
    ]
    undo_last(alice)
    assert alice.browser.open(f"/projects/{household}").words(".project__link") == [
        "First",
        "Third",
        "Second",
    ]


@pytest.mark.parametrize("step", ["", "sideways", "UP"])
def test_a_senseless_step_is_refused(alice: Person, step: str) -> None:
    id = add_project(alice, "Household")
    alice.browser.open(f"/projects/{id}")

    answer = alice.browser.partial("POST", f"/projects/{id}/position", {"step": step})

    assert answer.status == 422
    assert answer.toast == "It can be moved up or down."


def undo_last(person: Person) -> None:
    person.browser.partial("POST", "/history/undo")


def below(person: Person, id: int) -> list[str]:
    """The sub-projects of a project in their order."""
    return person.browser.open(f"/projects/{id}").words(".project__link")
