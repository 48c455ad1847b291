"""In its project a task that starts later stands under “Later”, until its day has come."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine

from tests.arranging import acting
from tests.builders import Person
from tests.pages import Page
from tests.places import add_project, add_sections, add_tasks
from webapp.tasks.models import Task
from webapp.tasks.rows import PAGE

NOON = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _sunday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def garden(alice: Person) -> int:
    return add_project(alice, "Garden", hue=3)


def lists(page: Page) -> dict[str, list[str]]:
    found = {
        str(ul["id"]): [title.get_text() for title in ul.select(".task__title")]
        for ul in page.all("ul.tasks")
    }
    return {id: titles for id, titles in found.items() if titles}


def starts(person: Person, id: int, day: date | None) -> None:
    with acting(person) as (session, user):
        task = session.get_one(Task, (user.workspace_id, id))
        task.edit(session, {"start_on": day}, task.version, by=user, now=NOON)


def test_what_starts_later_stands_apart_whatever_its_section(alice: Person, garden: int) -> None:
    (beds,) = add_sections(alice, garden, "Beds")
    dig, plant = add_tasks(alice, ["Dig", "Plant the garlic"], garden, beds)
    (order,) = add_tasks(alice, ["Order seeds"], garden)
    starts(alice, plant, MONDAY)
    starts(alice, order, MONDAY)

    page = alice.browser.open(f"/projects/{garden}")

    later = ["Plant the garlic", "Order seeds"]
    found = lists(page)
    assert {id: sorted(titles) for id, titles in found.items()} == {
        f"section-{beds}-list": ["Dig"],
        "later-list": sorted(later),
    }
    assert page.words("#task-count") == ["3 tasks left"]
    assert page.words(f"#section-{beds}-count") == ["1 open"]
    assert page.words(f"#task-{plant} time") == ["starts tomorrow"]
    assert dig


def test_on_its_day_it_stands_where_it_belongs(alice: Person, garden: int) -> None:
    (plant,) = add_tasks(alice, ["Plant the garlic"], garden)
    starts(alice, plant, MONDAY)

    with time_machine.travel(datetime(2026, 11, 23, 0, 0, tzinfo=UTC), tick=False):
        page = alice.browser.open(f"/projects/{garden}")

    assert lists(page) == {"project-list": ["Plant the garlic"]}


def test_what_is_done_is_not_later(alice: Person, garden: int) -> None:
    (plant,) = add_tasks(alice, ["Plant the garlic"], garden)
    starts(alice, plant, MONDAY)
    alice.browser.open("/tasks")
    alice.browser.partial("POST", f"/tasks/{plant}/completion")

    page = alice.browser.open(f"/projects/{garden}?done=1")

    assert lists(page) == {"project-list": ["Plant the garlic"]}


def test_a_row_moves_between_its_list_and_later_as_its_start_is_picked(alice: Person, garden: int) -> None:
    (plant,) = add_tasks(alice, ["Plant the garlic"], garden)
    alice.browser.open(f"/projects/{garden}")

    away = alice.browser.partial("PUT", f"/tasks/{plant}/date", {"version": "1", "start_on": "2026-11-23"})
    back = alice.browser.partial("PUT", f"/tasks/{plant}/date", {"version": "2", "day": "2026-11-22"})

    for answer, target in ((away, "#later-list"), (back, "#project-list")):
        parts = [(str(part["hx-swap"]), str(part["hx-target"])) for part in answer.all("hx-partial")][:2]
        assert parts == [("delete", f"#task-{plant}"), ("upsert key:data-order", target)]


def test_more_than_a_page_of_later_tasks_is_paged(alice: Person, garden: int) -> None:
    ids = add_tasks(alice, [f"Later {number}" for number in range(PAGE + 2)], garden)
    for id in ids:
        starts(alice, id, MONDAY)

    first = alice.browser.open(f"/projects/{garden}")
    second = alice.browser.follow("#later-more-link")

    assert (len(lists(first)["later-list"]), len(lists(second)["later-list"])) == (PAGE, 2)


def test_a_folded_section_hides_nothing_that_starts_later(alice: Person, garden: int) -> None:
    (beds,) = add_sections(alice, garden, "Beds")
    (plant,) = add_tasks(alice, ["Plant the garlic"], garden, beds)
    starts(alice, plant, MONDAY)
    alice.browser.open(f"/projects/{garden}")

    page = alice.browser.press(f"#section-{beds}-fold")

    assert lists(page) == {"later-list": ["Plant the garlic"]}
