"""Adding by one line: what was understood, where it went, and how it is kept as text."""

from datetime import date, time

import pytest

from tests.arranging import a_project, a_section
from tests.builders import Person

from .typing import add, inbox_of, newest, sunday

__all__ = ["sunday"]

pytestmark = pytest.mark.usefixtures("sunday")


def test_a_line_becomes_a_task_with_all_that_it_says(alice: Person) -> None:
    alice.has_label("shop")

    page = add(alice, "Tiles tomorrow at 16:00 for 45 min p2 @shop {1 dec} start:today")

    task = newest(alice)
    assert (task.title, task.priority) == ("Tiles", 2)
    assert (task.due_on, task.due_time, task.due_minutes) == (date(2026, 11, 23), time(16), 45)
    assert (task.deadline_on, task.start_on) == (date(2026, 12, 1), date(2026, 11, 22))
    assert page.words(f"#task-{task.id} .task__label") == ["shop"]
    assert page.toast == "Added “Tiles”."


def test_one_undo_takes_all_of_it_back(alice: Person) -> None:
    alice.has_label("shop")
    add(alice, "Tiles tomorrow p2 @shop")

    page = alice.browser.press("#undo")

    assert page.titles == []
    assert page.toast.startswith("Undid adding “Tiles”")


def test_the_raw_line_is_kept_in_the_history(alice: Person) -> None:
    add(alice, "Tiles tomorrow p2")
    add(alice, "Bread")

    page = alice.browser.open("/history")

    assert page.words(".history__change") == ["Typed: Tiles tomorrow p2"]


@pytest.mark.parametrize(
    "line",
    [
        "The 9/11 Report",
        "Read  1984",
        "May need to call",
        "every monday bins",
        "Ring +49 170 1234",
        "Ask +Bob",
    ],
)
def test_a_title_that_says_nothing_else_stays_as_it_was_typed(alice: Person, line: str) -> None:
    page = add(alice, line)

    task = newest(alice)
    assert (task.title, task.typed, task.due_on) == (line, None, None)
    assert page.all(".toast button")[0]["id"] == "undo"


def test_a_line_of_nothing_but_dates_is_its_own_title(alice: Person) -> None:
    add(alice, "tomorrow p1")

    task = newest(alice)
    assert (task.title, task.priority, task.due_on) == ("tomorrow p1", 1, date(2026, 11, 23))


def test_days_are_those_of_the_persons_zone(alice: Person) -> None:
    alice.browser.open("/settings")
    alice.browser.submit("form[action='/settings']", time_zone="Pacific/Kiritimati")

    add(alice, "Fireworks tomorrow")

    assert newest(alice).due_on == date(2026, 11, 24)


def test_it_goes_to_the_project_and_section_that_it_names(alice: Person) -> None:
    home = a_project(alice, "Household")
    kitchen = a_section(alice, home, "Kitchen")
    inbox = inbox_of(alice)

    page = add(alice, "Tiles #household /kitchen", f"/projects/{inbox}")

    task = newest(alice)
    assert (task.title, task.project_id, task.section_id) == ("Tiles", home, kitchen)
    assert page.titles == []
    assert page.toast == "Added “Tiles” to Household."
    assert page.one(".toast__text a")["href"] == f"/projects/{home}#task-{task.id}-title"


def test_whoever_adds_to_a_section_has_chosen_it(alice: Person) -> None:
    home, _ = a_project(alice, "Household"), a_project(alice, "Garden")
    kitchen = a_section(alice, home, "Kitchen")

    add(alice, "Dig #Garden p1", f"/projects/{home}", f"#section-{kitchen}-form")

    task = newest(alice)
    assert (task.title, task.section_id, task.priority) == ("Dig #Garden", kitchen, 1)


def test_the_label_of_the_page_is_taken_over_with_those_of_the_line(alice: Person) -> None:
    errand, _ = alice.has_label("errand"), alice.has_label("shop")

    page = add(alice, "Bread @shop", f"/labels/{errand}")

    assert page.words(".task__label") == ["errand", "shop"]


def test_the_same_line_sent_twice_is_added_once(alice: Person) -> None:
    form = {"title": "Dig #Garden p1", "create": "#Garden", "request_key": "a-key"}
    alice.browser.open("/tasks")

    for _ in range(2):
        alice.browser.partial("POST", "/tasks", form)

    assert alice.browser.open("/tasks").titles == ["Dig"]


def test_a_chosen_name_is_made_with_the_task(alice: Person) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/tasks", {"title": "Dig #Garden @x", "create": "#Garden"})

    assert answer.titles == ["Dig @x"]
    assert answer.words(".task__project") == ["Garden"]
    assert alice.browser.open("/history").words(".history__also") == ["Also added “Dig @x”"]
