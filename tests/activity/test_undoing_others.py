"""Taking back what somebody else has changed, from the histories of a task and of a project."""

import pytest
from flask import Flask

from tests.arranging import a_project
from tests.builders import Person, make_person

from .told import SAID, a_task_in, complete, edit, history, of_inbox


@pytest.fixture
def vera(app: Flask, alice: Person) -> Person:
    """Somebody who may look at Alice's Inbox but not change it."""
    return make_person(app, "Vera").joining(alice, "viewer")


def test_somebody_elses_change_is_undone_and_the_toast_says_whose_it_was(alice: Person, bob: Person) -> None:
    (id,) = alice.has("Put the bins out")
    edit(bob, id, title="Leave the bins in")
    page = history(alice, id)

    undone = alice.browser.press("[aria-label='Undo renaming “Leave the bins in”']")
    title = alice.task(id).title
    redone = alice.browser.press("[aria-label='Redo renaming “Leave the bins in”']")

    assert page.words("del") + page.words("ins") == ["Put", "out", "Leave", "in"]
    assert undone.toast == "Undid renaming “Leave the bins in”, a change by Bob."
    assert title == "Put the bins out"
    assert redone.toast == "Redid renaming “Leave the bins in”, a change by Bob."
    assert alice.task(id).title == "Leave the bins in"


def test_what_builds_on_somebody_elses_change_is_undone_with_it(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    edit(bob, id, title="Second")
    edit(bob, id, title="Third")
    history(alice, id)

    refused = alice.browser.press("[aria-label='Undo renaming “Second”']")
    both = alice.browser.press("main .button--main")

    assert refused.status == 409
    assert refused.words("main .button--main") == ["Undo both"]
    assert both.toast == "Undid renaming “Second”, a change by Bob."
    assert alice.task(id).title == "First"


def test_somebody_who_may_only_look_reads_without_undo(alice: Person, vera: Person) -> None:
    (id,) = alice.has("First")
    complete(alice, id)

    page = history(vera, id)
    change = vera.browser.follow(".history__item:first-child .history__time")

    assert page.words(SAID) == ["Alice completed “First”", "Alice added “First”"]
    assert page.words(".history__undo") == change.words(".history__undo") == []
    assert of_inbox(vera, alice).words(".history__undo") == []


def test_of_a_change_that_reaches_further_only_what_one_may_see_is_told(alice: Person, bob: Person) -> None:
    (id,) = alice.has("Shared")
    secret = a_task_in(alice, a_project(alice, "Divorce"), "Find a lawyer")
    alice.browser.open("/tasks")
    alice.browser.press("#complete-all")

    page = of_inbox(bob, alice)
    change = bob.browser.follow(".history__item:first-child .history__time")
    refused = bob.browser.press(".history__undo")

    assert page.words(SAID)[0] == change.words(SAID)[0] == "Alice completed “Shared”"
    assert refused.words(".lead") == [
        "Completing “Shared” cannot be undone: "
        "Something that was changed with it is gone for good, or you may no longer change it."
    ]
    assert [alice.task(id).is_completed, alice.task(secret).is_completed] == [True, True]
    assert "lawyer" not in page.text + change.text + refused.text
