"""What happened to a task, read and taken back by somebody else than who did it."""

from tests.builders import Person

from .vocabulary import Tab


def renamed_by(person: Person, id: int, title: str) -> None:
    person.browser.open(f"/tasks/{id}/edit")
    person.browser.submit("form.editor", title=title)


def test_somebody_elses_change_is_found_in_the_editor_and_taken_back(
    tab: Tab, alice: Person, bob: Person
) -> None:
    (id,) = alice.has("Bread")
    renamed_by(bob, id, "Rye bread")
    tab.open(f"/tasks/{id}/edit")

    tab.follow("History of this task")
    tab.sees_text("Bob renamed “Rye bread”")
    tab.choose("Undo renaming “Rye bread”")
    tab.says("Undid renaming “Rye bread”, a change by Bob.")
    tab.sees_text("You undid renaming “Rye bread”")

    tab.open("/tasks")
    tab.sees("Bread")


def test_two_changes_of_somebody_else_are_taken_back_together(tab: Tab, alice: Person, bob: Person) -> None:
    (id,) = alice.has("Bread")
    renamed_by(bob, id, "Rye bread")
    renamed_by(bob, id, "Corn bread")
    tab.open(f"/tasks/{id}/history")

    tab.choose("Undo renaming “Rye bread”")
    tab.sees_text("Renaming “Rye bread” cannot be undone: A later change builds on this one.")
    tab.choose("Undo both")
    tab.says("Undid renaming “Rye bread”, a change by Bob.")

    tab.open("/tasks")
    tab.sees("Bread")


def test_the_history_of_a_project_is_narrowed_to_a_person_and_a_kind(
    tab: Tab, alice: Person, bob: Person
) -> None:
    (id,) = alice.has("Bread")
    renamed_by(bob, id, "Rye bread")
    tab.open(f"/tasks/{id}/history")
    tab.follow("Everything that happened in Inbox")

    tab.pick("By whom", "Bob")
    tab.pick("What kind", "Added")
    tab.choose("Show")
    tab.sees_text("No such change")
    tab.follow("Show all changes")

    tab.sees_text("Bob renamed “Rye bread”")
    tab.sees_text("You added “Bread”")
