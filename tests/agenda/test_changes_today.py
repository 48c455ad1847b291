"""What is done on the page of Today is seen there at once, and in its place."""

from datetime import time, timedelta
from typing import Any

import pytest

from tests.builders import Person

from .planning import NOON, as_browsers_compare, parts, planned

pytestmark = pytest.mark.usefixtures("at_noon")


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
    assert keys == sorted(keys, key=as_browsers_compare)
