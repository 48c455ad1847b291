"""Reading the line of a task again: kept as text, piece by piece, or with names that are made for it."""

from datetime import date

import pytest

from tests.arranging import a_project
from tests.builders import Person

from .typing import add, newest, sunday

__all__ = ["sunday"]

pytestmark = pytest.mark.usefixtures("sunday")


def test_an_unknown_name_stays_and_is_offered(alice: Person) -> None:
    page = add(alice, "Dig #Garden today @outside")

    assert page.titles == ["Dig #Garden @outside"]
    assert page.words(".toast button[name=offer]") == ["Create #Garden", "Create @outside"]


def test_making_an_offered_project_moves_the_task_there(alice: Person) -> None:
    add(alice, "Dig #Garden today @outside")

    page = alice.browser.press("button[name=offer]:first-of-type")

    assert page.toast == "Created #Garden for “Dig @outside”."
    assert page.words(".task__project") == ["Garden"]
    assert page.words(".toast button[name=offer]") == ["Create @outside"]


def test_making_it_is_one_change_that_can_be_undone(alice: Person) -> None:
    add(alice, "Dig #Garden")
    alice.browser.press("button[name=offer]")

    page = alice.browser.press("#undo")

    assert page.titles == ["Dig #Garden"]
    assert page.words(".places__name") == []


def test_an_offered_section_and_label_can_be_made_too(alice: Person) -> None:
    home = a_project(alice, "Household")
    add(alice, 'Tiles #Household /"Living room" @shop')

    alice.browser.press("button[name=offer]:first-of-type")
    alice.browser.press("button[name=offer]")

    page = alice.browser.open(f"/projects/{home}")
    assert (newest(alice).title, page.words("section .task__title")) == ("Tiles", ["Tiles"])
    assert page.words(".task__label") == ["shop"]


def test_a_name_that_is_taken_by_then_says_so(alice: Person) -> None:
    page = add(alice, "Dig #Garden")
    button = page.one("button[name=offer]")
    a_project(alice, "Garden")

    answer = alice.browser.partial(
        "POST", str(button["hx-post"]), {str(button["name"]): str(button["value"])}
    )

    assert (answer.status, answer.toast) == (422, "There is something of this name by now. Reload the page.")


def test_keep_as_text_saves_the_raw_line_and_takes_the_rest_back(alice: Person) -> None:
    alice.has_label("shop")
    a_project(alice, "Household")
    line = "Tiles tomorrow at 4pm p2 @shop #Household"
    add(alice, line)

    page = alice.browser.press("#keep-as-text")

    task = newest(alice)
    assert (task.title, task.priority, task.due_on, task.due_time) == (line, 4, None, None)
    assert page.words(f"#task-{task.id} .task__meta") == []
    assert page.toast == f"Kept “{line}” as text."


def test_keep_as_text_is_one_change(alice: Person) -> None:
    alice.has_label("shop")
    a_project(alice, "Household")
    add(alice, "Tiles tomorrow p2 @shop #Household")
    alice.browser.press("#keep-as-text")

    alice.browser.press("#undo")

    page = alice.browser.open("/tasks")
    assert (newest(alice).title, newest(alice).due_on) == ("Tiles", date(2026, 11, 23))
    assert page.words(".task__meta") == ["Tomorrow Priority 2 shop Household"]


def test_what_others_have_changed_meanwhile_is_not_taken_back(alice: Person, bob: Person) -> None:
    add(alice, "Tiles tomorrow p2")
    (id, path) = newest(alice).id, str(alice.browser.current.one("#keep-as-text")["hx-post"])
    bob.browser.open("/tasks")
    bob.browser.partial("PUT", f"/tasks/{id}/title", {"title": "Better tiles", "version": "1"})

    answer = alice.browser.partial("POST", path, {"kept": "all"})

    assert (answer.status, answer.toast) == (422, "It was changed meanwhile. Open it to change it.")
    assert newest(alice).title == "Better tiles"


def test_each_chip_of_the_page_that_follows_goes_back_to_text(alice: Person) -> None:
    page = add(alice, "Call on friday about p1")
    assert page.words(".toast .reading__chip bdi") == ["Fri 27 Nov", "Priority 1"]

    page = alice.browser.press(".reading__chip.priority-1")

    task = newest(alice)
    assert (task.title, task.priority, task.due_on) == ("Call about p1", 4, date(2026, 11, 27))
    assert page.words(".toast .reading__chip bdi") == ["Fri 27 Nov"]


def test_keep_as_text_leaves_the_day_and_place_of_the_list_in_which_it_was_typed(alice: Person) -> None:
    home, _ = a_project(alice, "Household"), a_project(alice, "Garden")
    add(alice, "Dig tomorrow #Garden", "/today")
    alice.browser.press("#keep-as-text")
    kept_today = newest(alice)

    add(alice, "Tiles #Garden", f"/projects/{home}")
    alice.browser.press("#keep-as-text")

    assert (kept_today.title, kept_today.due_on) == ("Dig tomorrow #Garden", date(2026, 11, 22))
    assert (newest(alice).title, newest(alice).project_id) == ("Tiles #Garden", home)
