"""A day begins at midnight on the person’s wall clock, and nothing is remembered over it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from flask import Flask

from tests.builders import Person, make_person

from .planning import DAY, TODAY, names, parts, planned

pytestmark = pytest.mark.usefixtures("at_noon")


@pytest.mark.parametrize(
    ("time_zone", "instant", "title"),
    [
        ("Pacific/Kiritimati", datetime(2026, 11, 21, 9, 59, 59, tzinfo=UTC), "21"),
        ("Pacific/Kiritimati", datetime(2026, 11, 21, 10, tzinfo=UTC), "22"),
        ("Etc/GMT+12", datetime(2026, 11, 22, 11, 59, 59, tzinfo=UTC), "21"),
        ("Etc/GMT+12", datetime(2026, 11, 22, 12, tzinfo=UTC), "22"),
        ("Europe/Zagreb", datetime(2026, 3, 28, 22, 59, 59, tzinfo=UTC), "28"),
        ("Europe/Zagreb", datetime(2026, 3, 28, 23, tzinfo=UTC), "29"),
        ("Europe/Zagreb", datetime(2026, 3, 29, 21, 59, 59, tzinfo=UTC), "29"),
        ("Europe/Zagreb", datetime(2026, 3, 29, 22, tzinfo=UTC), "30"),
        ("Europe/Zagreb", datetime(2026, 10, 24, 22, tzinfo=UTC), "25"),
        ("Europe/Zagreb", datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC), "25"),
        ("Europe/Zagreb", datetime(2026, 10, 25, 23, tzinfo=UTC), "26"),
    ],
)
def test_a_day_begins_at_midnight_where_the_person_is(
    app: Flask, at_noon: Any, time_zone: str, instant: datetime, title: str
) -> None:
    zoe = make_person(app, "Zoe", time_zone=time_zone)
    for day in (21, 22) if instant.month == 11 else (24, 25, 26, 27, 28, 29, 30):
        planned(zoe, f"{day}", date(2026, instant.month, day))
    at_noon.move_to(instant)

    page = zoe.browser.open("/today")

    assert parts(page)["today"] == [title]
    assert page.one("#today-summary time")["datetime"] == f"2026-{instant.month:02}-{title}"


def test_a_page_over_midnight_remembers_nothing_of_the_day_before(alice: Person, at_noon: Any) -> None:
    planned(alice, "First")
    planned(alice, "Second", TODAY + DAY)
    at_noon.move_to(datetime(2026, 11, 22, 23, 59, 59, tzinfo=UTC))
    before = alice.browser.open("/today")
    at_noon.move_to(datetime(2026, 11, 23, tzinfo=UTC))

    after = alice.browser.partial("GET", "/today")

    assert parts(before) == {"today": ["First"]}
    assert before.one("#today")["data-until"] == "2026-11-23T00:00:00+00:00"
    assert parts(after) == {"overdue": ["First"], "today": ["Second"]}


@pytest.mark.parametrize(
    ("time_zone", "instant", "first"),
    [
        ("Pacific/Kiritimati", datetime(2026, 11, 21, 9, 59, 59, tzinfo=UTC), "Today 21 November"),
        ("Pacific/Kiritimati", datetime(2026, 11, 21, 10, tzinfo=UTC), "Today 22 November"),
        ("Etc/GMT+12", datetime(2026, 11, 22, 11, 59, 59, tzinfo=UTC), "Today 21 November"),
        ("Etc/GMT+12", datetime(2026, 11, 22, 12, tzinfo=UTC), "Today 22 November"),
        ("Europe/Zagreb", datetime(2026, 3, 28, 23, tzinfo=UTC), "Today 29 March"),
        ("Europe/Zagreb", datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC), "Today 25 October"),
    ],
)
def test_upcoming_begins_with_the_today_of_the_persons_wall_clock(
    app: Flask, at_noon: Any, time_zone: str, instant: datetime, first: str
) -> None:
    zoe = make_person(app, "Zoe", time_zone=time_zone)
    at_noon.move_to(instant)

    assert names(zoe.browser.open("/upcoming"))[0] == first
