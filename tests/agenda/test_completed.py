"""What is done, by the day on which it was done where the person is, newest first."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from tests.builders import Person, make_person
from tests.houses import deleted, doing, project, share, step, task
from tests.pages import Page
from webapp.clock import now
from webapp.projects.models import Project
from webapp.tasks.models import Task
from webapp.tasks.rows import PAGE

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def completed(person: Person, id: int, at: datetime | None = None) -> int:
    """Let a task be completed at an instant."""
    doing(person, lambda s, by: s.get_one(Task, (by.workspace_id, id)).complete(by=by, now=at or now()))
    return id


def days(page: Page) -> dict[str, list[str]]:
    """The titles below each day."""
    lists = {" ".join(day.select_one("h2").get_text().split()): day for day in page.all(".day")}  # type: ignore[union-attr]
    return {name: [title.get_text() for title in day.select(".task__title")] for name, day in lists.items()}


def test_what_is_done_stands_below_its_day_newest_first(alice: Person) -> None:
    first, second, third, fourth = alice.has("First", "Second", "Third", "Fourth")
    with time_machine.travel(NOON, tick=False):
        completed(alice, first, NOON - timedelta(days=400))
        completed(alice, second, NOON - timedelta(days=1))
        completed(alice, third, NOON - timedelta(hours=2))
        completed(alice, fourth, NOON - timedelta(hours=1))

        page = alice.browser.open("/completed")

    assert days(page) == {
        "Today 22 November": ["Fourth", "Third"],
        "Yesterday 21 November": ["Second"],
        "Saturday 18 October 2025": ["First"],
    }
    assert page.words("#completed-summary") == ["4 tasks · 2 today"]


@pytest.mark.parametrize(
    ("time_zone", "day"),
    [("Pacific/Kiritimati", "Today 23 November"), ("Etc/GMT+12", "Yesterday 21 November")],
)
def test_a_day_is_that_of_the_persons_wall_clock(app: Flask, time_zone: str, day: str) -> None:
    zoe = make_person(app, "Zoe", time_zone=time_zone)
    (id,) = zoe.has("Milk")
    completed(zoe, id, datetime(2026, 11, 22, 10, 30, tzinfo=UTC))

    with time_machine.travel(datetime(2026, 11, 22, 13, tzinfo=UTC), tick=False):
        page = zoe.browser.open("/completed")

    assert days(page) == {day: ["Milk"]}


@pytest.mark.parametrize(
    ("day", "instant", "hours"),
    [
        ("2026-03-29", datetime(2026, 3, 28, 23, tzinfo=UTC), 23),
        ("2026-10-25", datetime(2026, 10, 24, 22, tzinfo=UTC), 25),
    ],
    ids=["23 hours", "25 hours"],
)
def test_the_days_on_which_clocks_change_are_whole(
    app: Flask, day: str, instant: datetime, hours: int
) -> None:
    zoe = make_person(app, "Zoe", time_zone="Europe/Zagreb")
    before, first, last, after = zoe.has("Before", "First", "Last", "After")
    completed(zoe, before, instant - timedelta(seconds=1))
    completed(zoe, first, instant)
    completed(zoe, last, instant + timedelta(hours=hours, seconds=-1))
    completed(zoe, after, instant + timedelta(hours=hours))

    with time_machine.travel(instant + timedelta(hours=hours, seconds=-1), tick=False):
        page = zoe.browser.open("/completed")

    of_day = page.one(f"#done-{day}-list")
    assert [title.get_text() for title in of_day.select(".task__title")] == ["Last", "First"]
    assert page.words("#completed-summary") == ["4 tasks · 3 today"]


def test_reopening_takes_the_row_away_and_undo_brings_it_back(alice: Person) -> None:
    first, _ = alice.has("First", "Second", completed=True)
    alice.browser.open("/completed")

    answer = alice.browser.partial("DELETE", f"/tasks/{first}/completion")

    assert [tag["hx-target"] for tag in answer.all("hx-partial[hx-swap=delete]")] == [f"#task-{first}"]
    assert answer.words("#completed-summary") == ["1 task · 1 today"]
    assert answer.toast == "“First” is open again."
    alice.browser.open("/completed")
    assert alice.browser.page is not None
    assert alice.browser.page.titles == ["Second"]
    alice.browser.partial("POST", str(answer.one("#undo")["formaction"]))
    assert alice.browser.open("/completed").titles == ["Second", "First"]


def test_the_last_one_reopened_leaves_words_about_what_will_be_here(alice: Person) -> None:
    (id,) = alice.has("Only", completed=True)
    alice.browser.open("/completed")

    page = alice.browser.press(f"#task-{id}-check")

    assert page.path == "/completed"
    assert page.words(".empty__title") == ["Nothing completed yet"]
    assert page.all(".day") == []


def test_a_step_done_with_its_task_stands_only_there_and_one_done_alone_says_whose_it_is(
    alice: Person,
) -> None:
    whole, other = alice.has("Book the boiler service", "Clean the flat")
    step(alice, whole, "Find the invoice")
    alone = step(alice, other, "Mop the kitchen")
    completed(alice, whole)
    completed(alice, alone)

    page = alice.browser.open("/completed")

    assert page.titles == ["Mop the kitchen", "Book the boiler service"]
    assert page.words(f"#task-{alone} .task__above") == ["Step of “Clean the flat”"]


def test_what_is_open_deleted_put_away_or_anothers_is_not_listed(
    alice: Person, bob: Person, mallory: Person
) -> None:
    alice.has("Open")
    gone, kept = alice.has("Gone", "Kept", completed=True)
    deleted(alice, Task, gone)
    archived, shared = project(alice, "Archived"), project(alice, "Shared")
    completed(alice, task(alice, "Inside", project_id=archived))
    doing(alice, lambda s, by: s.get_one(Project, (by.workspace_id, archived)).archive(by=by, now=now()))
    share(alice, shared, bob)
    completed(alice, task(alice, "Ours", project_id=shared))

    seen = {person.name: person.browser.open("/completed").titles for person in (alice, bob, mallory)}

    assert kept
    assert seen == {"Alice": ["Ours", "Kept"], "Bob": ["Ours", "Kept"], "Mallory": []}


def test_pages_follow_each_other_without_gap_or_repetition_also_within_one_instant(alice: Person) -> None:
    titles = [f"Task {number}" for number in range(2 * PAGE + 1)]
    for id in alice.has(*titles):
        completed(alice, id, NOON)

    seen = [alice.browser.open("/completed").titles]
    while alice.browser.current.all("#completed-more-link"):
        seen.append(alice.browser.follow("#completed-more-link").titles)

    assert [len(page) for page in seen] == [PAGE, PAGE, 1]
    assert [title for page in seen for title in page] == titles[::-1]


def test_further_tasks_of_a_day_join_those_that_stand_and_further_days_come_below(alice: Person) -> None:
    ids = alice.has(*[f"Task {number}" for number in range(PAGE + 2)])
    for id in ids[1:]:
        completed(alice, id, NOON)
    completed(alice, ids[0], NOON - timedelta(days=1))
    page = alice.browser.open("/completed")

    more = alice.browser.partial("GET", str(page.one("#completed-more-link")["href"]))

    parts = {str(tag["hx-target"]): tag for tag in more.all("hx-partial")}
    assert list(parts) == ["#done-2026-11-22-list", "#days"]
    assert [tag.get_text() for tag in parts["#done-2026-11-22-list"].select(".task__title")] == ["Task 1"]
    assert [tag["id"] for tag in parts["#days"].select(".day")] == ["done-2026-11-21"]


def test_rows_sort_by_their_keys_as_they_stand(alice: Person) -> None:
    for at, id in enumerate(alice.has("First", "Second", "Third", "Fourth")):
        completed(alice, id, NOON + timedelta(microseconds=at // 2))

    page = alice.browser.open("/completed")

    keys = [tuple(map(int, str(row["data-order"]).split("-"))) for row in page.all(".task")]
    assert page.titles == ["Fourth", "Third", "Second", "First"]
    assert keys == sorted(keys)


@pytest.mark.parametrize("after", ["x", "1_0", "-1_1", "1_99999999999999999999", "1e5_1"])
def test_a_cursor_that_none_of_its_pages_gave_leads_nowhere(alice: Person, after: str) -> None:
    assert alice.browser.open(f"/completed?after={after}").status == 404


def test_it_costs_a_fixed_number_of_queries(alice: Person, queries: list[str]) -> None:
    alice.has(*[f"Task {number}" for number in range(2 * PAGE)], completed=True)
    queries.clear()

    alice.browser.open("/completed")

    assert len(queries) == 5, queries  # visitor, rows, counts, projects, labels
