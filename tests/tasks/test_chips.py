"""What is shown of a line while it is typed, and the names that are offered behind signs."""

import pytest

from tests.arranging import a_project, a_section
from tests.builders import Person
from tests.pages import Page

from .typing import inbox_of, sunday

__all__ = ["sunday"]

pytestmark = pytest.mark.usefixtures("sunday")


def test_each_chip_says_what_it_was_understood_as_and_how_to_undo_it(alice: Person) -> None:
    page = typed(alice, "Tiles on friday p2 @shop")

    assert page.words(".reading__chip bdi") == ["Fri 27 Nov", "Priority 2", "@shop"]
    assert [chip["data-escapes"] for chip in page.all("[data-escapes]")] == ["6 9", "16"]


def test_offsets_are_those_of_scripts(alice: Person) -> None:
    page = typed(alice, "🎄🎁 tomorrow")

    assert page.one("[data-escapes]")["data-escapes"] == "5"


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({}, "Inbox"),
        ({"place": "project-{home}"}, "Household"),
        ({"place": "section-{kitchen}"}, "Household / Kitchen"),
        ({"day": "today"}, "Today · Inbox"),
        ({"day": "today", "title": "Tiles #household"}, "Today · Household"),
        ({"day": "today", "title": "Tiles tomorrow"}, "Inbox"),
        ({"place": "project-{home}", "title": "Tiles #inbox"}, "Inbox"),
        ({"title": "Tiles #household /kitchen"}, "Household / Kitchen"),
        ({"place": "project-4711"}, "Inbox"),
        ({"place": "nonsense"}, "Inbox"),
    ],
)
def test_it_says_where_the_task_will_go(alice: Person, fields: dict[str, str], where: str) -> None:
    home = a_project(alice, "Household")
    ids = {"home": home, "kitchen": a_section(alice, home, "Kitchen")}

    page = typed(alice, **{"title": "Tiles", **{name: text.format(**ids) for name, text in fields.items()}})

    assert page.words(".reading__where bdi") == [where]


def test_an_impossible_date_stays_with_a_quiet_hint(alice: Person) -> None:
    page = typed(alice, "Party on 31 feb")

    assert page.all(".reading__chip") == []
    assert page.words(".reading__hint")[0].startswith("31 feb")


@pytest.mark.parametrize("title", ["", "   ", "x" * 10_001])
def test_nothing_is_said_of_what_is_no_line(alice: Person, title: str) -> None:
    assert typed(alice, title).words(".reading") == [""]


def test_a_chosen_offer_stays_chosen_while_the_line_grows(alice: Person) -> None:
    page = typed(alice, "Dig #Garden @x soon", create="#Garden")

    assert [box.has_attr("checked") for box in page.all("input[name=create]")] == [True, False]


def test_without_htmx_the_page_has_the_form_with_the_chips_in_it(alice: Person) -> None:
    alice.browser.open("/tasks/new")
    form = alice.browser.current.one("#create-form")
    form["action"] = "/tasks/chips"

    page = alice.browser.submit("#create-form", title="Tiles tomorrow")

    assert page.words("#create-form .reading__chip bdi") == ["Tomorrow"]
    assert page.one("#new-title")["value"] == "Tiles tomorrow"


def test_nobody_sees_names_of_others(alice: Person, mallory: Person) -> None:
    a_section(alice, a_project(alice, "Household"), "Kitchen")
    alice.has_label("shop")

    mine = mallory.browser.open("/tasks/names").words("[role=option] bdi")
    hers = alice.browser.open("/tasks/names").words("[role=option] bdi")

    assert (mine, hers) == (["Inbox"], ["Inbox", "Household", "Kitchen", "shop"])


def test_a_line_without_signs_asks_for_no_names(alice: Person, queries: list[str]) -> None:
    alice.browser.open("/tasks")
    queries.clear()

    alice.browser.partial("POST", "/tasks/chips", {"title": "Bread tomorrow at 9"})

    assert len(queries) == 1, queries  # visitor


def test_each_kind_of_name_costs_one_query(alice: Person, queries: list[str]) -> None:
    home = a_project(alice, "Household")
    a_section(alice, home, "Kitchen")
    for number in range(30):
        a_project(alice, f"Project {number}")
    alice.has_label("shop")
    alice.browser.open("/tasks")
    queries.clear()

    alice.browser.partial("POST", "/tasks/chips", {"title": "Tiles #Household /Kitchen @shop %x"})

    assert len(queries) == 4, queries  # visitor, projects, sections, labels


def test_adding_with_names_reads_them_before_it_writes(alice: Person, queries: list[str]) -> None:
    home = a_project(alice, "Household")
    alice.has_label("shop")
    alice.browser.open(f"/projects/{inbox_of(alice)}")
    queries.clear()

    alice.browser.partial(
        "POST", "/tasks", {"title": "Tiles #Household @shop p1", "place": f"project-{home}"}
    )

    reads = [statement.startswith("SELECT") for statement in queries[:3]]
    assert reads == [True, True, True]  # visitor, projects, labels
    assert len(queries) == 19, "\n".join(queries)


def typed(person: Person, title: str, **fields: str) -> Page:
    person.browser.open("/tasks")
    return person.browser.partial("POST", "/tasks/chips", {"title": title, **fields})
