"""Rows say when their tasks are due, in words, wherever the person is and at every edge of the day."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine
from flask import Flask

from tests.arranging import acting
from tests.builders import Person, make_person
from webapp.tasks.date_tags import Dates, date_tags
from webapp.tasks.models import Task

NOW = datetime(2026, 11, 22, 16, 5)  # noqa: DTZ001  (a wall clock has no zone)
YESTERDAY, TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22), date(2026, 11, 23)
FRIDAY, NINE = date(2026, 11, 27), time(9)


@pytest.mark.parametrize(
    ("dates", "words", "tone"),
    [
        (Dates(TODAY), "Today", "today"),
        (Dates(TOMORROW, NINE), "Tomorrow 09:00", ""),
        (Dates(FRIDAY, NINE, 45), "Fri 27 Nov 09:00, 45 min", ""),
        (Dates(date(2026, 11, 20), NINE), "2 days overdue", "overdue"),
        (Dates(TODAY, NINE), "Today 09:00, overdue", "overdue"),
        (Dates(TODAY, time(16, 5)), "Today 16:05", "today"),
        (Dates(deadline_on=FRIDAY), "deadline Fri 27 Nov", ""),
        (Dates(deadline_on=TODAY), "deadline today", "today"),
        (Dates(deadline_on=YESTERDAY), "deadline 1 day overdue", "overdue"),
        (Dates(start_on=TOMORROW), "starts tomorrow", ""),
        (Dates(start_on=date(2027, 1, 4)), "starts Mon 4 Jan 2027", ""),
    ],
)
def test_a_date_is_said_in_words_and_in_a_tone(dates: Dates, words: str, tone: str) -> None:
    (tag,) = date_tags(dates, NOW, is_completed=False)

    assert (tag.words, tag.tone) == (words, tone)


def test_nothing_is_said_of_a_start_that_has_come() -> None:
    assert date_tags(Dates(start_on=TODAY), NOW, is_completed=False) == ()


@pytest.mark.parametrize(
    ("dates", "words"),
    [(Dates(date(2026, 11, 20)), "Fri 20 Nov"), (Dates(deadline_on=YESTERDAY), "deadline yesterday")],
)
def test_nothing_is_overdue_of_what_is_done(dates: Dates, words: str) -> None:
    (tag,) = date_tags(dates, NOW, is_completed=True)

    assert (tag.words, tag.tone) == (words, "")


@time_machine.travel(datetime(2026, 11, 22, 16, 5, tzinfo=UTC), tick=False)
def test_a_row_holds_its_dates_in_full_too(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    put(alice, id, due_on=FRIDAY, due_time=NINE, deadline_on=date(2026, 11, 30))

    page = alice.browser.open("/tasks")

    due, deadline = page.all(f"#task-{id} time")
    assert (due["datetime"], due["title"]) == ("2026-11-27T09:00", "Friday 27 November 2026, 09:00")
    assert (deadline["datetime"], deadline["title"]) == ("2026-11-30", "Deadline Monday 30 November 2026")
    assert page.words(f"#task-{id} time") == ["Fri 27 Nov 09:00", "deadline Mon 30 Nov"]


@pytest.mark.parametrize(
    ("zone", "instant", "words"),
    [
        # UTC+14: midnight of the 22nd is 10:00 UTC of the day before.
        ("Pacific/Kiritimati", datetime(2026, 11, 21, 9, 59, 59, tzinfo=UTC), "Tomorrow 00:00"),
        ("Pacific/Kiritimati", datetime(2026, 11, 21, 10, 0, tzinfo=UTC), "Today 00:00"),
        ("Pacific/Kiritimati", datetime(2026, 11, 22, 10, 0, tzinfo=UTC), "1 day overdue"),
        # UTC−12: it is noon UTC.
        ("Etc/GMT+12", datetime(2026, 11, 22, 11, 59, 59, tzinfo=UTC), "Tomorrow 00:00"),
        ("Etc/GMT+12", datetime(2026, 11, 22, 12, 0, tzinfo=UTC), "Today 00:00"),
        ("Etc/GMT+12", datetime(2026, 11, 23, 12, 0, tzinfo=UTC), "1 day overdue"),
    ],
)
def test_the_day_turns_where_the_person_is(app: Flask, zone: str, instant: datetime, words: str) -> None:
    with time_machine.travel(instant, tick=False):
        alice = make_person(app, "Alice", time_zone=zone)
        (id,) = alice.has("Book the boiler service")
        put(alice, id, due_on=TODAY, due_time=time(0))

        page = alice.browser.open("/tasks")

    assert page.words(f"#task-{id} time") == [words]


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        # Zagreb puts the clock from 02:00 to 03:00 at 01:00 UTC: half past two never comes.
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), ["Today 02:30", "Today 03:00"]),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), ["Today 02:30, overdue", "Today 03:00"]),
        (datetime(2026, 3, 29, 1, 1, tzinfo=UTC), ["Today 02:30, overdue", "Today 03:00, overdue"]),
    ],
)
def test_a_time_stands_still_where_the_clock_leaps(app: Flask, instant: datetime, words: list[str]) -> None:
    assert _shown(app, instant, date(2026, 3, 29), time(2, 30), time(3)) == words


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        # Zagreb puts it from 03:00 to 02:00 at 01:00 UTC: half past two comes twice.
        (datetime(2026, 10, 25, 0, 29, tzinfo=UTC), ["Today 02:30"]),
        (datetime(2026, 10, 25, 0, 31, tzinfo=UTC), ["Today 02:30, overdue"]),
        (datetime(2026, 10, 25, 1, 29, tzinfo=UTC), ["Today 02:30"]),
        (datetime(2026, 10, 25, 1, 31, tzinfo=UTC), ["Today 02:30, overdue"]),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), ["Today 02:30, overdue"]),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), ["1 day overdue"]),
    ],
)
def test_a_time_stands_still_where_the_clock_goes_back(
    app: Flask, instant: datetime, words: list[str]
) -> None:
    assert _shown(app, instant, date(2026, 10, 25), time(2, 30)) == words


@time_machine.travel(datetime(2026, 11, 22, 16, 5, tzinfo=UTC), tick=False)
def test_a_task_that_starts_later_is_not_among_the_open_ones_until_then(alice: Person) -> None:
    later, _ = alice.has("Plant the garlic", "Buy bread")
    alice.has_label("garden", later)
    put(alice, later, start_on=TOMORROW)

    before = {path: alice.browser.open(path) for path in ("/tasks", "/tasks/active")}
    with time_machine.travel(datetime(2026, 11, 23, 0, 0, tzinfo=UTC), tick=False):
        after = alice.browser.open("/tasks/active")

    assert {path: page.titles for path, page in before.items()} == {
        "/tasks": ["Buy bread"],
        "/tasks/active": ["Buy bread"],
    }
    assert before["/tasks"].words("#task-count") == ["1 task left"]
    assert after.titles == ["Plant the garlic", "Buy bread"]


@time_machine.travel(datetime(2026, 11, 22, 16, 5, tzinfo=UTC), tick=False)
def test_a_label_lists_what_has_begun(alice: Person) -> None:
    later, bread = alice.has("Plant the garlic", "Buy bread")
    label = alice.has_label("errand", later, bread)
    put(alice, later, start_on=TOMORROW)

    page = alice.browser.open(f"/labels/{label}")

    assert page.titles == ["Buy bread"]
    assert page.words("#task-count") == ["1 task left"]
    assert page.words(f".sidebar__link[href='/labels/{label}'] .places__count") == ["1 open"]


def put(person: Person, id: int, **dates: Any) -> None:
    with acting(person) as (session, user):
        task = session.get_one(Task, (user.workspace_id, id))
        task.edit(session, dates, task.version, by=user, now=datetime.now(UTC))


def _shown(app: Flask, instant: datetime, day: date, *times: time) -> list[str]:
    with time_machine.travel(instant, tick=False):
        alice = make_person(app, "Alice", time_zone="Europe/Zagreb")
        ids = alice.has(*(f"At {at}" for at in times))
        for id, at in zip(ids, times, strict=True):
            put(alice, id, due_on=day, due_time=at)
        return alice.browser.open("/tasks").words(".task time")
