"""All of a day, or of what is overdue, is selected at once."""

from datetime import time
from urllib.parse import urlencode

import pytest
import time_machine

from tests.builders import Person

from .planning import DAY, NOON, TODAY, blocked, planned

pytestmark = pytest.mark.usefixtures("at_noon")


def named(person: Person, at: str, list: str) -> tuple[int, list[int]]:
    """The ids that the bar is told of when all of a list is selected, behind the status of the answer."""
    person.browser.open(at)
    answer = person.browser.partial("GET", f"/tasks/selection?{urlencode({'at': at, 'list': list})}")
    return answer.status, [int(str(field["value"])) for field in answer.all("[name=ids]")]


def test_each_part_of_today_is_selected_by_itself(alice: Person) -> None:
    old, older = planned(alice, "Old", TODAY - DAY), planned(alice, "Older", TODAY - 9 * DAY)
    late, early = planned(alice, "Late", at=time(15)), planned(alice, "Early", at=time(9))
    evening, waiting = planned(alice, "Evening", at=time(19)), planned(alice, "Waiting")
    blocked(alice, waiting, old)
    planned(alice, "Tomorrow", TODAY + DAY)

    assert named(alice, "/today", "overdue-list") == (200, [older, old])
    assert named(alice, "/today", "today-list") == (200, [early, late])
    assert named(alice, "/today", "evening-list") == (200, [evening])


def test_a_day_of_what_comes_up_is_selected_with_what_waits_and_deadlines(alice: Person) -> None:
    friday = TODAY + 5 * DAY
    old, one = planned(alice, "Old", TODAY - DAY), planned(alice, "One", friday)
    two = planned(alice, "Two", friday + DAY, deadline_on=friday)
    blocked(alice, one, old)

    assert named(alice, "/upcoming", "overdue-list") == (200, [old])
    assert named(alice, f"/upcoming?start={friday}", f"day-{friday}-list") == (200, [one, two])
    assert named(alice, "/upcoming", f"day-{friday + DAY}-list") == (200, [])


def test_a_day_of_what_is_done_is_selected(alice: Person) -> None:
    with time_machine.travel(NOON - DAY, tick=False):
        (before,) = alice.has("Before", completed=True)
    ids = alice.has("One", "Two", completed=True)

    assert named(alice, "/completed", f"done-{TODAY - DAY}-list") == (200, [before])
    assert sorted(named(alice, "/completed", f"done-{TODAY}-list")[1]) == ids


@pytest.mark.parametrize(
    ("at", "list"),
    [
        ("/today", "task-list"),
        ("/today", "day-2026-11-22-list"),
        ("/upcoming", "day-2026-11-21-list"),
        ("/upcoming", "day-2026-02-31-list"),
        ("/upcoming", "day-9999-12-31-list"),
        ("/completed", "done-9999-12-31-list"),
        ("/completed", "done-0001-01-01-list"),
        ("/completed", ""),
    ],
)
def test_a_list_that_is_not_there_is_not_found(alice: Person, at: str, list: str) -> None:
    assert named(alice, at, list)[0] == 404


def test_no_stranger_s_task_is_selected(alice: Person, mallory: Person) -> None:
    planned(alice, "Hers")

    assert named(mallory, "/today", "today-list") == (200, [])


@pytest.mark.parametrize(
    ("at", "lists"),
    [
        ("/today", ["overdue-list", "today-list", "evening-list"]),
        ("/upcoming", ["overdue-list", *(f"day-{TODAY + days * DAY}-list" for days in range(14))]),
    ],
)
def test_every_list_leads_to_its_selection(alice: Person, at: str, lists: list[str]) -> None:
    planned(alice, "Old", TODAY - DAY)
    planned(alice, "New")

    links = alice.browser.open(at).all("a[data-select]")

    assert [str(link["href"]) for link in links] == [
        f"/tasks/selection?{urlencode({'at': at, 'list': list}, safe='/')}" for list in lists
    ]
