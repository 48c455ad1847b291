"""All, Active and Completed are addresses."""

from tests.builders import Person

from .vocabulary import Tab


def test_each_filter_shows_its_tasks_and_survives_a_reload(tab: Tab, alice: Person) -> None:
    alice.has("Open")
    alice.has("Done", completed=True)
    tab.open("/tasks")
    tab.sees("Open", "Done")

    tab.show("Active")
    tab.is_at("/tasks/active")
    tab.sees("Open")
    tab.reload()
    tab.sees("Open")
    tab.show("Completed")
    tab.is_at("/tasks/completed")
    tab.sees("Done")
    tab.reload()

    tab.sees("Done")


def test_back_leads_through_the_filters(tab: Tab, alice: Person) -> None:
    alice.has("Open")
    alice.has("Done", completed=True)
    tab.open("/tasks")
    tab.show("Active")
    tab.show("Completed")
    tab.sees("Done")

    tab.back()
    tab.is_at("/tasks/active")
    tab.sees("Open")
    tab.back()

    tab.is_at("/tasks")
    tab.sees("Open", "Done")


def test_back_shows_what_was_changed_meanwhile(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks")
    tab.show("Active")
    tab.complete("Buy bread")
    tab.sees("Water the plants")

    tab.open("/about")
    tab.back()

    tab.is_at("/tasks/active")
    tab.sees("Water the plants")


def test_completing_on_the_active_list_takes_the_task_away_and_undo_brings_it_back(
    tab: Tab, alice: Person
) -> None:
    alice.has("First", "Second", "Third")
    tab.open("/tasks/active")

    tab.complete("Second")
    tab.sees("First", "Third")
    tab.counts("2 tasks left")
    tab.undo()

    tab.sees("First", "Second", "Third")
    tab.is_at("/tasks/active")


def test_reopening_on_the_completed_list_takes_the_task_away(tab: Tab, alice: Person) -> None:
    alice.has("First", "Second", completed=True)
    tab.open("/tasks/completed")

    tab.reopen("First")

    tab.sees("Second")
    tab.counts("1 task left")


def test_the_active_list_says_so_when_all_is_done(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks/active")

    tab.complete("Buy bread")
    tab.sees_text("All done")
    tab.undo()

    tab.does_not_see("All done")


def test_complete_all_empties_the_active_list(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks/active")

    tab.complete_all()

    tab.sees()
    tab.is_at("/tasks/active")


def test_what_concerns_all_is_offered_only_where_it_is_seen(tab: Tab, alice: Person) -> None:
    alice.has("Buy bread")
    alice.has("Old", completed=True)

    tab.open("/tasks/active")
    tab.offers("Complete all")
    tab.does_not_offer("Clear completed")
    tab.open("/tasks/completed")

    tab.offers("Clear completed")
    tab.does_not_offer("Complete all")
    tab.does_not_offer("Reopen all")
