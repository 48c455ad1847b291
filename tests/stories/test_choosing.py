"""Two people at the same task: what fits is merged and said, what does not is chosen, and nothing is lost."""

from typing import Any

from tests.arranging import a_section
from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab

TITLE, MINE, THEIRS = "Book the service", "Book the service for May", "Book the gas service"
BOTH = "Book the gas service for May"


def test_different_fields_of_two_people_are_both_kept_and_it_is_said(
    tab: Tab, alice: Person, bob: Person
) -> None:
    id = edited_by_both(tab, alice, bob, priority="1")

    tab.type(MINE)
    tab.save()

    tab.says(f"Saved “{MINE}”. Also changed meanwhile: priority by Bob.")
    tab.sees(MINE)
    assert (alice.task(id).title, alice.task(id).priority) == (MINE, 1)


def test_my_version_of_the_same_field(tab: Tab, alice: Person, bob: Person) -> None:
    id = edited_by_both(tab, alice, bob, title=THEIRS)
    tab.type(MINE)
    tab.save()
    tab.sees_text("Bob changed this task while you were editing. Your text is safe. The title needs you.")
    tab.may_choose(MINE, THEIRS, BOTH)

    tab.take("Yours")
    tab.save()

    tab.sees(MINE)
    assert alice.task(id).title == MINE


def test_their_version_of_the_same_field(tab: Tab, alice: Person, bob: Person) -> None:
    id = edited_by_both(tab, alice, bob, title=THEIRS)
    tab.type(MINE)
    tab.save()
    tab.may_choose(MINE, THEIRS, BOTH)

    tab.take("Bob, just now")
    tab.save()

    tab.sees(THEIRS)
    assert alice.task(id).title == THEIRS


def test_both_versions_of_the_same_field(tab: Tab, alice: Person, bob: Person) -> None:
    id = edited_by_both(tab, alice, bob, title=THEIRS)
    tab.type(MINE)
    tab.save()
    tab.may_choose(MINE, THEIRS, BOTH)

    tab.take("Both, merged")
    tab.save()

    tab.sees(BOTH)
    assert alice.task(id).title == BOTH


def test_what_merges_beside_a_choice_is_kept_when_it_is_made(tab: Tab, alice: Person, bob: Person) -> None:
    id = edited_by_both(tab, alice, bob, title=THEIRS, priority="2")
    tab.type(MINE)
    tab.save()
    tab.sees_text("Priority was merged; the title needs you.")

    tab.save()

    tab.sees(MINE)
    assert alice.task(id).priority == 2


def test_notes_are_merged_by_words(tab: Tab, alice: Person, bob: Person) -> None:
    id = edited_by_both(tab, alice, bob, notes="Bring milk, fresh bread and salt.")

    tab.fill_in("Notes", "Bring milk, bread and sea salt.")
    tab.save()

    tab.says(f"Saved “{TITLE}”. Also changed meanwhile: notes by Bob.")
    assert alice.task(id).notes == "Bring milk, fresh bread and sea salt."


def test_notes_that_do_not_merge_are_edited_with_both_versions_beside(
    tab: Tab, alice: Person, bob: Person
) -> None:
    id = edited_by_both(tab, alice, bob, notes="Bring milk, bread and sugar.")
    tab.fill_in("Notes", "Bring milk, bread and pepper.")
    tab.save()
    tab.may_choose("Bring milk, bread and pepper.", "Bring milk, bread and sugar.")
    tab.notes_hold("Bring milk, bread and pepper. / sugar.")

    tab.fill_in("Notes", "Bring milk, bread, pepper and sugar.")
    tab.save()

    tab.says(f"Saved “{TITLE}”.")
    assert alice.task(id).notes == "Bring milk, bread, pepper and sugar."


def test_a_task_that_was_moved_meanwhile_stays_where_it_was_put(tab: Tab, alice: Person, bob: Person) -> None:
    id = edited_by_both(tab, alice, bob)
    later = a_section(alice, alice.task(id).project_id, "Later")
    change(bob, id, place=f"section-{later}")

    tab.type(MINE)
    tab.save()

    tab.says(f"Saved “{MINE}”. Also changed meanwhile: project by Bob.")
    assert alice.task(id).section_id == later


def test_a_task_that_was_deleted_meanwhile_comes_back_with_all_that_was_typed(
    tab: Tab, alice: Person, bob: Person
) -> None:
    id = edited_by_both(tab, alice, bob)
    bob.browser.open("/tasks")
    bob.browser.press(f"#task-{id}-delete")
    tab.type(MINE)
    tab.fill_in("Notes", "Ask for a receipt.")
    tab.fill_in("Add a step", "Find the number")
    tab.save()
    tab.sees_text("This task was deleted while you were editing.")
    tab.notes_hold("Ask for a receipt.")

    tab.restore_with_my_text()

    tab.says(f"“{MINE}” is back.")
    task = alice.task(id)
    assert (task.title, task.notes) == (MINE, "Ask for a receipt.")
    assert alice.task(id + 1).title == "Find the number"


def test_a_task_that_was_renamed_and_deleted_meanwhile_asks_before_it_comes_back(
    tab: Tab, alice: Person, bob: Person
) -> None:
    id = edited_by_both(tab, alice, bob, title=THEIRS)
    bob.browser.open("/tasks")
    bob.browser.press(f"#task-{id}-delete")
    tab.type(MINE)
    tab.save()
    tab.sees_text("This task was deleted while you were editing.")
    tab.restore_with_my_text()
    tab.may_choose(MINE, THEIRS, BOTH)

    tab.take("Both, merged")
    tab.restore_with_my_text()

    tab.says(f"“{BOTH}” is back.")
    assert alice.task(id).title == BOTH
    assert not alice.task(id).is_deleted


@with_javascript
def test_a_choice_is_made_with_the_keys_alone(tab: ChromiumTab, alice: Person, bob: Person) -> None:
    id = edited_by_both(tab, alice, bob, title=THEIRS)
    tab.type(MINE)
    tab.press("Enter")
    tab.has_focus(tab.page.get_by_role("radio", name="Yours"))

    tab.press("ArrowDown", "ArrowDown", "Enter")

    tab.sees(BOTH)
    assert alice.task(id).title == BOTH


@with_javascript
def test_a_reload_during_the_choice_keeps_what_was_typed_and_asks_again(
    tab: ChromiumTab, alice: Person, bob: Person
) -> None:
    edited_by_both(tab, alice, bob, title=THEIRS)
    tab.type(MINE)
    tab.save()
    tab.may_choose(MINE, THEIRS, BOTH)

    tab.reload()
    tab.start_editing(THEIRS)
    tab.editor_holds(MINE)
    tab.save()

    tab.may_choose(MINE, THEIRS, BOTH)


def edited_by_both(tab: Tab, alice: Person, bob: Person, **theirs: Any) -> int:
    """Alice has a task open for editing, which Bob changes in the meantime; its id."""
    (id,) = alice.has(TITLE)
    alice.browser.open(f"/tasks/{id}/edit")
    alice.browser.submit("form.editor", notes="Bring milk, bread and salt.")
    tab.open("/tasks")
    tab.start_editing(TITLE)
    tab.editor_holds(TITLE)
    if theirs:
        change(bob, id, **theirs)
    return id


def change(person: Person, id: int, **fields: Any) -> None:
    """Let a person save a task with these fields, in a browser of their own."""
    person.browser.open(f"/tasks/{id}/edit")
    person.browser.submit("form.editor", **fields)
