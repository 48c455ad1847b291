"""Merging one label into another, and taking it back."""

import pytest

from tests.builders import Person
from tests.pages import Page

from .test_labels import labels, on_row


def merged(person: Person, id: int, into: int) -> Page:
    person.browser.open(f"/labels/{id}/edit")
    return person.browser.submit(".label-merge", into=str(into))


def test_merging_gives_the_tasks_of_one_label_to_another(alice: Person) -> None:
    first, both, third = alice.has("First", "Both", "Third")
    wrong, right = alice.has_label("errnad", first, both), alice.has_label("errand", both, third)

    page = merged(alice, wrong, right)

    assert page.toast == "Merged “@errnad” into “@errand”."
    assert page.words(".label__name") == ["errand"]
    assert page.words(".label__count") == ["3 open tasks"]
    assert [on_row(alice, task) for task in (first, both, third)] == [["errand"]] * 3


def test_undoing_a_merge_restores_exactly_and_redo_merges_again(alice: Person) -> None:
    first, both, third, once = alice.has("First", "Both", "Third", "Once")
    wrong, right = alice.has_label("errnad", first, both, once), alice.has_label("errand", both, third, once)
    alice.browser.open(f"/tasks/{once}/labels")
    alice.browser.submit("main form", labels=[str(wrong)])
    merged(alice, wrong, right)

    alice.browser.open("/history")
    alice.browser.press("#undo-last")
    undone = [on_row(alice, task) for task in (first, both, third, once)]
    alice.browser.open("/history")
    redone = alice.browser.press("#redo-last")

    assert undone == [["errnad"], ["errand", "errnad"], ["errand"], ["errnad"]]
    assert redone.toast == "Redid merging “errnad”."
    assert [on_row(alice, task) for task in (first, both, third, once)] == [["errand"]] * 4


def test_a_label_is_not_merged_into_itself(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.has_label("home")

    page = merged(alice, id, id)

    assert page.status == 422
    assert page.words(".field__error") == ["Choose another label."]
    assert labels(alice) == ["errand", "home"]


@pytest.mark.parametrize("into", ["", "x", "0", "9" * 40, str(2**62)])
def test_a_label_is_not_merged_into_what_is_not_there(alice: Person, into: str) -> None:
    id = alice.has_label("errand")
    alice.browser.open("/labels")

    answer = alice.browser.partial("POST", f"/labels/{id}/merge", {"into": into})

    assert answer.status == 404
    assert labels(alice) == ["errand"]
