"""Adding, renaming, moving and folding sections, by their forms and buttons."""

import pytest

from tests.builders import Person, make_person
from tests.pages import Browser, Page
from tests.places import add_project, add_sections, add_tasks, admit, house_of


@pytest.fixture
def household(alice: Person) -> int:
    return add_project(alice, "Household")


def sections(page: Page) -> list[str]:
    return page.words(".section__name")


def undo_last(person: Person) -> None:
    person.browser.partial("POST", "/history/undo")


def test_a_section_is_added_at_the_end(alice: Person, household: int) -> None:
    add_sections(alice, household, "Kitchen")
    alice.browser.open(f"/projects/{household}")

    page = alice.browser.submit("#section-new", name=" Bath ")

    assert sections(page) == ["Kitchen", "Bath"]
    assert page.toast == "Added the section."


def test_a_section_is_added_right_above_another(alice: Person, household: int) -> None:
    _, bath = add_sections(alice, household, "Kitchen", "Bath")
    alice.browser.open(f"/projects/{household}")
    alice.browser.follow(f"a[href$='sections/new?before={bath}']")

    page = alice.browser.submit(f"#section-new-{bath}", name="Hall")

    assert sections(page) == ["Kitchen", "Hall", "Bath"]


def test_a_section_that_is_sent_twice_is_added_once(alice: Person, household: int) -> None:
    form = alice.browser.open(f"/projects/{household}")
    alice.browser.submit("#section-new", name="Bath")
    alice.browser.page = form

    page = alice.browser.submit("#section-new", name="Bath")

    assert sections(page) == ["Bath"]
    assert page.toast == "This section was added already."


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (" ", "A section needs a name."),
        ("x" * 121, "Use at most 120 characters."),
        ("KÜCHE", "There is a section “KÜCHE” in this project already."),
        ("Ku\u0308che", "There is a section “Küche” in this project already."),
        ("Ｋü\uff43\uff48\uff45", "There is a section “Ｋüｃｈｅ” in this project already."),
    ],
)
def test_a_bad_name_is_said_beside_the_field_and_stays_in_it(
    alice: Person, household: int, name: str, said: str
) -> None:
    add_sections(alice, household, "Küche", "Bath")
    before = house_of(alice)
    alice.browser.open(f"/projects/{household}")
    new = alice.browser.submit("#section-new", name=name)
    bath = alice.browser.open(f"/projects/{household}").all(".section")[1]["id"]
    alice.browser.follow(f"#{bath}-name-link")

    renamed = alice.browser.submit(f"#{bath}-name", name=name)

    for page, field in ((new, "section-new-field"), (renamed, f"{bath}-name-field")):
        assert page.status == 422
        assert page.words(f"#{page.one(f'#{field}')['aria-describedby']}") == [said]
        assert page.one(f"#{field}")["value"] == name
    assert house_of(alice) == before


def test_the_same_name_may_stand_in_another_project(alice: Person, household: int) -> None:
    add_sections(alice, add_project(alice, "Garden"), "Someday")
    alice.browser.open(f"/projects/{household}")

    assert sections(alice.browser.submit("#section-new", name="Someday")) == ["Someday"]


def test_renaming_in_place_answers_with_the_name_alone(alice: Person, household: int) -> None:
    (id,) = add_sections(alice, household, "Bath")
    alice.browser.open(f"/projects/{household}")

    form = alice.browser.partial("GET", f"/sections/{id}/edit")
    fields = {"name": "Bathroom", "version": str(form.one("[name=version]")["value"])}
    answer = alice.browser.partial("PUT", f"/sections/{id}", fields)

    assert form.one(f"#section-{id}-name [name=name]")["value"] == "Bath"
    assert {str(part["hx-target"]) for part in answer.all("hx-partial")} == {f"#section-{id}-name", "#toasts"}
    assert answer.words(f"#section-{id}-name") == ["Bathroom"]
    assert "tasks-changed" in answer.headers["HX-Trigger"]
    assert answer.toast == "Renamed “Bathroom”."


def test_cancelling_a_rename_brings_the_name_back(alice: Person, household: int) -> None:
    (id,) = add_sections(alice, household, "Bath")
    alice.browser.open(f"/projects/{household}")

    link = alice.browser.partial("GET", f"/sections/{id}/edit").one("a[data-cancel]")
    answer = alice.browser.partial("GET", str(link["hx-get"]))

    assert answer.words(f"#section-{id}-name") == ["Bath"]


def test_up_and_down_change_places_and_are_undone(alice: Person, household: int) -> None:
    ids = add_sections(alice, household, "One", "Two", "Three")
    before = house_of(alice)
    alice.browser.open(f"/projects/{household}?done=1")

    page = alice.browser.press(f"#section-{ids[2]}-up")

    assert sections(page) == ["One", "Three", "Two"]
    assert page.toast == "Moved “Three” up."
    assert page.path.startswith(f"/projects/{household}?done=1")
    assert sections(alice.browser.press(f"#section-{ids[0]}-down")) == ["Three", "One", "Two"]
    assert alice.browser.press(f"#section-{ids[1]}-down").toast == "“Two” is the last already."
    undo_last(alice)
    undo_last(alice)
    assert house_of(alice) == before


def test_a_folded_section_hides_its_tasks_until_it_is_unfolded(alice: Person, household: int) -> None:
    (id,) = add_sections(alice, household, "Bath")
    add_tasks(alice, ["Mend the tap"], household, id)
    alice.browser.open(f"/projects/{household}")

    folded = alice.browser.press(f"#section-{id}-fold")
    again = Browser(alice.app, alice.browser.token).open(f"/projects/{household}")
    unfolded = alice.browser.press(f"#section-{id}-fold")

    assert folded.titles == again.titles == []
    assert again.one(f"#section-{id}-fold")["aria-expanded"] == "false"
    assert again.words(f"#section-{id}-count") == ["1 open"]
    assert unfolded.titles == ["Mend the tap"]
    assert unfolded.one(f"#section-{id}-fold")["aria-expanded"] == "true"


def test_folding_is_ones_own_and_may_be_done_twice(alice: Person, household: int) -> None:
    (id,) = add_sections(alice, household, "Bath")
    add_tasks(alice, ["Mend the tap"], household, id)
    vera = make_person(alice.app, "Vera").joining(alice, "viewer")
    admit(vera, alice, household, "viewer")
    changes = len(alice.browser.open("/history").all(".history__item"))
    alice.browser.open(f"/projects/{household}")

    answers = [alice.browser.partial("POST", f"/sections/{id}/folding") for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert vera.browser.open(f"/projects/{household}").titles == ["Mend the tap"]
    assert len(alice.browser.open("/history").all(".history__item")) == changes


def test_sections_of_a_deleted_project_are_gone(alice: Person, household: int) -> None:
    (id,) = add_sections(alice, household, "Bath")
    alice.browser.open(f"/projects/{household}")
    alice.browser.press("#project-delete")

    assert alice.browser.open(f"/sections/{id}/edit").status == 404
