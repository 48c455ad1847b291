"""Selecting on a page of its own, as a browser without scripts does, and all of a list at once."""

from datetime import date, time
from urllib.parse import urlencode

import pytest
import time_machine

from tests.arranging import a_label, a_project
from tests.builders import Person
from tests.houses import task
from tests.pages import Page
from webapp.tasks.models import Task

SUNDAY = "2026-11-22 12:00+00:00"
MONDAY, FRIDAY, DECEMBER = date(2026, 11, 23), date(2026, 11, 27), date(2026, 12, 1)
EIGHT, NINE = time(8), time(9)


def selection(at: str, list: str = "task-list", **more: str) -> str:
    return f"/tasks/selection?{urlencode({'at': at, 'list': list, **more})}"


def dates(person: Person, id: int) -> tuple[date | None, time | None, int | None]:
    found: Task = person.task(id)
    return found.due_on, found.due_time, found.due_minutes


@pytest.mark.parametrize("at", ["/tasks", "/tasks?status=active", "/labels/{label}", "/projects/{project}"])
def test_all_of_a_list_is_ticked_on_the_page_and_named_to_the_bar(alice: Person, at: str) -> None:
    project = a_project(alice, "Work")
    ids = [task(alice, title, project_id=project) for title in ("One", "Two")]
    label = a_label(alice, "home", *ids)
    path = selection(
        at.format(label=label, project=project), "project-list" if "project" in at else "task-list", all="1"
    )

    page = alice.browser.open(path)
    bar = alice.browser.partial("GET", path)

    assert [int(str(box["value"])) for box in page.all(".bulk__list [name=ids][checked]")] == ids
    assert [int(str(field["value"])) for field in bar.all("[name=ids]")] == ids


@time_machine.travel(SUNDAY, tick=False)
def test_the_days_to_choose_are_shown_with_which_they_are(alice: Person) -> None:
    alice.has("One")

    page = alice.browser.open(selection("/tasks"))

    assert page.words(".picker__shortcut") == [
        "Today Sun",
        "Tomorrow Mon",
        "Next week Mon 23 Nov",
        "Weekend Sat 28 Nov",
        "No date",
    ]


@time_machine.travel(SUNDAY, tick=False)
@pytest.mark.parametrize(
    ("asked", "said", "first", "second"),
    [
        (
            {"day": "2026-11-23"},
            " for tomorrow.",
            (MONDAY, EIGHT, 30),
            (MONDAY, None),
        ),
        (
            {"when": "next friday 9am"},
            " for Fri 27 Nov, 09:00.",
            (FRIDAY, NINE, 30),
            (FRIDAY, NINE),
        ),
        (
            {"when": "tomorrow"},
            " for tomorrow.",
            (MONDAY, EIGHT, 30),
            (MONDAY, None),
        ),
        ({"when": "16:00"}, " at 16:00.", (DECEMBER, time(16), 30), (date(2026, 11, 22), time(16))),
        (
            {"when": "next friday 9am", "day": "2026-11-23"},
            " for tomorrow.",
            (MONDAY, EIGHT, 30),
            (MONDAY, None),
        ),
        ({"when": "{friday}"}, ": deadline Fri 27 Nov.", (DECEMBER, EIGHT, 30), (None, None)),
    ],
)
def test_what_is_not_spoken_of_stays_as_it_was(
    alice: Person, asked: dict[str, str], said: str, first: object, second: tuple[object, ...]
) -> None:
    ids = alice.has("One", "Two")
    plan(alice, ids[:1], when="1 dec 8am for 30 min")

    answer = plan(alice, ids, **asked)

    assert answer.toast == f"Planned 2 tasks{said}"
    assert (dates(alice, ids[0]), dates(alice, ids[1])) == (first, (*second, None))


def test_no_date_takes_time_and_duration_along(alice: Person) -> None:
    ids = alice.has("One", "Two")
    plan(alice, ids, when="1 dec 8am for 30 min")

    answer = plan(alice, ids, day="")

    assert answer.toast == "Took the date from 2 tasks."
    assert [dates(alice, id) for id in ids] == [(None, None, None)] * 2


@time_machine.travel(SUNDAY, tick=False)
def test_what_would_not_fit_its_other_dates_stays_and_is_told_of(alice: Person) -> None:
    ids = alice.has("One", "Two", "Three")
    plan(alice, ids[:2], when="{friday}")

    late = plan(alice, ids, when="start:1 dec")
    none = plan(alice, ids[:2], when="start:1 dec")

    assert late.toast == "Planned 1 of 3 tasks: starts Tue 1 Dec; 2 would not fit their other dates."
    assert none.toast == "Nothing was changed: 2 would not fit their other dates."
    assert [alice.task(id).start_on for id in ids] == [None, None, DECEMBER]


@time_machine.travel(SUNDAY, tick=False)
def test_a_day_before_the_start_lets_it_begin(alice: Person) -> None:
    ids = alice.has("One")
    plan(alice, ids, when="start:1 dec")

    plan(alice, ids, day="2026-11-23")

    assert (alice.task(ids[0]).due_on, alice.task(ids[0]).start_on) == (MONDAY, None)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Write when, for example “tomorrow 9am”, or choose a day."),
        ({"when": "  "}, "Write when, for example “tomorrow 9am”, or choose a day."),
        ({"when": "x" * 201}, "Write it in at most 200 characters."),
        (
            {"when": "milk tomorrow"},
            "“milk tomorrow” is not understood as a date. Write, for example, “tomorrow 9am” or “27 nov”.",
        ),
        ({"day": "2026-02-31"}, "Write a day as 2026-11-27, year first."),
        ({"day": "1899-12-31"}, "Choose a day between the years 1900 and 9999."),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(alice: Person, asked: dict[str, str], said: str) -> None:
    ids = alice.has("One")

    answer = plan(alice, ids, **asked)

    assert (answer.status, answer.toast) == (422, said)
    assert dates(alice, ids[0]) == (None, None, None)


def test_without_scripts_all_that_is_ticked_is_planned(alice: Person) -> None:
    ids = alice.has("One", "Two")
    alice.browser.open(selection("/tasks", all="1"))

    page = alice.browser.press(".picker__shortcut[value='']")

    assert (page.path, page.toast) == ("/tasks", "Took the date from 2 tasks.")
    assert [dates(alice, id) for id in ids] == [(None, None, None)] * 2


def plan(person: Person, ids: list[int], **asked: str) -> Page:
    person.browser.open("/tasks")
    return person.browser.partial("POST", "/tasks/selection/date", {"ids": [str(id) for id in ids], **asked})
