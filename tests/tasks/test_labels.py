"""The labels of a workspace: adding, changing, merging and deleting them."""

import pytest

from tests.builders import Person
from tests.pages import Browser, Page


def labels(person: Person) -> list[str]:
    return person.browser.open("/labels").words(".label__name")


def toast_undo(person: Person) -> Page:
    return person.browser.press("#undo")


def edited(person: Person, id: int, **fields: str) -> Page:
    person.browser.open(f"/labels/{id}/edit")
    return person.browser.submit(".label-form", **fields)


def on_row(person: Person, task: int) -> list[str]:
    return person.browser.open("/tasks").words(f"#task-{task} .task__label")


def test_without_labels_the_page_says_what_they_are_for(alice: Person) -> None:
    page = alice.browser.open("/labels")

    assert page.words(".empty__title") == ["No labels yet"]


def test_a_label_is_added_without_its_sign(alice: Person) -> None:
    alice.browser.open("/labels")

    page = alice.browser.submit("#label-form", name="  @errand ")

    assert page.words(".label__name") == ["errand"]
    assert page.toast == "Added “@errand”."
    assert toast_undo(alice).words(".label__name") == []


def test_labels_stand_in_the_order_of_their_names_with_their_open_tasks(alice: Person) -> None:
    first, second = alice.has("Call mum", "Buy bread")
    (done,) = alice.has("Post the letter", completed=True)
    alice.has_label("Éclair")
    alice.has_label("waiting", first)
    alice.has_label("Errand", first, second, done)

    page = alice.browser.open("/labels")

    assert page.words(".label__name") == ["Errand", "waiting", "Éclair"]
    assert page.words(".label__count") == ["2 open tasks", "1 open task", "0 open tasks"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "Give the label a name."),
        (" @ ", "Give the label a name."),
        ("%%", "Give the label a name."),
        ("\u200b", "Give the label a name."),
        ("errand, home", "A label cannot contain a comma."),
        ("x" * 61, "Use at most 60 characters."),
        ("x" * 20_000, "Use at most 10000 characters."),
        ("err\x00and", "This contains a character that cannot be part of a name. Remove it."),
        ("errand", "There is a label “Errand” already."),
        ("@ＥＲＲＡＮＤ", "There is a label “Errand” already."),
    ],
)
def test_a_name_that_cannot_be_is_refused_beside_the_field(alice: Person, name: str, words: str) -> None:
    alice.has_label("Errand")
    other = alice.has_label("home")
    alice.browser.open("/labels")

    added = alice.browser.submit("#label-form", name=name)
    changed = edited(alice, other, name=name)

    assert (added.status, changed.status) == (422, 422)
    assert added.words("#label-name-error") == [words]
    assert changed.words(f"#label-{other}-error") == [words]
    assert labels(alice) == ["Errand", "home"]


def test_a_form_that_is_sent_twice_makes_one_label(alice: Person) -> None:
    alice.browser.open("/labels")
    sent = {"name": "errand", "request_key": "a key"}

    answers = [alice.browser.partial("POST", "/labels", sent) for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert labels(alice) == ["errand"]


def test_a_label_is_renamed_and_coloured_in_place(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    id = alice.has_label("erand", task)
    alice.browser.open("/labels")

    answer = alice.browser.partial("PUT", f"/labels/{id}", {"name": "errand", "hue": "12", "version": "1"})

    assert answer.toast == "Saved “@errand”."
    assert answer.one(f"hx-partial[hx-target='#label-{id}'] .label__name.hue-12").get_text() == "errand"
    assert alice.browser.open("/tasks").one(".task__label.hue-12").get_text() == "errand"


def test_a_label_may_lose_its_colour(alice: Person) -> None:
    id = alice.has_label("errand")
    edited(alice, id, hue="3")

    edited(alice, id, hue="")

    assert alice.browser.open("/labels").all(".label [class*=hue-]") == []


@pytest.mark.parametrize("hue", ["24", "-1", "x", "1.5", "9" * 30])
def test_only_the_colours_that_there_are_can_be_chosen(alice: Person, hue: str) -> None:
    id = alice.has_label("errand")

    page = edited(alice, id, hue=hue)

    assert page.status == 422
    assert page.words(".field__error") == ["Choose one of the colours."]


def test_a_label_may_change_the_case_of_its_own_name(alice: Person) -> None:
    edited(alice, alice.has_label("errand"), name="Errand")

    assert labels(alice) == ["Errand"]


def test_undoing_a_change_brings_back_name_and_colour(alice: Person) -> None:
    id = alice.has_label("errand")
    edited(alice, id, name="errands", hue="7")

    toast_undo(alice)
    undone = alice.browser.open("/labels")
    alice.browser.open("/history")
    alice.browser.press("#redo-last")

    assert undone.words(".label__name") == ["errand"]
    assert undone.all(".label [class*=hue-]") == []
    assert alice.browser.open("/labels").one(".label__name.hue-7").get_text() == "errands"


def test_two_who_edit_a_label_at_once_lose_nothing(alice: Person) -> None:
    id = alice.has_label("errand")
    tab = Browser(alice.app, alice.browser.token)
    tab.open(f"/labels/{id}/edit")
    edited(alice, id, name="errands")

    coloured = tab.submit(".label-form", name="errand", hue="5")

    assert coloured.status == 200
    assert coloured.one(".label__name.hue-5").get_text() == "errands"


def test_the_same_field_changed_by_two_is_asked_about(alice: Person) -> None:
    id = alice.has_label("errand")
    tab = Browser(alice.app, alice.browser.token)
    tab.open(f"/labels/{id}/edit")
    edited(alice, id, name="errands")

    stale = tab.submit(".label-form", name="town")
    saved = tab.submit(".label-form")

    assert stale.status == 409
    assert "You changed this label elsewhere while you were editing." in stale.words(".notice")[0]
    assert stale.words(".choice__text") == ["town", "errands"]
    assert stale.one("[name=name][checked]")["value"] == "town"
    assert saved.words(".label__name") == ["town"]


def test_a_conflict_keeps_what_somebody_else_alone_has_changed(alice: Person) -> None:
    id = alice.has_label("errand")
    tab = Browser(alice.app, alice.browser.token)
    tab.open(f"/labels/{id}/edit")
    edited(alice, id, name="errands", hue="5")

    tab.submit(".label-form", name="town")
    saved = tab.submit(".label-form")

    assert saved.one(".label__name.hue-5").get_text() == "town"


def test_a_deleted_label_leaves_the_rows_and_comes_back_with_undo(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    id = alice.has_label("errand", task)
    alice.browser.open("/labels")

    page = alice.browser.press(f"#label-{id}-delete")
    without = on_row(alice, task)
    alice.browser.open("/history")
    alice.browser.press("#undo-last")

    assert page.toast == "Deleted “@errand”."
    assert page.words(".label__name") == []
    assert without == []
    assert on_row(alice, task) == ["errand"]
    assert labels(alice) == ["errand"]


def test_the_name_of_a_deleted_label_is_free_and_then_undo_says_why_it_cannot(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open("/labels")
    deleted = alice.browser.press(f"#label-{id}-delete")
    undo = str(deleted.one("#undo")["formaction"])
    alice.has_label("Errand")

    answer = alice.browser.partial("POST", undo)

    assert answer.status == 409
    assert answer.toast == "Deleting “errand” cannot be undone: Something else has its name by now."
