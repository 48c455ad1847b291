"""When a task is planned, due and shown: what may be, how it merges, and many at once."""

from datetime import date, time
from typing import Any

import pytest

from tests.arranging import acting
from tests.builders import Person
from webapp.accounts.visitors import Visitor, load_visitor
from webapp.activity.merging import Stale
from webapp.clock import now
from webapp.database import writing
from webapp.errors import Invalid
from webapp.extensions import db
from webapp.tasks.bulk import plan_all
from webapp.tasks.models import Task

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)
NINE = time(9)


def test_a_task_is_planned_with_time_and_duration(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")

    schedule(alice, id, due_on=FRIDAY, due_time=time(9, 0, 30), due_minutes=45)

    assert dates(alice, id) == (FRIDAY, NINE, 45, None, None)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ({"due_time": NINE}, "A time needs a day. Choose one."),
        ({"due_on": FRIDAY, "due_minutes": 45}, "How long it takes needs the time at which it begins."),
        ({"due_on": FRIDAY, "due_time": NINE, "due_minutes": 0}, "It may take 1 minute to 24 hours."),
        ({"due_on": FRIDAY, "due_time": NINE, "due_minutes": 1441}, "It may take 1 minute to 24 hours."),
        ({"due_on": date(1899, 12, 31)}, "Choose a day between the years 1900 and 9999."),
        ({"deadline_on": date(1, 1, 1)}, "Choose a day between the years 1900 and 9999."),
        (
            {"deadline_on": FRIDAY, "start_on": MONDAY},
            "The deadline, Fri 27 Nov 2026, is before the start, Mon 30 Nov 2026.",
        ),
        (
            {"due_on": FRIDAY, "start_on": MONDAY},
            "The date, Fri 27 Nov 2026, is before the start, Mon 30 Nov 2026.",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(alice: Person, words: dict[str, Any], reason: str) -> None:
    (id,) = alice.has("Book the boiler service")

    with pytest.raises(Invalid, match=f"^{reason}$"):
        schedule(alice, id, **words)

    assert dates(alice, id) == (None, None, None, None, None)


@pytest.mark.parametrize(
    "words",
    [
        {"due_on": date(9999, 12, 31), "due_time": time(23, 59), "due_minutes": 1440},
        {"due_on": date(1900, 1, 1), "due_time": time(0), "due_minutes": 1},
        {"due_on": MONDAY, "deadline_on": FRIDAY},
        {"due_on": FRIDAY, "deadline_on": FRIDAY, "start_on": FRIDAY},
    ],
)
def test_what_lies_within_the_bounds_is_kept(alice: Person, words: dict[str, Any]) -> None:
    (id,) = alice.has("Book the boiler service")

    schedule(alice, id, **words)

    task = alice.task(id)
    assert {name: getattr(task, name) for name in words} == words


def test_another_day_keeps_the_time_and_no_day_drops_it(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    schedule(alice, id, due_on=FRIDAY, due_time=NINE, due_minutes=45)

    plan(alice, id, MONDAY)
    moved = dates(alice, id)
    plan(alice, id, None)

    assert moved == (MONDAY, NINE, 45, None, None)
    assert dates(alice, id) == (None, None, None, None, None)


def test_a_day_before_the_start_lets_the_start_go(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    schedule(alice, id, start_on=MONDAY, deadline_on=MONDAY)

    plan(alice, id, FRIDAY)

    assert dates(alice, id) == (FRIDAY, None, None, MONDAY, None)


def test_a_change_of_dates_alone_is_told_as_rescheduling_and_can_be_undone(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")

    schedule(alice, id, due_on=FRIDAY, due_time=NINE)

    told = alice.browser.open("/history").words(".history__item:first-child .history__what > p")
    assert told == [
        "You rescheduled “Book the boiler service”",
        "Date: none Fri 27 Nov 2026",
        "Time: none 09:00",
    ]
    alice.browser.open("/tasks")
    alice.browser.partial("POST", "/history/undo")
    assert dates(alice, id) == (None, None, None, None, None)


def test_undo_does_not_put_a_date_before_the_start(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    schedule(alice, id, due_on=FRIDAY)
    plan(alice, id, None)
    entry = newest_entry(alice)
    schedule(alice, id, start_on=MONDAY)

    alice.browser.open("/history")
    refused = alice.browser.partial("POST", f"/history/{entry}/undo")

    assert refused.status == 409
    assert "is before the start" in refused.text
    assert dates(alice, id) == (None, None, None, None, MONDAY)


def test_day_and_deadline_merge(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    schedule(alice, id, 1, due_on=FRIDAY)

    schedule(alice, id, 1, deadline_on=MONDAY)

    assert dates(alice, id) == (FRIDAY, None, None, MONDAY, None)


def test_day_and_time_are_one_thing(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    schedule(alice, id, due_on=FRIDAY, due_time=NINE)
    seen = alice.task(id).version
    schedule(alice, id, seen, due_on=MONDAY, due_time=NINE, due_minutes=None)

    with pytest.raises(Stale) as stale:
        schedule(alice, id, seen, due_on=FRIDAY, due_time=time(18), due_minutes=None)

    assert stale.value.clashes.keys() == {"due_on", "due_time", "due_minutes"}
    assert dates(alice, id) == (MONDAY, NINE, None, None, None)


def test_many_are_planned_in_a_fixed_number_of_statements(alice: Person, queries: list[str]) -> None:
    few, many = alice.has("One", "Two"), alice.has(*(f"Task {number}" for number in range(9)))
    schedule(alice, few[0], start_on=MONDAY)
    schedule(alice, many[0], start_on=MONDAY)

    counted = []
    for ids in (few, many):
        queries.clear()
        plan_many(alice, ids, FRIDAY)
        counted.append(len(queries))

    assert counted[0] == counted[1]
    assert {dates(alice, id) for id in few + many} == {(FRIDAY, None, None, None, None)}


def test_many_are_one_change_with_one_undo(alice: Person) -> None:
    ids = alice.has("One", "Two", "Three")
    schedule(alice, ids[0], due_on=SATURDAY, due_time=NINE, due_minutes=45)
    schedule(alice, ids[1], start_on=MONDAY)
    before = [dates(alice, id) for id in ids]

    count = plan_many(alice, ids, FRIDAY)
    again = plan_many(alice, ids, FRIDAY)

    assert (count, again) == (3, 0)
    assert dates(alice, ids[0]) == (FRIDAY, NINE, 45, None, None)
    alice.browser.open("/tasks")
    alice.browser.partial("POST", "/history/undo")
    assert [dates(alice, id) for id in ids] == before


def test_many_lose_their_day_and_time(alice: Person) -> None:
    ids = alice.has("One", "Two")
    schedule(alice, ids[0], due_on=SATURDAY, due_time=NINE, due_minutes=45, deadline_on=MONDAY)

    count = plan_many(alice, ids, None)

    assert count == 1
    assert dates(alice, ids[0]) == (None, None, None, MONDAY, None)


def test_nobody_plans_tasks_of_others(alice: Person, mallory: Person) -> None:
    ids = alice.has("One", "Two")

    count = plan_many(mallory, ids, FRIDAY)

    assert count == 0
    assert dates(alice, ids[0]) == (None, None, None, None, None)


def test_a_duplicate_has_the_same_dates(alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    schedule(alice, id, due_on=FRIDAY, due_time=NINE, due_minutes=45, deadline_on=MONDAY, start_on=FRIDAY)
    step = alice.has_step(id, "Find the invoice")
    schedule(alice, step, due_on=SATURDAY)
    alice.browser.open("/tasks")

    alice.browser.partial("POST", f"/tasks/{id}/copy")

    every = (FRIDAY, NINE, 45, MONDAY, FRIDAY)
    saturday = (SATURDAY, None, None, None, None)
    with alice.app.app_context():
        ids = db.session.scalars(db.select(Task.id)).all()
    assert sorted((dates(alice, id) for id in ids), key=str) == sorted([every, saturday] * 2, key=str)


def schedule(person: Person, id: int, seen_version: int = 0, **words: Any) -> None:
    with acting(person) as (session, user):
        task = session.get_one(Task, (user.workspace_id, id))
        task.edit(session, words, seen_version or task.version, by=user, now=now())


def plan(person: Person, id: int, day: date | None) -> None:
    with acting(person) as (session, user):
        session.get_one(Task, (user.workspace_id, id)).plan_for(day, by=user, now=now())


def plan_many(person: Person, ids: list[int], day: date | None) -> int:
    with person.app.app_context():
        by = load_visitor(person.browser.token)
        assert isinstance(by, Visitor)
        with writing() as session:
            return plan_all(session, day, Task.id.in_(ids), by=by, now=now())


def dates(person: Person, id: int) -> tuple[Any, ...]:
    task = person.task(id)
    return task.due_on, task.due_time, task.due_minutes, task.deadline_on, task.start_on


def newest_entry(person: Person) -> int:
    link = str(person.browser.open("/history").all(".history__time")[0]["href"])
    return int(link.rsplit("/", 1)[1])
