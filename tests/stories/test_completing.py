"""Ticking tasks off: one, all, and clearing away what is done."""

from tests.builders import Person

from .vocabulary import Tab


def test_a_ring_completes_and_reopens(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks")

    tab.complete("Buy bread")
    tab.sees_completed("Buy bread")
    tab.counts("1 task left")
    tab.reload()
    tab.sees_completed("Buy bread")
    tab.reopen("Buy bread")

    tab.sees_completed()
    tab.counts("2 tasks left")
    tab.says("“Buy bread” is open again.")


def test_completing_can_be_undone_and_so_can_that(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")

    tab.complete("Buy bread")
    tab.undo()
    tab.sees_completed()
    tab.redo()

    tab.sees_completed("Buy bread")


def test_the_counter_knows_none_one_and_many(tab: Tab) -> None:
    tab.open("/tasks")
    tab.counts("0 tasks left")

    tab.add("Buy bread")
    tab.counts("1 task left")
    tab.add("Water the plants")

    tab.counts("2 tasks left")


def test_all_are_completed_and_opened_again(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks")

    tab.complete_all()
    tab.sees_completed("Buy bread", "Water the plants")
    tab.counts("0 tasks left")
    tab.says("Completed 2 tasks.")
    tab.reopen_all()

    tab.sees_completed()
    tab.counts("2 tasks left")


def test_complete_all_turns_into_reopen_all_with_the_last_open_task(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")
    tab.offers("Complete all")

    tab.complete("Buy bread")
    tab.offers("Reopen all")
    tab.reopen("Buy bread")

    tab.offers("Complete all")
    tab.does_not_offer("Reopen all")


def test_undo_of_complete_all_leaves_alone_what_was_completed_before(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    alice.has("Long done", completed=True)
    tab.open("/tasks")

    tab.complete_all()
    tab.undo()

    tab.sees("Buy bread", "Long done")
    tab.sees_completed("Long done")


def test_completed_tasks_are_cleared_and_brought_back(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    alice.has("Long done", completed=True)
    tab.open("/tasks")

    tab.clear_completed()
    tab.sees("Buy bread")
    tab.says("Deleted 1 completed task.")
    tab.does_not_offer("Clear completed")
    tab.undo()

    tab.sees("Buy bread", "Long done")
    tab.sees_completed("Long done")
    tab.offers("Clear completed")


def test_clearing_is_offered_only_when_there_is_something_to_clear(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")
    tab.does_not_offer("Clear completed")

    tab.complete("Buy bread")
    tab.offers("Clear completed")
    tab.reopen("Buy bread")

    tab.does_not_offer("Clear completed")


def test_a_deleted_task_comes_back_to_its_place(tab: Tab, alice: Person) -> None:
    alice.has("First", "Second", "Third")
    tab.open("/tasks")

    tab.delete("Second")
    tab.sees("First", "Third")
    tab.says("Deleted “Second”.")
    tab.undo()

    tab.sees("First", "Second", "Third")


def test_the_empty_list_says_what_to_do_and_stops_saying_it(tab: Tab) -> None:
    tab.open("/tasks")
    tab.sees_text("Nothing to do yet")

    tab.add("Buy bread")
    tab.does_not_see("Nothing to do yet")
    tab.delete("Buy bread")

    tab.sees_text("Nothing to do yet")
