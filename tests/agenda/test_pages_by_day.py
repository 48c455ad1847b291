"""Pages of tasks by day: no gap, no repetition, a fixed number of queries."""

from datetime import time

import pytest

from tests.builders import Person
from webapp.tasks.rows import PAGE

from .planning import DAY, TODAY, days, parts, planned

pytestmark = pytest.mark.usefixtures("at_noon")


def test_each_list_is_paged_by_itself_without_gap_or_repetition(alice: Person) -> None:
    old = [planned(alice, f"Old {number}", TODAY - (PAGE - number // 2) * DAY) for number in range(PAGE + 1)]
    new = [planned(alice, f"New {number}", at=time(number // 3)) for number in range(PAGE + 2)]

    page = alice.browser.open("/today")
    more_old = alice.browser.follow("#overdue-more-link")
    alice.browser.open("/today")
    more_new = alice.browser.follow("#today-more-link")

    first, rest = parts(page), [*more_old.titles, *more_new.titles]
    assert len(first["overdue"]) == len(first["today"]) + len(first.get("evening", [])) == PAGE
    assert len({*page.titles, *rest}) == len(page.titles) + len(rest) == len(old) + len(new)
    assert more_new.all("#today-more-link") == []


def test_a_further_page_comes_row_by_row_into_the_parts(alice: Person) -> None:
    for number in range(PAGE):
        planned(alice, f"Early {number}", at=time(9))
    planned(alice, "Evening", at=time(20))
    planned(alice, "Any time")
    page = alice.browser.open("/today")

    more = alice.browser.partial("GET", str(page.one("#today-more-link")["href"]))

    found = {str(part["hx-target"]): part.select(".task__title") for part in more.all("hx-partial")}
    assert {target: [title.get_text() for title in titles] for target, titles in found.items()} == {
        "#today-list": ["Any time"],
        "#evening-list": ["Evening"],
    }


@pytest.mark.parametrize("page", ["today", "upcoming"])
@pytest.mark.parametrize(
    "after",
    ["", "x", "2026-02-31_-_1.0_1", "2026-11-22_2500_1.0_1", "2026-11-22_-_1.0", "2026-11-22_-_inf_1"],
)
def test_a_cursor_that_none_of_its_pages_gave_leads_nowhere(alice: Person, page: str, after: str) -> None:
    assert alice.browser.open(f"/{page}?after={after}").status == 404


def test_it_costs_a_fixed_number_of_queries(alice: Person, queries: list[str]) -> None:
    for number in range(2 * PAGE):
        planned(alice, f"Task {number}", TODAY - number % 2 * DAY)
    queries.clear()

    alice.browser.open("/today")

    assert len(queries) == 6, queries  # visitor, overdue, today, counts, projects, labels


def test_pages_follow_each_other_without_gap_or_repetition_also_within_a_day(alice: Person) -> None:
    for number in range(2 * PAGE + 1):
        planned(alice, f"Task {number:03}", TODAY + number // 60 * 20 * DAY, time(number % 60 // 20))
    expected = [f"Task {number:03}" for number in range(2 * PAGE + 1)]

    seen = [alice.browser.open("/upcoming").titles]
    while alice.browser.current.all("#upcoming-more-link"):
        seen.append(alice.browser.follow("#upcoming-more-link").titles)

    assert [len(page) for page in seen] == [PAGE, PAGE, 1]
    assert [title for page in seen for title in page] == expected


def test_a_further_page_goes_on_with_the_day_and_brings_the_next_ones_empty_or_not(alice: Person) -> None:
    for number in range(PAGE + 1):
        planned(alice, f"Tomorrow {number}", TODAY + DAY)
    planned(alice, "Friday", TODAY + 5 * DAY)
    page = alice.browser.open("/upcoming")

    more = alice.browser.partial("GET", str(page.one("#upcoming-more-link")["href"]))

    parts = more.all("hx-partial")
    assert list(days(page, empty=True)) == ["day-2026-11-22", "day-2026-11-23"]
    assert parts[0]["hx-target"] == "#day-2026-11-23-list"
    assert [title.get_text() for title in parts[0].select(".task__title")] == [f"Tomorrow {PAGE}"]
    following = [str(day["id"]) for part in parts[1:] for day in part.select(".day")]
    assert following == [f"day-{TODAY + number * DAY}" for number in range(2, 14)]


def test_the_overdue_is_paged_by_itself(alice: Person) -> None:
    for number in range(PAGE + 1):
        planned(alice, f"Late {number}", TODAY - DAY)
    page = alice.browser.open("/upcoming")

    more = alice.browser.follow("#overdue-more-link")

    assert len(page.titles) == PAGE
    assert more.titles == [f"Late {PAGE}"]


def test_upcoming_costs_a_fixed_number_of_queries(alice: Person, queries: list[str]) -> None:
    for number in range(2 * PAGE):
        planned(alice, f"Task {number}", TODAY + (number - 5) * DAY)
    queries.clear()

    alice.browser.open("/upcoming")

    assert len(queries) == 6, queries  # visitor, overdue, days, week, projects, labels


@pytest.mark.parametrize("path", ["/today", "/upcoming"])
def test_a_page_that_comes_anew_leaves_the_focus_where_it_is(alice: Person, path: str) -> None:
    page = alice.browser.open(path)

    anew = alice.browser.partial("GET", path)

    assert [field["id"] for field in page.all("[autofocus]")] == ["new-title"]
    assert anew.all("[autofocus]") == []
    assert anew.one("#new-title")
