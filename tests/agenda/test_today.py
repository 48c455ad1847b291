"""What is up today where the person is: overdue first, then by time and own order, the evening apart."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask

from tests.builders import Person, make_person
from tests.houses import deleted, doing, project, share, step, task
from tests.pages import Page
from webapp.clock import now
from webapp.projects.models import Project
from webapp.tasks.blocking import Blocker
from webapp.tasks.models import Task
from webapp.tasks.rows import PAGE

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def at_noon() -> Any:
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def dated(person: Person, id: int, **dates: Any) -> int:
    """Give a task its dates."""
    doing(person, lambda s, by: s.get_one(Task, (by.workspace_id, id)).put_words(dates, by=by, now=now()))
    return id


def planned(person: Person, title: str, day: date | None = TODAY, at: time | None = None, **more: Any) -> int:
    """The id of a new task in the Inbox that is planned for a day."""
    return dated(person, task(person, title), due_on=day, due_time=at, **more)


def blocked(person: Person, id: int, other_id: int) -> None:
    """Let a task wait for another."""

    def change(session: Any, by: Any) -> None:
        task, other = (session.get_one(Task, (by.workspace_id, one)) for one in (id, other_id))
        Blocker.add(session, task, other, by=by, now=now())

    doing(person, change)


def parts(page: Page) -> dict[str, list[str]]:
    """The titles in each part of the page that has some."""
    lists = {key: page.one(f"#{key}-list").select(".task__title") for key in ("overdue", "today", "evening")}
    return {key: [title.get_text() for title in titles] for key, titles in lists.items() if titles}


def test_overdue_comes_first_then_timed_tasks_then_the_others_and_the_evening_apart(alice: Person) -> None:
    planned(alice, "Any time")
    planned(alice, "Late", at=time(19))
    planned(alice, "Early", at=time(9))
    planned(alice, "Nearly evening", at=time(17, 59))
    planned(alice, "At six", at=time(18))
    planned(alice, "Long overdue", TODAY - 30 * DAY)
    planned(alice, "Overdue", TODAY - DAY, time(8))
    planned(alice, "Tomorrow", TODAY + DAY)
    alice.has("Some day")

    page = alice.browser.open("/today")

    assert parts(page) == {
        "overdue": ["Long overdue", "Overdue"],
        "today": ["Early", "Nearly evening", "Any time"],
        "evening": ["At six", "Late"],
    }


def test_its_head_says_the_day_how_much_is_up_and_how_much_is_done(alice: Person) -> None:
    planned(alice, "Overdue", TODAY - DAY)
    planned(alice, "First")
    alice.has("Done", "Done too", completed=True)

    page = alice.browser.open("/today")

    assert page.words("#today-summary") == ["Sunday 22 November · 2 tasks · 2 done"]
    assert page.words("#today-count") == ["2 open"]


def test_a_row_says_the_time_but_not_the_day_on_which_it_stands(alice: Person) -> None:
    ids = [
        planned(alice, "Timed", at=time(14)),
        planned(alice, "Any time"),
        planned(alice, "Old", TODAY - DAY),
    ]

    page = alice.browser.open("/today")

    assert [page.words(f"#task-{id} .task__date") for id in ids] == [["14:00"], [], ["1 day overdue"]]


def test_deadlines_take_part_until_a_plan_for_today_or_before_says_otherwise(alice: Person) -> None:
    planned(alice, "Deadline today", None, deadline_on=TODAY)
    planned(alice, "Deadline over", None, deadline_on=TODAY - DAY)
    planned(alice, "Planned later than its deadline", TODAY + DAY, deadline_on=TODAY)
    planned(alice, "Planned for today after its deadline", TODAY, deadline_on=TODAY - DAY)
    planned(alice, "Deadline tomorrow", None, deadline_on=TODAY + DAY)
    planned(alice, "Evening of another day", TODAY + DAY, time(20), deadline_on=TODAY)

    page = alice.browser.open("/today")

    assert parts(page) == {
        "overdue": ["Deadline over"],
        "today": [
            "Deadline today",
            "Planned later than its deadline",
            "Planned for today after its deadline",
            "Evening of another day",
        ],
    }


def test_what_waits_for_another_task_leaves_until_it_is_free(alice: Person) -> None:
    waiting, other = planned(alice, "Paint"), task(alice, "Buy paint")
    blocked(alice, waiting, other)
    before = alice.browser.open("/today")

    doing(alice, lambda s, by: s.get_one(Task, (by.workspace_id, other)).complete(by=by, now=now()))
    after = alice.browser.open("/today")

    assert (parts(before), before.words("#today-count")) == ({}, [""])
    assert (parts(after), after.words("#today-count")) == ({"today": ["Paint"]}, ["1 open"])


def test_a_step_with_a_day_of_its_own_takes_part_and_says_whose_it_is(alice: Person) -> None:
    (whole,) = alice.has("Book the boiler service")
    id = dated(alice, step(alice, whole, "Call before noon"), due_on=TODAY)

    page = alice.browser.open("/today")

    assert parts(page) == {"today": ["Call before noon"]}
    assert page.words(f"#task-{id} .task__above") == ["Step of “Book the boiler service”"]


def test_what_is_done_deleted_put_away_or_anothers_is_not_listed(
    alice: Person, bob: Person, mallory: Person
) -> None:
    alice.has("Done", completed=True)
    deleted(alice, Task, planned(alice, "Gone"))
    archived, binned, shared = (project(alice, name) for name in ("Archived", "Binned", "Shared"))
    for id in (archived, binned, shared):
        dated(alice, task(alice, f"In {id}", project_id=id), due_on=TODAY)
    doing(alice, lambda s, by: s.get_one(Project, (by.workspace_id, archived)).archive(by=by, now=now()))
    deleted(alice, Project, binned)
    share(alice, shared, bob)

    seen = {person.name: parts(person.browser.open("/today")) for person in (alice, bob, mallory)}

    assert seen == {"Alice": {"today": [f"In {shared}"]}, "Bob": {"today": [f"In {shared}"]}, "Mallory": {}}


def test_a_viewers_rows_cannot_be_changed(app: Flask, alice: Person) -> None:
    vera = make_person(app, "Vera").joining(alice, "viewer")
    id = planned(alice, "Alice’s", TODAY - DAY)

    page = vera.browser.open("/today")
    vera.browser.partial("POST", "/overdue", {"day": str(TODAY)})

    assert page.all(f"#task-{id} button") == []
    assert alice.task(id).due_on == TODAY - DAY


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


def test_a_new_task_is_planned_for_the_day_that_it_is_when_it_is_added(alice: Person, at_noon: Any) -> None:
    at_noon.move_to(NOON + timedelta(hours=11))
    page = alice.browser.open("/today")
    at_noon.move_to(NOON + timedelta(hours=13))

    alice.browser.submit("#create-form", title="Milk")

    assert page.words("#new-target") == ["↵ Today · Inbox"]
    assert alice.browser.current.path == "/today"
    assert parts(alice.browser.current) == {"today": ["Milk"]}
    assert alice.browser.open("/today").words("#today-summary") == ["Monday 23 November · 1 task"]


def test_undoing_the_adding_takes_the_task_away_with_its_day(alice: Person) -> None:
    alice.browser.open("/today")
    alice.browser.submit("#create-form", title="Milk")

    alice.browser.press("#undo")

    assert parts(alice.browser.open("/today")) == {}
    assert alice.browser.current.words(".empty__title") == ["Nothing planned for today"]


def test_words_that_are_no_day_plan_for_none(alice: Person) -> None:
    alice.browser.open("/today")

    alice.browser.partial("POST", "/tasks", {"title": "Milk", "day": "2026-02-31"})

    assert parts(alice.browser.open("/today")) == {}
    assert alice.browser.open("/tasks").titles == ["Milk"]


def test_completing_takes_the_row_away_counts_it_and_undo_brings_it_back(alice: Person) -> None:
    id = planned(alice, "Milk", at=time(19))
    alice.browser.open("/today")

    answer = alice.browser.partial("POST", f"/tasks/{id}/completion")
    told = alice.browser.partial("POST", str(answer.one("#undo")["formaction"]))
    region = alice.browser.partial("GET", "/today")

    assert [tag["hx-target"] for tag in answer.all("hx-partial[hx-swap=delete]")] == [f"#task-{id}"]
    assert answer.words("#today-summary") == ["Sunday 22 November · 0 tasks · 1 done"]
    assert answer.words(".empty__title") == ["All done for today"]
    assert "tasks-changed" in told.headers["HX-Trigger"]
    assert parts(region) == {"evening": ["Milk"]}


def test_a_change_answers_with_the_row_in_its_part_as_the_page_draws_it(alice: Person) -> None:
    id = planned(alice, "Milk", at=time(9))
    planned(alice, "Later", at=time(10))
    page = alice.browser.open("/today")

    answer = alice.browser.partial("PUT", f"/tasks/{id}", {"title": "Oat milk", "version": "2"})
    cancelled = alice.browser.partial("GET", f"/tasks/{id}")

    assert answer.all("hx-partial[hx-swap=delete]") == []
    assert answer.one(".task").parent["hx-target"] == "#today-list"  # type: ignore[index]
    drawn = alice.browser.open("/today").one(f"#task-{id}")
    assert answer.one(".task") == drawn == cancelled.one(".task")
    assert page.one(f"#task-{id}")["data-order"] == drawn["data-order"]


def test_rows_sort_by_their_keys_as_they_stand(alice: Person) -> None:
    planned(alice, "Any time")
    planned(alice, "Second", at=time(9, 30))
    planned(alice, "First", at=time(9))
    planned(alice, "Any time too")

    page = alice.browser.open("/today")

    keys = [str(row["data-order"]) for row in page.all("#today-list .task")]
    assert parts(page)["today"] == ["First", "Second", "Any time", "Any time too"]
    assert keys == sorted(keys, key=_as_browsers_compare)


def _as_browsers_compare(key: str) -> tuple[Any, ...]:
    day, minutes, has_time, letters, id = key.split("-")
    return int(day), int(minutes), has_time, letters, int(id)


def test_rescheduling_moves_all_that_is_overdue_to_a_day_and_undo_takes_it_back(alice: Person) -> None:
    old = planned(alice, "Old", TODAY - 3 * DAY, time(9), due_minutes=45)
    late = planned(alice, "Late", None, deadline_on=TODAY - DAY)
    alice.browser.open("/today")

    form = alice.browser.follow("#reschedule-all")
    page = alice.browser.submit("#reschedule")

    assert form.one("#reschedule-day")["value"] == "2026-11-22"
    assert page.path == "/today"
    assert page.toast == "Rescheduled 2 tasks to Today."
    assert parts(page) == {"today": ["Old", "Late"]}
    assert (alice.task(old).due_time, alice.task(old).due_minutes) == (time(9), 45)
    assert alice.task(late).deadline_on == TODAY - DAY
    alice.browser.press("#undo")
    assert parts(alice.browser.open("/today")) == {"overdue": ["Old", "Late"]}


def test_rescheduling_leaves_alone_what_is_not_overdue_or_not_there(alice: Person, bob: Person) -> None:
    waiting, other = planned(alice, "Waiting", TODAY - DAY), task(alice, "Other")
    blocked(alice, waiting, other)
    bobs = planned(bob, "Bob’s", TODAY - DAY)
    kept = [waiting, planned(alice, "Today"), planned(alice, "Later", TODAY + DAY)]
    before = [alice.task(id).due_on for id in kept]
    planned(alice, "Overdue", TODAY - DAY)
    alice.browser.open("/today")

    answer = alice.browser.partial("POST", "/overdue", {"day": "2026-12-01"})

    assert answer.toast == "Rescheduled 1 task to Tue 1 Dec."
    assert "tasks-changed" in answer.headers["HX-Trigger"]
    assert [alice.task(id).due_on for id in kept] == before
    assert bob.task(bobs).due_on == TODAY - DAY


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("", "Choose a day, or write it as 2026-11-27."),
        ("2026-02-31", "Choose a day, or write it as 2026-11-27."),
        ("2026-11-21", "Choose today or a later day."),
    ],
)
def test_a_day_that_is_none_or_over_is_refused(alice: Person, day: str, says: str) -> None:
    id = planned(alice, "Overdue", TODAY - DAY)
    alice.browser.open("/today")

    answer = alice.browser.partial("POST", "/overdue", {"day": day})

    assert (answer.status, answer.words(".field__error")) == (422, [says])
    assert alice.task(id).due_on == TODAY - DAY


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


@pytest.mark.parametrize(
    "query",
    ["after=x", "list=today", "list=x&after=2026-11-22_-_1.0_1", "list=today&after=2026-02-31_-_1.0_1"],
)
def test_an_address_that_none_of_its_pages_gave_leads_nowhere_or_to_the_beginning(
    alice: Person, query: str
) -> None:
    assert alice.browser.open(f"/today?{query}").status == (404 if "after" in query else 200)


def test_it_costs_a_fixed_number_of_queries(alice: Person, queries: list[str]) -> None:
    for number in range(2 * PAGE):
        planned(alice, f"Task {number}", TODAY - number % 2 * DAY)
    queries.clear()

    alice.browser.open("/today")

    assert len(queries) == 6, queries  # visitor, overdue, today, counts, projects, labels
