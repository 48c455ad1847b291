"""The month from which a day is picked, and what words are read as while they are typed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from flask import Flask

from tests.builders import Person, make_person

from .picks import NOON, dates_of, pick


@pytest.fixture(autouse=True)
def _sunday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def id(alice: Person) -> int:
    return alice.has("Book the boiler service")[0]


@pytest.mark.parametrize(
    ("week_start", "heads", "first"), [("0", "Monday", "2026-10-26"), ("6", "Sunday", "2026-11-01")]
)
def test_a_month_begins_its_weeks_as_the_person_does(
    alice: Person, id: int, week_start: str, heads: str, first: str
) -> None:
    alice.browser.open("/settings")
    alice.browser.submit("form[action='/settings']", week_start=week_start)

    page = alice.browser.open(f"/tasks/{id}/date")

    assert page.all(".month__days th")[0]["abbr"] == heads
    assert page.all(".month__day")[0]["value"] == first
    assert {len(week.select("td")) for week in page.all(".month__days tbody tr")} == {7}


def test_a_month_marks_today_and_the_day_that_is_chosen(alice: Person, id: int) -> None:
    pick(alice, id, when="friday")

    page = alice.browser.open(f"/tasks/{id}/date")

    assert page.one(".month__day[aria-current=date]")["aria-label"] == "Sunday 22 November 2026"
    assert page.one(".month__day[aria-pressed=true]")["aria-label"] == "Friday 27 November 2026"


def test_one_leafs_through_months_and_still_gets_back(alice: Person, id: int) -> None:
    alice.browser.open("/tasks/active")
    alice.browser.follow(f"#task-{id} .task__action--date")

    alice.browser.follow("#picker-month-after")
    december = alice.browser.follow("#picker-month-after")
    page = alice.browser.press(".month__day[value='2027-01-15']")

    assert december.words(".month__name") == ["January 2027"]
    assert page.path == "/tasks/active"
    assert dates_of(alice, id) == (date(2027, 1, 15), None, None, None, None)


@pytest.mark.parametrize(("month", "links"), [("1900-01", ["Month after"]), ("9999-12", ["Month before"])])
def test_the_calendar_has_ends(alice: Person, id: int, month: str, links: list[str]) -> None:
    page = alice.browser.open(f"/tasks/{id}/date?month={month}")

    assert [link["aria-label"] for link in page.all(".month__step")] == links


@pytest.mark.parametrize("month", ["", "soon", "2026-13", "1899-12", "2026-11-05", "٢٠٢٦-١١"])
def test_a_month_that_is_none_is_this_one(alice: Person, id: int, month: str) -> None:
    page = alice.browser.open(f"/tasks/{id}/date?month={month}")

    assert (page.status, page.words(".month__name")) == (200, ["November 2026"])


@pytest.mark.parametrize(
    ("zone", "instant", "today"),
    [
        ("Pacific/Kiritimati", datetime(2026, 11, 22, 10, 0, tzinfo=UTC), "2026-11-23"),
        ("Etc/GMT+12", datetime(2026, 11, 22, 11, 59, tzinfo=UTC), "2026-11-21"),
    ],
)
def test_today_is_the_day_where_the_person_is(app: Flask, zone: str, instant: datetime, today: str) -> None:
    with time_machine.travel(instant, tick=False):
        person = make_person(app, "Zoe", time_zone=zone)
        (id,) = person.has("Book the boiler service")

        page = person.browser.open(f"/tasks/{id}/date")

    assert page.one("[aria-current=date]")["value"] == today
    assert page.all(".picker__shortcut")[0]["value"] == today


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("next friday 9am", "reads as Fri 27 Nov, 09:00"),
        ("tomorrow", "reads as Tomorrow"),
        ("27 nov at 9am for 45 min", "reads as Fri 27 Nov, 09:00, 45 min"),
        ("{friday}", "reads as deadline Fri 27 Nov"),
        ("blue moon", "not understood as a date"),
        ("", ""),
    ],
)
def test_words_are_read_while_they_are_typed(alice: Person, typed: str, said: str) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("GET", f"/tasks/date/reading?when={typed}")

    assert answer.words("#picker-reading") == [said]


def test_what_one_may_write_is_told_by_examples_that_are_understood(alice: Person) -> None:
    page = alice.browser.open("/tasks/date/reading")

    assert all(said.get_text() for said in page.all(".picker__examples dd"))
