"""Adding tasks, one line after the other."""

from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript, without_javascript
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


@without_javascript
def test_an_empty_title_is_refused_beside_the_field_until_it_is_mended(tab: Tab) -> None:
    tab.open("/tasks")

    tab.add("   ")
    tab.refuses("A task needs a title.")
    tab.add("Buy bread")

    tab.sees("Buy bread")
    tab.does_not_see("A task needs a title.")


@with_javascript
def test_enter_in_the_empty_field_does_nothing(tab: ChromiumTab) -> None:
    tab.open("/tasks")

    tab.add("")
    tab.add("   ")
    tab.add("Buy bread")

    tab.sees("Buy bread")
    expect(tab.page.get_by_role("alert")).to_have_count(0)


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

    tab.says("Added “New” to Inbox.")
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
def test_a_refused_title_keeps_the_focus_and_its_error_goes_when_typing_goes_on(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.add("x" * 501)
    tab.refuses("The title is 1 character too long; it may have 500.")
    tab.has_focus(tab.new_task)

    tab.press("Backspace")

    tab.new_task_holds("x" * 500)
    tab.does_not_see("The title is 1 character too long")
    expect(tab.new_task).not_to_have_attribute("aria-invalid", "true")


@with_javascript
def test_half_a_line_is_still_there_on_another_list_and_gone_once_added(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.page.keyboard.type("Buy br")
    expect(tab.page.locator(".reading")).to_be_visible()  # it moves what stands below

    tab.show("Active")
    tab.is_at("/tasks/active")
    tab.new_task_holds("Buy br")
    tab.has_focus(tab.new_task)
    tab.page.keyboard.type("ead")
    tab.press("Enter")
    tab.sees("Buy bread")
    tab.show("All")

    tab.is_at("/tasks")
    tab.new_task_holds("")


@with_javascript
def test_the_toast_leads_to_a_task_that_was_added_far_below(tab: ChromiumTab, alice: Person) -> None:
    alice.has(*[f"Task {number}" for number in range(1, 41)])
    tab.open("/tasks")
    tab.add("Far below")
    tab.says("Added “Far below”.")

    tab.page.get_by_role("link", name="Added “Far below”.").click()

    tab.has_focus(tab.title("Far below"))
    expect(tab.title("Far below")).to_be_in_viewport()


@with_javascript
def test_the_toast_leads_to_the_project_where_the_list_does_not_show_the_task(tab: ChromiumTab) -> None:
    tab.open("/tasks/completed")

    tab.add("Buy bread")

    tab.page.get_by_role("link", name="Added “Buy bread” to Inbox.").click()
    tab.has_focus(tab.title("Buy bread"))
