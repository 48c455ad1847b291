"""What the forms of projects and sections ask, merge and say when somebody else was there in the meantime."""

import pytest
from sqlalchemy import delete

from tests.arranging import a_project, a_section
from tests.builders import Person
from tests.pages import Browser, Page
from tests.places import inbox_id
from tests.tasks.test_choosing import choices
from webapp.activity.models import Activity
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.projects.sections import Section

PROJECT, SECTION = "#project-form", ".section__form"


@pytest.fixture
def id(alice: Person) -> int:
    """A project of Alice's that she has open in its form."""
    id = a_project(alice, "Garden")
    alice.browser.open(f"/projects/{id}/edit")
    return id


def project(person: Person, id: int) -> Project:
    with person.app.app_context():
        return db.session.get_one(Project, (person.workspace_id, id))


def section(person: Person, id: int) -> Section:
    with person.app.app_context():
        return db.session.get_one(Section, (person.workspace_id, id))


def other_tab(person: Person) -> Browser:
    return Browser(person.app, person.browser.token)


def change(person: Person, id: int, **fields: str) -> Page:
    """Let a person save a project in another tab."""
    tab = other_tab(person)
    tab.open(f"/projects/{id}/edit")
    return tab.submit(PROJECT, **fields)


def rename(person: Person, id: int, name: str) -> Page:
    """Let a person rename a section in a tab of its own."""
    tab = other_tab(person)
    tab.open(f"/sections/{id}/edit")
    return tab.submit(SECTION, name=name)


def test_different_fields_of_a_project_merge_and_it_is_said(alice: Person, id: int) -> None:
    house = a_project(alice, "House")
    change(alice, id, hue="5", parent=str(house))

    saved = alice.browser.submit(PROJECT, name="Allotment")

    kept = project(alice, id)
    assert saved.toast == "Saved “Allotment”. Also changed meanwhile: colour and inside by you."
    assert (kept.name, kept.hue, kept.parent_id) == ("Allotment", 5, house)


@pytest.mark.parametrize("name", ["Kitchen Garden", "Garden for herbs", "Kitchen Garden for herbs"])
def test_two_names_of_a_project_are_a_choice_of_three(alice: Person, id: int, name: str) -> None:
    change(alice, id, name="Garden for herbs")

    asked = alice.browser.submit(PROJECT, name="Kitchen Garden")
    saved = alice.browser.submit(PROJECT, name=name)

    assert asked.status == 409
    assert choices(asked) == {"Name": ["Kitchen Garden", "Garden for herbs", "Kitchen Garden for herbs"]}
    assert saved.status == 200
    assert project(alice, id).name == name


def test_every_field_of_a_project_is_a_choice_that_saves_what_is_taken(alice: Person, id: int) -> None:
    house, work = a_project(alice, "House"), a_project(alice, "Work")
    change(alice, id, name="Allotment", emoji="🌱", hue="5", parent=str(house))

    asked = alice.browser.submit(PROJECT, name="Yard", emoji="🌻", hue="17", parent=str(work))
    alice.browser.submit(PROJECT, name="Allotment", hue="5")

    kept = project(alice, id)
    assert choices(asked) == {
        "Name": ["Yard", "Allotment"],
        "Emoji": ["🌻", "🌱"],
        "Colour": ["Blue", "Orange"],
        "Inside": ["Work", "House"],
    }
    assert (kept.name, kept.emoji, kept.hue, kept.parent_id) == ("Allotment", "🌻", 5, work)


def test_what_was_taken_away_and_what_stands_at_the_top_can_be_read(alice: Person) -> None:
    house, work = a_project(alice, "House"), a_project(alice, "Work")
    id = a_project(alice, "Garden")
    change(alice, id, emoji="🌱", parent=str(house))
    alice.browser.open(f"/projects/{id}/edit")
    change(alice, id, emoji="", parent="0")

    asked = alice.browser.submit(PROJECT, emoji="🌻", parent=str(work))
    alice.browser.submit(PROJECT, emoji="", parent="0")

    assert choices(asked) == {"Emoji": ["🌻", "None"], "Inside": ["Work", "Nothing, at the top"]}
    assert (project(alice, id).emoji, project(alice, id).parent_id) == ("", None)


def test_the_notice_of_a_project_is_announced_and_tells_what_was_merged(alice: Person, id: int) -> None:
    change(alice, id, name="Allotment", hue="5")

    asked = alice.browser.submit(PROJECT, name="Yard")
    alice.browser.submit(PROJECT)

    assert asked.words(f"{PROJECT} [role=alert]") == [
        "You changed this project elsewhere while you were editing. Your text is safe. "
        "Colour was merged; the name needs you."
    ]
    assert asked.one("[autofocus]")["value"] == "Yard"
    assert asked.words(".choice__whose") == ["Yours", "You, elsewhere, just now"]
    assert (project(alice, id).name, project(alice, id).hue) == ("Yard", 5)


def test_a_second_change_of_a_project_during_the_choice_is_asked_about_too(alice: Person, id: int) -> None:
    change(alice, id, name="Allotment")
    alice.browser.submit(PROJECT, name="Yard")
    change(alice, id, name="Orchard", hue="5")

    asked = alice.browser.submit(PROJECT)
    alice.browser.submit(PROJECT)

    assert choices(asked) == {"Name": ["Yard", "Orchard"]}
    assert (project(alice, id).name, project(alice, id).hue) == ("Yard", 5)


def test_without_its_history_a_project_asks_about_all_that_differs(alice: Person, id: int) -> None:
    change(alice, id, name="Allotment", hue="5")
    with alice.app.app_context(), writing() as session:
        session.execute(delete(Activity).where(Activity.workspace_id == alice.workspace_id))

    asked = alice.browser.submit(PROJECT, name="Yard")
    alice.browser.submit(PROJECT, name="Allotment", hue="5")

    assert asked.status == 409
    assert list(choices(asked)) == ["Name", "Colour"]
    assert (project(alice, id).name, project(alice, id).hue) == ("Allotment", 5)


def test_a_name_that_is_taken_during_the_choice_is_said_beside_it(alice: Person, id: int) -> None:
    a_project(alice, "House")
    change(alice, id, name="Allotment")
    alice.browser.submit(PROJECT, name="Yard")

    refused = alice.browser.submit(PROJECT, name="House")

    assert refused.status == 422
    assert refused.one("#name")["value"] == "House"
    assert refused.words("#name-error") == ["There is a project “House” already."]


@pytest.mark.parametrize("name", ["Small Kitchen", "Kitchen upstairs", "Small Kitchen upstairs"])
def test_two_names_of_a_section_are_a_choice_of_three(alice: Person, bob: Person, name: str) -> None:
    kitchen = a_section(alice, inbox_id(alice), "Kitchen")
    alice.browser.open(f"/sections/{kitchen}/edit")
    rename(bob, kitchen, "Kitchen upstairs")

    asked = alice.browser.submit(SECTION, name="Small Kitchen")
    saved = alice.browser.submit(SECTION, name=name)

    assert asked.status == 409
    assert choices(asked) == {"Name": ["Small Kitchen", "Kitchen upstairs", "Small Kitchen upstairs"]}
    assert asked.words(".choice__whose") == ["Yours", "Bob, just now", "Both, merged"]
    assert saved.status == 200
    assert section(alice, kitchen).name == name


def test_a_section_on_its_page_is_asked_about_where_it_stands(alice: Person, id: int) -> None:
    kitchen = a_section(alice, id, "Kitchen")
    alice.browser.open(f"/projects/{id}")
    form = alice.browser.partial("GET", f"/sections/{kitchen}/edit")
    rename(alice, kitchen, "Larder")

    version = str(form.one("[name=version]")["value"])
    asked = alice.browser.partial("PUT", f"/sections/{kitchen}", {"name": "Pantry", "version": version})

    assert asked.status == 409
    assert asked.one(f"form#section-{kitchen}-name [role=alert]")
    assert asked.one("[autofocus]")["value"] == "Pantry"
    assert form.one("form")["hx-status:409"] == f"target:#section-{kitchen}-name swap:outerHTML"
    assert section(alice, kitchen).name == "Larder"


def test_a_section_that_was_moved_meanwhile_takes_its_name_along(alice: Person, id: int) -> None:
    kitchen, house = a_section(alice, id, "Kitchen"), a_project(alice, "House")
    alice.browser.open(f"/sections/{kitchen}/edit")
    tab = other_tab(alice)
    tab.open(f"/sections/{kitchen}/place/edit")
    tab.submit("main form", project=str(house))

    saved = alice.browser.submit(SECTION, name="Pantry")

    assert saved.toast == "Renamed “Pantry”. Also changed meanwhile: project by you."
    assert (section(alice, kitchen).name, section(alice, kitchen).project_id) == ("Pantry", house)


def test_a_section_that_both_call_the_same_is_no_conflict(alice: Person, id: int) -> None:
    kitchen = a_section(alice, id, "Kitchen")
    alice.browser.open(f"/sections/{kitchen}/edit")
    rename(alice, kitchen, "Larder")

    saved = alice.browser.submit(SECTION, name="Larder")

    assert saved.toast == "“Larder” is called so already."


@pytest.mark.parametrize("version", ["", "0", "x", "99", "-1", "9" * 30])
def test_a_section_at_a_version_that_never_was_is_not_overwritten(
    alice: Person, id: int, version: str
) -> None:
    kitchen = a_section(alice, id, "Kitchen")

    alice.browser.open(f"/projects/{id}")
    asked = alice.browser.partial("PUT", f"/sections/{kitchen}", {"name": "Pantry", "version": version})

    assert asked.status == 409
    assert section(alice, kitchen).name == "Kitchen"
