"""What is up today where the person is: overdue first, then by time and own order, the evening apart."""

from datetime import time

import pytest

from tests.builders import Person
from tests.houses import deleted, doing, project, share, step, task
from webapp.clock import now
from webapp.projects.models import Project
from webapp.tasks.models import Task

from .planning import DAY, TODAY, blocked, dated, parts, planned

pytestmark = pytest.mark.usefixtures("at_noon")


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
