"""The bin."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from tests.builders import Person
from tests.pages import Browser
from webapp.clock import now
from webapp.extensions import db
from webapp.tasks.models import Task


def binned(person: Person, *titles: str) -> list[int]:
    """Tasks that the person has deleted."""
    ids = person.has(*titles)
    person.browser.open("/tasks")
    for id in ids:
        person.browser.press(f"#task-{id}-delete")
    return ids


def test_the_bin_lists_what_was_deleted_newest_first(alice: Person) -> None:
    binned(alice, "First", "Second")

    page = alice.browser.open("/bin")

    assert page.titles == ["Second", "First"]


def test_a_task_comes_back_from_the_bin_to_its_place(alice: Person) -> None:
    first, _ = alice.has("First", "Second")
    alice.browser.open("/tasks")
    alice.browser.press(f"#task-{first}-delete")
    alice.browser.open("/bin")

    page = alice.browser.press("[aria-label='Restore: First']")

    assert page.words("h1") == ["Bin"]
    assert alice.browser.open("/tasks").titles == ["First", "Second"]
    assert alice.browser.open("/bin").titles == []


def test_with_htmx_restoring_tells_the_bin_to_fetch_itself_anew(alice: Person) -> None:
    (id,) = binned(alice, "First")
    alice.browser.open("/bin")

    answer = alice.browser.partial("POST", f"/tasks/{id}/deletion/delete")

    assert answer.toast == "“First” is back."
    assert "tasks-changed" in answer.headers["HX-Trigger"]


def test_deleting_for_good_asks_first_and_cannot_be_undone(alice: Person) -> None:
    binned(alice, "First")
    undo = str(alice.browser.current.one("#undo")["formaction"])
    alice.browser.open("/bin")

    question = alice.browser.follow("[aria-label='Delete for good: First']")
    page = alice.browser.press(".button--danger")
    refused = alice.browser.partial("POST", undo)

    assert question.words("h1") == ["Delete for good?"]
    assert page.toast == "“First” is gone for good."
    assert page.titles == []
    assert (refused.status, refused.toast) == (
        409,
        "Deleting “First” cannot be undone: “First” is gone for good, or you may no longer change it.",
    )


def test_what_another_tab_has_deleted_can_be_brought_back_from_here(alice: Person) -> None:
    (id,) = alice.has("First")
    alice.browser.open("/tasks")
    tab = Browser(alice.app, alice.browser.token)
    tab.open("/tasks")
    tab.press(f"#task-{id}-delete")

    page = alice.browser.press(f"#task-{id}-delete")
    restored = alice.browser.press("#undo")

    assert page.toast == "Deleted “First”."
    assert restored.titles == ["First"]


def test_the_whole_bin_can_be_emptied(alice: Person) -> None:
    alice.has("Kept")
    binned(alice, "First", "Second")
    alice.browser.open("/bin/all")

    page = alice.browser.press(".button--danger")

    assert page.toast == "2 tasks are gone for good."
    assert alice.browser.open("/tasks").titles == ["Kept"]


def test_only_the_bin_is_emptied_for_good(alice: Person) -> None:
    (id,) = alice.has("Open")
    alice.browser.open("/tasks")

    answer = alice.browser.partial("DELETE", f"/bin/{id}")

    assert answer.status == 404
    assert alice.task(id).title == "Open"


@pytest.mark.parametrize(("days", "kept"), [(29, True), (31, False)])
def test_pruning_empties_the_bin_after_thirty_days(app: Flask, alice: Person, days: int, kept: bool) -> None:
    (id,) = binned(alice, "First")

    with time_machine.travel(now() + timedelta(days=days)):
        said = app.test_cli_runner().invoke(args=["prune"])

    assert said.exit_code == 0
    assert f"{0 if kept else 1:7} tasks in the bin" in said.output
    with app.app_context():
        assert db.session.query(Task).filter_by(id=id).count() == int(kept)


def test_strangers_see_an_empty_bin_and_cannot_empty_mine(alice: Person, mallory: Person) -> None:
    (id,) = binned(alice, "First")

    page = mallory.browser.open("/bin")
    answer = mallory.browser.partial("DELETE", f"/bin/{id}")
    mallory.browser.partial("DELETE", "/bin/all")

    assert page.titles == []
    assert answer.status == 404
    assert alice.browser.open("/bin").titles == ["First"]
