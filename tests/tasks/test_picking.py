"""The form in which dates are picked: by words, by a shortcut, by its fields."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
import time_machine

from tests.builders import Person

from .picks import FRIDAY, NOON, NOTHING, SATURDAY, dates_of, pick


@pytest.fixture(autouse=True)
def _sunday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def id(alice: Person) -> int:
    return alice.has("Book the boiler service")[0]


def test_words_are_read_and_lead_back_to_where_one_was(alice: Person, id: int) -> None:
    alice.browser.open("/tasks/active")
    alice.browser.follow(f"#task-{id} .task__action--date")

    page = alice.browser.submit("#picker-form", when="next friday 9am")

    assert (page.path, page.toast) == (
        "/tasks/active",
        "Planned “Book the boiler service” for Fri 27 Nov 09:00.",
    )
    assert page.words(f"#task-{id} time") == ["Fri 27 Nov 09:00"]


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("tomorrow", (date(2026, 11, 23), None, None, None, None)),
        ("27 nov 16:00 for 45 min", (FRIDAY, time(16), 45, None, None)),
        ("FRIDAY", (FRIDAY, None, None, None, None)),
        ("9am", (date(2026, 11, 23), time(9), None, None, None)),
        ("{friday}", (None, None, None, FRIDAY, None)),
        ("friday {28 nov} start:27/11", (FRIDAY, None, None, SATURDAY, FRIDAY)),
    ],
)
def test_words_say_all_that_dates_can(alice: Person, id: int, words: str, dates: Any) -> None:
    pick(alice, id, when=words)

    assert dates_of(alice, id) == dates


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("blue moon", "“blue moon” is not understood as a date."),
        ("tomorrow call Jonas", "“tomorrow call Jonas” is not understood as a date."),
        ("every friday", "“every friday” is not understood as a date."),
        ("31 feb", "“31 feb”: "),
        ("#home tomorrow", "“#home tomorrow” is not understood as a date."),
        ("x" * 201, "Use at most 200 characters."),
    ],
)
def test_words_that_are_no_date_are_refused_and_stay(alice: Person, id: int, words: str, reason: str) -> None:
    page = pick(alice, id, when=words)

    assert page.status == 422
    assert page.one("#picker-error").get_text().startswith(reason)
    assert page.one("#picker-when")["value"] == words
    assert dates_of(alice, id) == NOTHING


def test_a_time_alone_keeps_the_day_and_a_day_alone_the_time(alice: Person, id: int) -> None:
    pick(alice, id, when="friday")
    pick(alice, id, when="at 16:00")
    pick(alice, id, when="28 nov")

    assert dates_of(alice, id) == (SATURDAY, time(16), None, None, None)


def test_shortcuts_say_which_day_they_mean(alice: Person, id: int) -> None:
    page = alice.browser.open(f"/tasks/{id}/date")

    assert page.words(".picker__shortcut") == [
        "Today Sun",
        "Tomorrow Mon",
        "Next week Mon 23 Nov",
        "Weekend Sat 28 Nov",
        "No date",
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Today", date(2026, 11, 22)),
        ("Tomorrow", date(2026, 11, 23)),
        ("Next week", date(2026, 11, 23)),
        ("Weekend", SATURDAY),
    ],
)
def test_a_shortcut_picks_its_day_at_once(alice: Person, id: int, name: str, day: date) -> None:
    alice.browser.open(f"/tasks/{id}/date")

    alice.browser.press(f".picker__shortcut:-soup-contains('{name}')")

    assert dates_of(alice, id) == (day, None, None, None, None)


def test_no_date_takes_day_and_time_away_and_can_be_undone(alice: Person, id: int) -> None:
    pick(alice, id, when="friday 9am", deadline_on="2026-11-30")
    alice.browser.open(f"/tasks/{id}/date")

    page = alice.browser.press(".picker__shortcut:-soup-contains('No date')")

    assert page.toast == "“Book the boiler service” has no date."
    assert dates_of(alice, id) == (None, None, None, date(2026, 11, 30), None)
    alice.browser.press("#undo")
    assert dates_of(alice, id) == (FRIDAY, time(9), None, date(2026, 11, 30), None)


def test_a_press_wins_over_words(alice: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/date")

    alice.browser.partial(
        "PUT", f"/tasks/{id}/date", {"version": "1", "when": "gibberish", "day": "2026-11-28"}
    )

    assert dates_of(alice, id) == (SATURDAY, None, None, None, None)


def test_a_press_on_a_day_before_the_start_lets_the_start_go(alice: Person, id: int) -> None:
    pick(alice, id, start_on="2026-11-28")
    alice.browser.open(f"/tasks/{id}/date")

    alice.browser.press(".month__day[value='2026-11-27']")

    assert dates_of(alice, id) == (FRIDAY, None, None, None, None)


@pytest.mark.parametrize(
    ("fields", "where", "reason"),
    [
        ({"due_time": "09:00"}, "#picker-error", "A time needs a day. Choose one."),
        ({"due_time": "25:00"}, "#picker-due_time-error", "Write a time as 09:00, from 00:00 to 23:59."),
        (
            {"due_minutes": "soon"},
            "#picker-due_minutes-error",
            "Write how many minutes it takes, as a number.",
        ),
        ({"deadline_on": "27/11"}, "#picker-deadline_on-error", "Write a day as 2026-11-27, year first."),
        (
            {"deadline_on": "2026-11-27", "start_on": "2026-11-28"},
            "#picker-error",
            "The deadline, Fri 27 Nov 2026, is before the start, Sat 28 Nov 2026.",
        ),
        ({"deadline_on": "0001-01-01"}, "#picker-error", "Choose a day between the years 1900 and 9999."),
    ],
)
def test_what_does_not_fit_is_said_where_it_stands(
    alice: Person, id: int, fields: dict[str, str], where: str, reason: str
) -> None:
    page = pick(alice, id, **fields)

    assert (page.status, page.words(where)) == (422, [reason])
    assert dates_of(alice, id) == NOTHING


def test_nothing_but_fields_is_saved_where_nothing_else_was_said(alice: Person, id: int) -> None:
    pick(alice, id, when="friday")

    pick(alice, id, due_time="16:30", due_minutes="90", deadline_on="2026-11-28", start_on="2026-11-23")

    assert dates_of(alice, id) == (FRIDAY, time(16, 30), 90, SATURDAY, date(2026, 11, 23))
