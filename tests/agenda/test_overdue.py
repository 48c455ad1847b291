"""All that is overdue is planned anew at once, by who may do it, and taken back as one."""

from datetime import time

import pytest
from flask import Flask

from tests.builders import Person, make_person
from tests.houses import task

from .planning import DAY, TODAY, blocked, parts, planned

pytestmark = pytest.mark.usefixtures("at_noon")


def test_a_viewers_rows_cannot_be_changed(app: Flask, alice: Person) -> None:
    vera = make_person(app, "Vera").joining(alice, "viewer")
    id = planned(alice, "Alice’s", TODAY - DAY)

    page = vera.browser.open("/today")
    vera.browser.partial("POST", "/overdue", {"day": str(TODAY)})

    assert page.all(f"#task-{id} button") == []
    assert alice.task(id).due_on == TODAY - DAY


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
