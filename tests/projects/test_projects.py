"""Making, changing, archiving and deleting projects, by their forms and buttons."""

import pytest

from tests.builders import Person
from tests.places import add_project, add_tasks, house_of, inbox_id
from webapp.projects.hues import HUE_NAMES
from webapp.projects.models import HUES


def test_a_new_project_has_its_name_emoji_and_colour(alice: Person) -> None:
    alice.browser.open("/projects/new")

    page = alice.browser.submit("#project-form", name="  House  hold ", emoji="🌱", hue="12")

    assert page.words("h1") == ["🌱 House hold"]
    assert "hue-12" in page.one("#project")["class"]
    assert page.toast == "Added “House hold”."
    assert page.path.startswith("/projects/")


def test_a_form_that_is_sent_twice_makes_one_project(alice: Person) -> None:
    form = alice.browser.open("/projects/new")
    first = alice.browser.submit("#project-form", name="Household")
    alice.browser.page = form

    second = alice.browser.submit("#project-form", name="Household")

    assert second.path == first.path
    assert second.toast == "This project was added already."


def test_a_sub_project_stands_under_its_parent_and_leads_there(alice: Person) -> None:
    household = add_project(alice, "Household")
    alice.browser.open(f"/projects/{household}")
    alice.browser.follow(".menu__item[href*=parent]")

    page = alice.browser.submit("#project-form", name="Garden")

    assert page.words(".project__above a") == ["Household"]
    above = alice.browser.follow(".project__above a")
    assert above.words(".project__link") == ["Garden"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "  ", "A project needs a name."),
        ("name", "x" * 121, "Use at most 120 characters."),
        ("name", "a\u202eb", "This contains a character that cannot be part of a name. Remove it."),
        ("emoji", "no", "Use a single emoji, like 🌱, or leave this empty."),
        ("emoji", "🌱🌱", "Use a single emoji, like 🌱, or leave this empty."),
        ("hue", "24", "Choose one of the colours."),
        ("hue", "-1", "Choose one of the colours."),
        ("hue", "red", "Choose one of the colours."),
        ("parent", "999999", "Choose a project that is still there and not archived."),
        ("parent", "x", "Choose a project that is still there and not archived."),
    ],
)
def test_bad_input_is_said_beside_its_field(alice: Person, field: str, value: str, said: str) -> None:
    alice.browser.open("/projects/new")

    page = alice.browser.submit("#project-form", **{"name": "Household", field: value})

    assert page.status == 422
    assert page.words(".field__error") == [said]
    assert "Household" not in str(house_of(alice))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Ärger", "Ärger"),
        ("ÄRGER", "ÄRGER"),
        ("A\u0308rger", "Ärger"),
        ("\uff21\u0308\uff52\uff47\uff45\uff52", "\uff21\u0308\uff52\uff47\uff45\uff52"),
    ],
)
def test_names_that_read_alike_collide_beside_the_name(alice: Person, name: str, kept: str) -> None:
    add_project(alice, "ärger")
    alice.browser.open("/projects/new")

    page = alice.browser.submit("#project-form", name=name)

    assert page.status == 422
    assert page.words("#name-error") == [f"There is a project “{kept}” already."]


def test_the_same_name_may_stand_under_another_project(alice: Person) -> None:
    household = add_project(alice, "Household")
    add_project(alice, "Garden")
    alice.browser.open("/projects/new")

    page = alice.browser.submit("#project-form", name="Garden", parent=str(household))

    assert page.status == 200
    assert page.words("h1") == ["Garden"]


def test_projects_go_four_levels_deep_and_no_deeper(alice: Person) -> None:
    first = add_project(alice, "First")
    second = add_project(alice, "Second", first)
    third = add_project(alice, "Third", second)
    fourth = add_project(alice, "Fourth", third)
    two = add_project(alice, "Two")
    add_project(alice, "Below two", two)
    before = house_of(alice)
    form = alice.browser.open("/projects/new")

    offered = {option["value"] for option in form.all("#parent option")}
    alice.browser.open(f"/projects/{two}/edit")
    page = alice.browser.submit("#project-form", parent=str(third))

    assert {str(third), str(two)} <= offered
    assert str(fourth) not in offered
    assert page.status == 422
    assert page.words("#parent-error") == ["Projects go 4 levels deep, no deeper."]
    assert house_of(alice) == before


def test_a_project_is_not_offered_to_stand_under_itself_or_what_is_below_it(alice: Person) -> None:
    first = add_project(alice, "First")
    second = add_project(alice, "Second", first)

    page = alice.browser.open(f"/projects/{first}/edit")
    answer = alice.browser.submit("#project-form", parent=str(second))

    offered = {option["value"] for option in page.all("#parent option")}
    assert not {str(first), str(second)} & offered
    assert answer.status == 422
    assert len(answer.all("#parent-error")) == 1


def test_what_two_people_changed_differently_is_shown_before_it_is_replaced(alice: Person) -> None:
    id = add_project(alice, "Household")
    stale = alice.browser.open(f"/projects/{id}/edit")
    alice.browser.submit("#project-form", name="Home", hue="3")
    alice.browser.page = stale

    conflict = alice.browser.submit("#project-form", name="House")
    saved = alice.browser.submit("#project-form")

    assert conflict.status == 409
    assert conflict.words("blockquote") == ["Name: Home"]
    assert saved.words("h1") == ["House"]
    assert "hue-3" in saved.one("#project")["class"]


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


def test_every_colour_has_a_name_of_its_own() -> None:
    assert len(set(HUE_NAMES)) == HUES


def undo_last(person: Person) -> None:
    person.browser.partial("POST", "/history/undo")


def below(person: Person, id: int) -> list[str]:
    """The sub-projects of a project in their order."""
    return person.browser.open(f"/projects/{id}").words(".project__link")
