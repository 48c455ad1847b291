"""Days as people say them."""

from datetime import date, datetime, time

import pytest

from webapp.tasks.days import day_in_words, due_in_words, for_machines, in_full, is_overdue

NOW = datetime(2026, 11, 22, 16, 5)  # noqa: DTZ001  (a wall clock has no zone)
NINE = time(9)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 21), "Yesterday"),
        (date(2026, 11, 22), "Today"),
        (date(2026, 11, 23), "Tomorrow"),
        (date(2026, 11, 24), "Tue 24 Nov"),
        (date(2026, 11, 27), "Fri 27 Nov"),
        (date(2026, 1, 1), "Thu 1 Jan"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
        (date(9999, 12, 31), "Fri 31 Dec 9999"),
        (date(1, 1, 1), "Mon 1 Jan 1"),
    ],
)
def test_a_day_is_said_as_people_say_it(day: date, words: str) -> None:
    assert day_in_words(day, NOW.date()) == words


def test_the_turn_of_the_year_is_still_tomorrow() -> None:
    assert day_in_words(date(2027, 1, 1), date(2026, 12, 31)) == "Tomorrow"


@pytest.mark.parametrize(
    ("day", "at", "words"),
    [
        (date(2026, 11, 22), None, "Today"),
        (date(2026, 11, 22), NINE, "Today 09:00"),
        (date(2026, 11, 23), NINE, "Tomorrow 09:00"),
        (date(2026, 11, 27), None, "Fri 27 Nov"),
        (date(2026, 11, 27), time(18, 30), "Fri 27 Nov 18:30"),
        (date(2026, 11, 21), None, "1 day overdue"),
        (date(2026, 11, 20), NINE, "2 days overdue"),
        (date(2025, 11, 22), None, "365 days overdue"),
    ],
)
def test_when_a_task_is_due_is_said(day: date, at: time | None, words: str) -> None:
    assert due_in_words(day, at, NOW) == words


@pytest.mark.parametrize(
    ("day", "at", "overdue"),
    [
        (date(2026, 11, 21), None, True),
        (date(2026, 11, 22), None, False),
        (date(2026, 11, 22), NINE, True),
        (date(2026, 11, 22), time(16, 5), False),
        (date(2026, 11, 22), time(16, 6), False),
        (date(2026, 11, 23), NINE, False),
    ],
)
def test_a_time_that_has_passed_is_overdue(day: date, at: time | None, overdue: bool) -> None:
    assert is_overdue(day, at, NOW) is overdue


def test_a_day_is_said_in_full_and_for_machines() -> None:
    assert in_full(date(2026, 11, 27)) == "Friday 27 November 2026"
    assert in_full(date(2026, 11, 27), NINE) == "Friday 27 November 2026, 09:00"
    assert for_machines(date(2026, 11, 27)) == "2026-11-27"
    assert for_machines(date(26, 1, 2), NINE) == "0026-01-02T09:00"
