"""Adding several tasks at once, one on each line."""

from typing import Any

import pytest

from tests.builders import Person
from tests.houses import project, section
from tests.pages import Browser, Page

from .bringing import house_of, task_called

LINES = "- Bread\n    - [x] Rye\n1. Milk\n"


def look(browser: Browser, text: str, place: str = "") -> Page:
    """Follow “Add several” and look at these lines."""
    browser.open(f"/tasks/several/new?place={place}")
    browser.current.one("#several-form [formaction]")["type"] = "submit"
    form = browser.current.one("#text")
    form.string = text
    return browser.press("#several-form [formaction]")


def test_lines_are_shown_as_they_are_understood(alice: Person) -> None:
    page = look(alice.browser, LINES)

    assert page.one("#text").get_text() == "Bread\n  [x] Rye\nMilk"
    assert page.words(".transfer__row") == ["☐ Bread", "☑ Step, level 2: Done: Rye", "☐ Milk"]
    assert house_of(alice) == {"Inbox": []}


def test_they_are_added_in_one_change_and_undone_in_one(alice: Person) -> None:
    look(alice.browser, LINES)

    page = alice.browser.submit("#several-form")
    added = house_of(alice)
    alice.browser.press("#undo")

    assert page.toast.startswith("Added 3 tasks.")
    assert added == {"Inbox": ["Bread", ["Rye"], "Milk"]}
    assert house_of(alice) == {"Inbox": []}


def test_they_may_be_changed_before_they_are_added(alice: Person) -> None:
    look(alice.browser, LINES)

    alice.browser.submit("#several-form", text="Butter\n  Salt")

    assert house_of(alice) == {"Inbox": ["Butter", ["Salt"]]}


def test_they_may_stay_one_task(alice: Person) -> None:
    look(alice.browser, LINES)

    page = alice.browser.press("#several-form [name=one]")

    assert page.toast.startswith("Added “Bread [x] Rye Milk”.")
    assert house_of(alice) == {"Inbox": ["Bread [x] Rye Milk"]}


def test_what_is_too_long_for_one_title_keeps_its_lines_in_the_notes(alice: Person) -> None:
    look(alice.browser, "First\n" + "word " * 120)

    alice.browser.press("#several-form [name=one]")

    assert task_called(alice, "First").notes == ("word " * 120).strip()


@pytest.mark.parametrize("kind", ["project", "section", "label"])
def test_they_go_where_the_person_was(alice: Person, kind: str) -> None:
    id = project(alice, "Garden")
    place = {
        "project": f"project-{id}",
        "section": f"section-{section(alice, id, 'Beds')}",
        "label": f"label-{alice.has_label('home')}",
    }[kind]
    page = {"label": f"/labels/{place[6:]}"}.get(kind, f"/projects/{id}")
    alice.browser.open(page)
    link = f".new-task__several[href$='{place}']"
    alice.browser.follow(link)

    back = alice.browser.submit("#several-form", text="Sow\nReap")

    assert back.path == page
    expected: dict[str, Any] = {
        "project": {"Inbox": [], "Garden": ["Sow", "Reap", ("Beds", [])]},
        "section": {"Inbox": [], "Garden": [("Beds", ["Sow", "Reap"])]},
        "label": {"Inbox": ["Sow", "Reap"], "Garden": [("Beds", [])]},
    }
    assert house_of(alice) == expected[kind]
    assert {"Sow", "Reap"} <= set(back.titles)


def test_sent_twice_they_are_added_once(alice: Person) -> None:
    page = look(alice.browser, LINES)

    alice.browser.submit("#several-form")
    alice.browser.page = page
    alice.browser.submit("#several-form")

    assert house_of(alice) == {"Inbox": ["Bread", ["Rye"], "Milk"]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [(" \n", "Write a task on each line."), ("a\n" * 20_001, "It has 20,001 lines"), ("a\0b", "(NUL)")],
)
def test_what_cannot_be_added_is_refused_and_stays(alice: Person, text: str, reason: str) -> None:
    alice.browser.open("/tasks/several/new")

    page = alice.browser.submit("#several-form", text=text)

    assert page.status == 422
    assert reason in page.words("#text-error")[0]
    assert house_of(alice) == {"Inbox": []}


def test_nobody_adds_where_they_may_not(alice: Person, mallory: Person) -> None:
    id = project(alice, "Garden")

    for path in (f"/tasks/several/new?place=project-{id}", "/tasks/several/new?place=nonsense"):
        assert mallory.browser.open(path).status == 404
    mallory.browser.open("/tasks/several/new")
    answer = mallory.browser.submit("#several-form", text="Mine", place=f"project-{id}")

    assert answer.status == 404
    assert house_of(alice) == {"Inbox": [], "Garden": []}
