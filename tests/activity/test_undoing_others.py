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


def test_a_line_says_that_a_later_change_builds_on_it_and_undoes_both(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    edit(bob, id, title="Second", notes="Some")
    edit(alice, id, priority="1")
    edit(bob, id, title="Third")
    page = history(alice, id)

    said = page.words(".history__later")
    both = alice.browser.press("[aria-label='Undo both: changing “Second”']")

    assert page.words(".history__undo") == ["Undo", "Undo", "Undo…", "Undo…"]
    assert said == ["A later change builds on this one. Undo both"]
    assert both.toast == "Undid changing “Second”, a change by Bob."
    assert (alice.task(id).title, alice.task(id).priority) == ("First", 1)


def test_a_line_says_that_several_later_changes_build_on_it(alice: Person) -> None:
    (id,) = alice.has("First")
    edit(alice, id, title="Second", notes="Some")
    edit(alice, id, title="Third")
    edit(alice, id, notes="More")
    history(alice, id)

    said = alice.browser.current.words(".history__later")
    alice.browser.press("[aria-label='Undo all: changing “Second”']")

    assert said == ["Later changes build on this one. Undo all"]
    assert (alice.task(id).title, alice.task(id).notes) == ("First", "")


def test_nothing_builds_on_a_change_once_the_later_one_is_undone(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    edit(bob, id, title="Second")
    edit(bob, id, title="Third")
    history(alice, id)

    page = alice.browser.press("[aria-label='Undo renaming “Third”']")
    page = history(alice, id)

    assert page.words(".history__undo, .history__undone") == ["Redo", "Undone", "Undo", "Undo…"]


def test_somebody_who_may_only_look_is_not_told_what_to_undo_both_of(alice: Person, vera: Person) -> None:
    (id,) = alice.has("First")
    edit(alice, id, title="Second")

    page = history(vera, id)

    assert page.words(".history__later") == []
