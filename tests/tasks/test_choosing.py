"""What the editors of tasks and labels ask, merge and say when others were there in the meantime."""

import pytest
from sqlalchemy import delete

from tests.arranging import a_project
from tests.builders import Person
from tests.pages import Browser, Page
from webapp.activity.models import Activity
from webapp.database import writing


@pytest.fixture
def id(alice: Person) -> int:
    """A task of Alice's that she has open in the full editor."""
    (id,) = alice.has("Bread")
    alice.browser.open(f"/tasks/{id}/edit")
    return id


def change(person: Person, id: int, **fields: str) -> Page:
    """Let a person save a task in a browser of its own."""
    browser = Browser(person.app, person.browser.token)
    browser.open(f"/tasks/{id}/edit")
    return browser.submit("form.editor", **fields)


def choices(page: Page) -> dict[str, list[str]]:
    """What is to be chosen, by field."""
    return {
        str(fieldset.legend.get_text()): [text.get_text() for text in fieldset.select(".choice__text")]
        for fieldset in page.all(".choice")
        if fieldset.legend
    }


def test_short_fields_are_chosen_between_mine_and_theirs(alice: Person, bob: Person, id: int) -> None:
    change(bob, id, priority="2")

    asked = alice.browser.submit("form.editor", priority="1")
    saved = alice.browser.submit("form.editor", priority="2")

    assert asked.status == 409
    assert choices(asked) == {"Priority": ["Priority 1", "Priority 2"]}
    assert saved.toast == "Saved “Bread”."
    assert alice.task(id).priority == 2


def test_two_places_are_a_choice(alice: Person, id: int) -> None:
    garden, house = a_project(alice, "Garden"), a_project(alice, "House")
    change(alice, id, place=f"project-{garden}")

    asked = alice.browser.submit("form.editor", place=f"project-{house}")
    alice.browser.submit("form.editor")

    assert choices(asked) == {"Project": ["House", "Garden"]}
    assert alice.task(id).project_id == house


def test_the_notice_is_announced_and_the_first_choice_has_the_focus(
    alice: Person, bob: Person, id: int
) -> None:
    change(bob, id, title="Rye bread", priority="2")

    asked = alice.browser.submit("form.editor", title="White bread", priority="1")

    assert asked.words("form.editor [role=alert]") == [
        "Bob changed this task while you were editing. Your text is safe. The title and priority need you."
    ]
    assert asked.one("[autofocus]")["value"] == "White bread"
    assert asked.words(".choice__was") == ["It was “Bread”"]
    assert asked.words(".choice__whose") == ["Yours", "Bob, just now", "Yours", "Bob, just now"]


def test_the_title_alone_is_chosen_where_it_stands(alice: Person, bob: Person, id: int) -> None:
    tab = alice.browser
    tab.open(f"/tasks/{id}/title/edit")
    change(bob, id, title="Rye Bread")

    asked = tab.submit("form.editor", title="Bread for Sunday")
    saved = tab.submit("form.editor", title="Rye Bread for Sunday")

    assert choices(asked) == {"Title": ["Bread for Sunday", "Rye Bread", "Rye Bread for Sunday"]}
    assert saved.toast == "Saved “Rye Bread for Sunday”."


def test_a_title_that_is_saved_says_what_else_was_changed(alice: Person, bob: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/title/edit")
    change(bob, id, notes="From the corner", priority="3")

    saved = alice.browser.submit("form.editor", title="Rye bread")

    assert saved.toast == "Saved “Rye bread”. Also changed meanwhile: notes and priority by Bob."


def test_without_its_history_the_versions_are_asked_for_all_the_same(
    alice: Person, bob: Person, id: int
) -> None:
    change(bob, id, title="Rye bread", notes="From the corner")
    with alice.app.app_context(), writing() as session:
        session.execute(delete(Activity).where(Activity.workspace_id == alice.workspace_id))

    asked = alice.browser.submit("form.editor", title="White bread", notes="From the baker")
    alice.browser.submit("form.editor", notes="From the corner")

    assert asked.status == 409
    assert choices(asked) == {
        "Title": ["White bread", "Rye bread"],
        "Notes": ["From the baker", "From the corner"],
    }
    assert asked.words(".choice__whose") == ["Yours", "As it is now"] * 2
    assert (alice.task(id).title, alice.task(id).notes) == ("White bread", "From the corner")


def test_back_and_saving_once_more_asks(alice: Person, id: int) -> None:
    tab = Browser(alice.app, alice.browser.token)
    tab.page = alice.browser.current
    alice.browser.submit("form.editor", title="Rye bread")

    asked = tab.submit("form.editor", title="White bread")

    assert asked.status == 409
    assert choices(asked) == {"Title": ["White bread", "Rye bread"]}
    assert alice.task(id).title == "Rye bread"


def test_a_form_that_comes_twice_saves_once_and_asks_nothing(alice: Person, id: int) -> None:
    tab = Browser(alice.app, alice.browser.token)
    tab.page = alice.browser.current
    alice.browser.submit("form.editor", title="Rye bread", notes="From the corner")

    again = tab.submit("form.editor", title="Rye bread", notes="From the corner")

    assert again.status == 200
    assert alice.task(id).version == 2


def test_a_second_change_during_the_choice_is_asked_about_too(alice: Person, bob: Person, id: int) -> None:
    change(bob, id, title="Rye bread")
    alice.browser.submit("form.editor", title="White bread")
    change(bob, id, title="Corn bread", priority="1")

    asked = alice.browser.submit("form.editor")
    alice.browser.submit("form.editor")

    assert choices(asked) == {"Title": ["White bread", "Corn bread"]}
    assert (alice.task(id).title, alice.task(id).priority) == ("White bread", 1)


def test_what_changed_there_and_back_is_no_conflict(alice: Person, bob: Person, id: int) -> None:
    change(bob, id, title="Rye bread")
    change(bob, id, title="Bread")

    saved = alice.browser.submit("form.editor", title="White bread")

    assert saved.toast == "Saved “White bread”."


def test_notes_too_long_to_keep_when_merged_are_asked_about(alice: Person, id: int) -> None:
    change(alice, id, notes="middle")
    alice.browser.open(f"/tasks/{id}/edit")
    change(alice, id, notes=f"{'a ' * 15_000}middle")

    asked = alice.browser.submit("form.editor", notes=f"middle{' b' * 15_000}")

    assert asked.status == 409


def test_a_deleted_task_comes_back_with_every_field_of_the_editor(
    alice: Person, bob: Person, id: int
) -> None:
    house, label = a_project(alice, "House"), alice.has_label("errand")
    bob.browser.open("/tasks")
    bob.browser.press(f"#task-{id}-delete")
    sent = {"title": "Rye bread", "notes": "From the corner", "priority": "1", "labels": str(label)}

    asked = alice.browser.submit(
        "form.editor", **sent, place=f"project-{house}", step="Take the bag", new_label="shop"
    )
    offered = alice.browser.submit("form.editor")
    back = alice.browser.submit("form.editor")

    assert (asked.status, offered.status) == (404, 422)
    assert offered.words(".field__error") == ["There is no label “shop” yet."]
    assert back.toast == "“Rye bread” is back."
    task, row = alice.task(id), back.one(f"#task-{id}")
    assert (task.notes, task.priority, task.project_id) == ("From the corner", 1, house)
    assert [label.get_text() for label in row.select(".task__label")] == ["errand", "shop"]
    assert alice.task(id + 1).title == "Take the bag"


def test_a_deleted_task_comes_back_without_a_label_that_nobody_wanted_made(
    alice: Person, bob: Person, id: int
) -> None:
    bob.browser.open("/tasks")
    bob.browser.press(f"#task-{id}-delete")
    alice.browser.submit("form.editor", title="Rye bread", new_label="shop")
    alice.browser.submit("form.editor")

    back = alice.browser.submit("form.editor", new_label="")

    assert back.toast == "“Rye bread” is back."
    assert alice.browser.open("/labels").all(".label") == []


def test_a_label_whose_making_was_agreed_to_is_not_asked_for_again(
    alice: Person, bob: Person, id: int
) -> None:
    alice.browser.submit("form.editor", new_label="shop")
    bob.browser.open("/tasks")
    bob.browser.press(f"#task-{id}-delete")

    gone = alice.browser.submit("form.editor")
    back = alice.browser.submit("form.editor")

    assert gone.status == 404
    assert back.one(f"#task-{id} .task__label").get_text() == "shop"


def test_a_label_that_was_coloured_meanwhile_says_so(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open(f"/labels/{id}/edit")
    other = Browser(alice.app, alice.browser.token)
    other.open(f"/labels/{id}/edit")
    other.submit(".label-form", hue="5")

    saved = alice.browser.submit(".label-form", name="errands")

    assert saved.toast == "Saved “@errands”. Also changed meanwhile: colour by you."


def test_two_colours_of_a_label_are_a_choice(alice: Person) -> None:
    id = alice.has_label("errand")
    alice.browser.open(f"/labels/{id}/edit")
    other = Browser(alice.app, alice.browser.token)
    other.open(f"/labels/{id}/edit")
    other.submit(".label-form", hue="5")

    asked = alice.browser.submit(".label-form", hue="17")

    assert asked.status == 409
    assert choices(asked) == {"Colour": ["Blue", "Orange"]}
