"""Taking back what was done: from the toast, from the History page, by keys, later and elsewhere."""

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_a_change_is_undone_and_done_again_from_its_toast(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.complete("Bread")

    tab.undo()
    tab.says("Undid completing “Bread”.")
    tab.sees_completed()
    tab.redo()

    tab.says("Redid completing “Bread”.")
    tab.sees_completed("Bread")


def test_a_deleted_task_comes_back_to_its_place(tab: Tab, alice: Person) -> None:
    alice.has("Bread", "Milk", "Tea")
    tab.open("/tasks")
    tab.delete("Milk")
    tab.sees("Bread", "Tea")

    tab.undo()

    tab.sees("Bread", "Milk", "Tea")


def test_undoing_the_last_change_twice_undoes_two(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.edit("Bread", "Rye bread")
    tab.sees("Rye bread")
    tab.complete("Rye bread")
    tab.sees_completed("Rye bread")

    tab.open("/history")
    tab.choose("Undo the last change")
    tab.says("Undid completing “Rye bread”.")
    tab.choose("Undo the last change")
    tab.says("Undid renaming “Rye bread”.")

    tab.open("/tasks")
    tab.sees("Bread")
    tab.sees_completed()


def test_a_change_of_another_tab_is_undone_from_the_history(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    other = tab.another()
    other.open("/tasks")
    other.complete("Bread")
    other.sees_completed("Bread")
    other.close()

    tab.open("/history")
    tab.choose("Undo completing “Bread”")
    tab.says("Undid completing “Bread”.")
    tab.sees_text("Undone")
    tab.choose("Redo completing “Bread”")
    tab.says("Redid completing “Bread”.")

    tab.open("/tasks")
    tab.sees_completed("Bread")


def test_what_a_later_change_builds_on_is_undone_with_it(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.edit("Bread", "Rye bread")
    tab.sees("Rye bread")
    tab.edit("Rye bread", "Corn bread")
    tab.sees("Corn bread")

    tab.open("/history")
    tab.choose("Undo renaming “Rye bread”")
    tab.sees_text("Renaming “Rye bread” cannot be undone: A later change builds on this one.")
    tab.choose("Undo both")
    tab.says("Undid renaming “Rye bread”.")

    tab.open("/tasks")
    tab.sees("Bread")


def test_what_was_done_to_all_is_undone_at_once(tab: Tab, alice: Person) -> None:
    alice.has("Bread", "Milk", completed=True)
    tab.open("/tasks")
    tab.clear_completed()
    tab.sees()

    tab.undo()

    tab.says("Undid deleting 2 tasks.")
    tab.sees("Bread", "Milk")


def test_a_deleted_task_is_restored_from_the_bin(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.delete("Bread")
    tab.sees()

    tab.open("/bin")
    tab.choose("Restore: Bread")
    tab.says("“Bread” is back.")
    tab.sees_text("The bin is empty")

    tab.open("/tasks")
    tab.sees("Bread")


@with_javascript
def test_keys_undo_and_redo_but_not_while_typing(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.complete("Bread")
    tab.sees_completed("Bread")

    tab.press("z")
    tab.says("Undid completing “Bread”.")
    tab.sees_completed()
    tab.press("Shift+Z")
    tab.says("Redid completing “Bread”.")
    tab.new_task.press("z")

    tab.new_task_holds("z")
    tab.sees_completed("Bread")
