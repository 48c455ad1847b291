"""Two tabs, or two people, at the same task: no word is lost and nothing is overwritten in silence."""

from tests.builders import Person
from tests.pages import Browser

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_a_stale_edit_shows_both_texts_and_saving_then_replaces(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    edit_in_another_tab(tab, "Bread", "Rye bread")

    tab.type("White bread")
    tab.save()
    tab.sees_text("You changed this task elsewhere while you were editing.")
    tab.may_choose("White bread", "Rye bread")
    tab.save()

    tab.sees("White bread")


def test_cancelling_a_stale_edit_keeps_the_other_text(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    edit_in_another_tab(tab, "Bread", "Rye bread")
    tab.type("White bread")
    tab.save()
    tab.sees_text("You changed this task elsewhere while you were editing.")

    tab.cancel()

    tab.sees("Rye bread")


def test_a_second_change_during_the_conflict_is_a_conflict_again(tab: Tab, alice: Person) -> None:
    (id,) = alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    edit_in_another_tab(tab, "Bread", "Rye bread")
    tab.type("White bread")
    tab.save()
    tab.sees_text("Rye bread")
    edit_on_another_device(alice, id, "Corn bread")

    tab.save()

    tab.may_choose("White bread", "Corn bread")


def test_the_same_edit_in_both_tabs_is_no_conflict(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    edit_in_another_tab(tab, "Bread", "Rye bread")

    tab.type("Rye bread")
    tab.save()

    tab.sees("Rye bread")


def test_a_completion_in_another_tab_does_not_disturb_an_edit(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    other = tab.another()
    other.open("/tasks")
    other.complete("Bread")
    other.sees_completed("Bread")
    other.close()

    tab.type("Rye bread")
    tab.save()

    tab.sees("Rye bread")
    tab.sees_completed("Rye bread")


def test_a_task_deleted_during_an_edit_can_be_restored_with_my_text(tab: Tab, alice: Person) -> None:
    alice.has("Bread", "Milk")
    tab.open("/tasks")
    tab.start_editing("Bread")
    delete_in_another_tab(tab, "Bread")

    tab.type("Rye bread")
    tab.save()
    tab.sees_text("This task was deleted while you were editing.")
    tab.editor_holds("Rye bread")
    tab.restore_with_my_text()

    tab.says("“Rye bread” is back.")
    tab.sees("Rye bread", "Milk")
    tab.editor_is_closed()


def test_restoring_with_an_empty_text_is_refused_and_can_be_mended(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    delete_in_another_tab(tab, "Bread")
    tab.type("Rye bread")
    tab.save()
    tab.sees_text("This task was deleted while you were editing.")

    tab.type(" ")
    tab.restore_with_my_text()
    tab.sees_text("A task needs a title.")
    tab.type("Corn bread")
    tab.restore_with_my_text()

    tab.sees("Corn bread")


def test_a_deleted_task_may_stay_deleted(tab: Tab, alice: Person) -> None:
    alice.has("Bread", "Milk")
    tab.open("/tasks")
    tab.start_editing("Bread")
    delete_in_another_tab(tab, "Bread")
    tab.type("Rye bread")
    tab.save()
    tab.sees_text("This task was deleted while you were editing.")

    tab.cancel()

    tab.sees("Milk")
    tab.editor_is_closed()


def test_completing_what_another_tab_deleted_says_so(tab: Tab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    delete_in_another_tab(tab, "Bread")

    tab.complete("Bread")

    tab.sees_text("was deleted meanwhile")


def test_deleting_what_another_tab_deleted_ends_the_same(tab: Tab, alice: Person) -> None:
    alice.has("Bread", "Milk")
    tab.open("/tasks")
    delete_in_another_tab(tab, "Bread")

    tab.delete("Bread")
    tab.sees("Milk")
    tab.undo()

    tab.sees("Bread", "Milk")


@with_javascript
def test_a_conflict_does_not_save_when_the_focus_leaves(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Bread")
    tab.open("/tasks")
    tab.start_renaming("Bread")
    edit_in_another_tab(tab, "Bread", "Rye bread")
    tab.type("White bread")
    tab.new_task.click()
    tab.sees_text("You changed this task elsewhere while you were editing.")
    tab.take("You,")

    tab.new_task.click()
    tab.add("Milk")

    tab.sees("Milk")
    tab.may_choose("White bread", "Rye bread")
    assert alice.task(id).title == "Rye bread"


def edit_in_another_tab(tab: Tab, title: str, new_title: str) -> None:
    other = tab.another()
    other.open("/tasks")
    other.edit(title, new_title)
    other.sees(new_title)
    other.close()


def edit_on_another_device(person: Person, id: int, new_title: str) -> None:
    """Where no draft of this browser is."""
    other = Browser(person.app, person.browser.token)
    other.open(f"/tasks/{id}/edit")
    other.submit("form.editor", title=new_title)


def delete_in_another_tab(tab: Tab, title: str) -> None:
    other = tab.another()
    other.open("/tasks")
    other.delete(title)
    other.says(f"Deleted “{title}”.")
    other.close()
