"""Adding tasks, one line after the other."""

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_a_new_task_is_trimmed_and_the_field_is_empty_again(tab: Tab) -> None:
    tab.open("/tasks")

    tab.add("  Buy bread  ")

    tab.sees("Buy bread")
    tab.new_task_holds("")


def test_new_tasks_go_to_the_end_of_the_list(tab: Tab) -> None:
    tab.open("/tasks")

    tab.add("Buy bread")
    tab.add("Water the plants")

    tab.sees("Buy bread", "Water the plants")


def test_an_empty_title_is_refused_beside_the_field_until_it_is_mended(tab: Tab) -> None:
    tab.open("/tasks")

    tab.add("   ")
    tab.refuses("A task needs a title.")
    tab.add("Buy bread")

    tab.sees("Buy bread")
    tab.does_not_see("A task needs a title.")


def test_a_title_that_is_too_long_is_refused_and_stays_in_the_field(tab: Tab) -> None:
    tab.open("/tasks")

    tab.add("x" * 501)

    tab.refuses("The title is 1 character too long; it may have 500.")
    tab.new_task_holds("x" * 501)
    tab.sees()


def test_a_task_added_on_the_completed_list_is_not_shown_there(tab: Tab, alice: Person) -> None:
    alice.has("Old", completed=True)
    tab.open("/tasks/completed")

    tab.add("New")

    tab.says("Added “New”.")
    tab.sees("Old")
    tab.counts("1 task left")


@with_javascript
def test_the_field_for_a_new_task_has_the_focus_before_and_after_adding(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.has_focus(tab.new_task)

    tab.page.keyboard.type("Buy bread")
    tab.press("Enter")
    tab.sees("Buy bread")
    tab.has_focus(tab.new_task)
    tab.page.keyboard.type("Water the plants")
    tab.press("Enter")

    tab.sees("Buy bread", "Water the plants")


@with_javascript
def test_the_field_keeps_the_focus_when_a_title_is_refused(tab: ChromiumTab) -> None:
    tab.open("/tasks")

    tab.press("Enter")

    tab.refuses("A task needs a title.")
    tab.has_focus(tab.new_task)
