"""Making, changing, archiving and deleting projects, by their forms and buttons."""

import pytest

from tests.builders import Person
from tests.places import add_project, house_of
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


def test_what_two_changed_differently_is_shown_before_it_is_replaced(alice: Person) -> None:
    id = add_project(alice, "Household")
    stale = alice.browser.open(f"/projects/{id}/edit")
    alice.browser.submit("#project-form", name="Home", hue="3")
    alice.browser.page = stale

    conflict = alice.browser.submit("#project-form", name="House")
    saved = alice.browser.submit("#project-form")

    assert conflict.status == 409
    assert conflict.words(".choice__text") == ["House", "Home"]
    assert saved.words("h1") == ["House"]
    assert "hue-3" in saved.one("#project")["class"]


def test_every_colour_has_a_name_of_its_own() -> None:
    assert len(set(HUE_NAMES)) == HUES
