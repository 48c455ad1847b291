"""The labels that a task bears: ticking them, typing another, and what two people do at once."""

from typing import Any

import pytest

from tests.builders import Person
from tests.pages import Browser, Page


def saved(person: Person, task: int, **fields: Any) -> Page:
    """What the form for a task's labels answers; `labels` are the ids that are ticked."""
    person.browser.open(f"/tasks/{task}/labels")
    return person.browser.submit("main form", **fields)


def borne(person: Person, task: int) -> list[str]:
    return person.browser.open("/tasks").words(f"#task-{task} .task__label")


def test_ticking_and_unticking_is_one_change_with_one_undo(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    errand, home = alice.has_label("errand", task), alice.has_label("home")
    waiting = alice.has_label("waiting")

    page = saved(alice, task, labels=[str(home), str(waiting)])
    changed = borne(alice, task)
    alice.browser.open("/history")
    alice.browser.press("#undo-last")

    assert page.toast == "Saved the labels of “Call mum”."
    assert changed == ["home", "waiting"]
    assert borne(alice, task) == ["errand"]
    assert errand


def test_the_form_shows_what_the_task_bears(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    home, errand = alice.has_label("home"), alice.has_label("errand", task)

    page = alice.browser.open(f"/tasks/{task}/labels")

    ticked = {box["value"]: box.has_attr("checked") for box in page.all("input[name=labels]")}
    assert ticked == {str(errand): True, str(home): False}
    assert [box["value"] for box in page.all("input[name=seen_labels]")] == [str(errand)]
    assert page.words("fieldset legend") == ["Labels"]
    assert [str(option["value"]) for option in page.all("datalist option")] == ["home"]


def test_what_two_people_tick_at_once_is_merged(alice: Person, bob: Person) -> None:
    (task,) = alice.has("Call mum")
    errand, home, waiting = (alice.has_label(name) for name in ("errand", "home", "waiting"))
    saved(alice, task, labels=[str(errand)])
    tab = Browser(alice.app, bob.browser.token)
    tab.open(f"/tasks/{task}/labels")

    saved(alice, task, labels=[str(home)])
    tab.submit("main form", labels=[str(errand), str(waiting)])

    assert borne(alice, task) == ["home", "waiting"]


def test_saving_what_is_so_already_changes_nothing(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    alice.has_label("errand", task)
    entries = len(alice.browser.open("/history").all(".history__item"))

    saved(alice, task)

    assert len(alice.browser.open("/history").all(".history__item")) == entries


@pytest.mark.parametrize("typed", ["errand", " @Errand ", "%ERRAND", "ｅｒｒａｎｄ"])
def test_typing_a_label_that_exists_attaches_it(alice: Person, typed: str) -> None:
    (task,) = alice.has("Call mum")
    alice.has_label("errand")

    page = saved(alice, task, new_label=typed)

    assert page.status == 200
    assert borne(alice, task) == ["errand"]


def test_an_unknown_label_is_offered_and_made_only_when_it_is_saved_again(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    home = alice.has_label("home")

    offered = saved(alice, task, labels=[str(home)], new_label="@erand")
    before = borne(alice, task)
    saved(alice, task, labels=[str(home)], new_label="@erand")
    made = alice.browser.submit("main form")

    assert offered.status == 422
    assert offered.words(".field__error") == ["There is no label “erand” yet."]
    assert offered.one("details").has_attr("open")
    assert offered.one("[name=create_label]").has_attr("checked")
    assert offered.one(f"input[name=labels][value='{home}']").has_attr("checked")
    assert before == []
    assert made.status == 200
    assert borne(alice, task) == ["erand", "home"]


def test_undo_takes_a_label_back_that_was_made_by_labelling(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    saved(alice, task, new_label="errand")
    alice.browser.submit("main form")

    alice.browser.open("/history")
    undone = alice.browser.press("#undo-last")
    labels = alice.browser.open("/labels").words(".label__name")
    alice.browser.open("/history")
    alice.browser.press("#redo-last")

    assert undone.toast == "Undid adding “errand”."
    assert labels == []
    assert borne(alice, task) == ["errand"]


def test_a_declined_offer_saves_the_rest(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    home = alice.has_label("home")
    saved(alice, task, labels=[str(home)], new_label="erand")

    page = alice.browser.submit("main form", new_label="")

    assert page.status == 200
    assert borne(alice, task) == ["home"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("errand, home", "A label cannot contain a comma."),
        ("@", "Give the label a name."),
        ("x" * 61, "Use at most 60 characters."),
        ("x" * 20_000, "Use at most 10000 characters."),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_saved(alice: Person, name: str, words: str) -> None:
    (task,) = alice.has("Call mum")
    home = alice.has_label("home")

    page = saved(alice, task, labels=[str(home)], new_label=name)

    assert page.status == 422
    assert page.words(".field__error") == [words]
    assert page.all("[name=create_label]") == []
    assert borne(alice, task) == []


def test_a_label_of_another_workspace_is_as_if_it_were_missing(alice: Person, mallory: Person) -> None:
    (task,) = alice.has("Call mum")
    foreign = mallory.has_label("secret")
    senseless = ["x", "-1", "0", "9" * 40, str(2**63), str(2**62)]

    page = saved(alice, task, labels=[str(foreign), *senseless], seen_labels=senseless)

    assert page.status == 200
    assert borne(alice, task) == []
    assert "secret" not in alice.browser.open(f"/tasks/{task}/labels").text


def test_a_label_that_was_deleted_meanwhile_is_not_attached(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    gone, home = alice.has_label("errand"), alice.has_label("home")
    tab = Browser(alice.app, alice.browser.token)
    tab.open(f"/tasks/{task}/labels")
    alice.browser.open("/labels")
    alice.browser.press(f"#label-{gone}-delete")

    tab.submit("main form", labels=[str(gone), str(home)])
    alice.browser.open("/history")
    alice.browser.press("[aria-label='Undo deleting “errand”']")

    assert borne(alice, task) == ["home"]


def test_a_member_uses_the_labels_of_the_tasks_workspace_but_makes_none(alice: Person, bob: Person) -> None:
    (task,) = alice.has("Call mum")
    errand = alice.has_label("errand")
    bob.has_label("mine")

    offered = bob.browser.open(f"/tasks/{task}/labels").words(".labels-field__choice")
    used = saved(bob, task, labels=[str(errand)])
    refused = saved(bob, task, new_label="mine")

    assert offered == ["errand"]
    assert used.status == 200
    assert refused.status == 422
    assert "only the owner can make one" in refused.words(".field__error")[0]
    assert borne(alice, task) == ["errand"]


def test_what_was_labelled_reads_well_in_the_history(alice: Person) -> None:
    (task,) = alice.has("Call mum")
    errand, home = alice.has_label("errand"), alice.has_label("home")
    saved(alice, task, labels=[str(errand)])
    saved(alice, task, labels=[])
    saved(alice, task, labels=[str(errand), str(home)])

    page = alice.browser.open("/history")

    assert page.words(".history__what > p:first-child")[:5] == [
        "You labelled “Call mum @errand” and 1 more",
        "You unlabelled “Call mum @errand”",
        "You labelled “Call mum @errand”",
        "You added “home”",
        "You added “errand”",
    ]


def test_three_hundred_labels_can_be_offered(alice: Person, queries: list[str]) -> None:
    (task,) = alice.has("Call mum")
    for number in range(300):
        alice.has_label(f"label {number:03}")
    queries.clear()

    page = alice.browser.open(f"/tasks/{task}/labels")

    assert len(page.all("input[name=labels]")) == 300
    assert len(queries) == 5, queries  # visitor, row, labels, sidebar (2)
