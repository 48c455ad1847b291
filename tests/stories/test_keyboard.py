"""A day's work with nothing but the keyboard: where the focus goes."""

from playwright.sync_api import Locator

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab

pytestmark = with_javascript


def tab_to(tab: ChromiumTab, element: Locator, most: int = 40) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(most):
        if element.evaluate("element => element === document.activeElement"):
            return
        tab.press("Tab")
    tab.has_focus(element)


def test_tab_leads_to_the_ring_and_space_completes_and_reopens(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")

    tab_to(tab, tab.check("Buy bread", checked=False))
    tab.press("Space")
    tab.sees_completed("Buy bread")
    tab.has_focus(tab.check("Buy bread", checked=True))
    tab.press("Space")

    tab.sees_completed()
    tab.has_focus(tab.check("Buy bread", checked=False))


def test_after_completing_on_active_the_focus_goes_to_the_ring_now_in_that_place(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("First", "Second", "Third")
    tab.open("/tasks/active")
    tab_to(tab, tab.check("Second", checked=False))

    tab.press("Space")

    tab.sees("First", "Third")
    tab.has_focus(tab.check("Third", checked=False))


def test_after_completing_the_last_one_the_focus_goes_to_the_ring_before(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("First", "Second")
    tab.open("/tasks/active")
    tab_to(tab, tab.check("Second", checked=False))

    tab.press("Space")

    tab.sees("First")
    tab.has_focus(tab.check("First", checked=False))


def test_after_completing_the_only_one_the_focus_goes_to_the_field_for_a_new_task(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("Only")
    tab.open("/tasks/active")
    tab_to(tab, tab.check("Only", checked=False))

    tab.press("Space")

    tab.sees()
    tab.has_focus(tab.new_task)


def test_after_deleting_the_focus_goes_to_the_button_now_in_that_place(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("First", "Second", "Third")
    tab.open("/tasks")
    tab_to(tab, tab.button("Delete: Second"))

    tab.press("Enter")

    tab.sees("First", "Third")
    tab.has_focus(tab.button("Delete: Third"))


def test_undo_can_be_reached_and_brings_the_task_back(tab: ChromiumTab, alice: Person) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")
    tab_to(tab, tab.button("Delete: First"))
    tab.press("Enter")
    tab.sees("Second")

    tab_to(tab, tab.button("Undo"))
    tab.press("Enter")

    tab.sees("First", "Second")


def test_enter_on_a_title_edits_it_and_enter_saves_it(tab: ChromiumTab, alice: Person) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")
    tab_to(tab, tab.title("Second"))
    tab.press("Enter")
    tab.has_focus(tab.editor)

    tab.page.keyboard.type(" and third")
    tab.press("Enter")

    tab.sees("First", "Second and third")
    tab.has_focus(tab.title("Second and third"))


def test_after_escape_the_focus_is_on_the_title_that_opened_the_editor(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")
    tab_to(tab, tab.title("Second"))
    tab.press("Enter")
    tab.has_focus(tab.editor)
    tab.page.keyboard.type("Something else")

    tab.press("Escape")

    tab.sees("First", "Second")
    tab.has_focus(tab.title("Second"))


def test_after_saving_with_the_button_the_focus_is_on_the_title(tab: ChromiumTab, alice: Person) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")
    tab_to(tab, tab.title("First"))
    tab.press("F2")
    tab.has_focus(tab.editor)
    tab.page.keyboard.type(" of all")

    tab.press("Tab", "Enter")

    tab.has_focus(tab.title("First of all"))


def test_tabbing_out_of_the_editor_saves_and_goes_on(tab: ChromiumTab, alice: Person) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")
    tab_to(tab, tab.title("First"))
    tab.press("F2")
    tab.has_focus(tab.editor)
    tab.type("1. First")

    tab.press("Tab", "Tab", "Tab")

    tab.sees("1. First", "Second")
    tab.has_focus(tab.check("Second", checked=False))


def test_a_refused_edit_keeps_the_focus_in_the_field(tab: ChromiumTab, alice: Person) -> None:
    alice.has("First")
    tab.open("/tasks")
    tab_to(tab, tab.title("First"))
    tab.press("Enter")
    tab.has_focus(tab.editor)

    tab.press("Control+A", "Delete", "Enter")

    tab.refuses("A task needs a title.")
    tab.has_focus(tab.editor)


def test_complete_all_keeps_the_focus(tab: ChromiumTab, alice: Person) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")
    tab_to(tab, tab.button("Complete all"))

    tab.press("Enter")

    tab.has_focus(tab.button("Reopen all"))


def test_a_link_skips_to_the_content(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.page.get_by_role("link", name="Skip to the content").focus()

    tab.press("Enter")

    tab.has_focus(tab.page.locator("#main"))


def test_an_edit_refused_at_the_button_takes_the_focus_back_to_the_field(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")
    tab.title("First").focus()
    tab.press("F2")
    tab.has_focus(tab.editor)

    tab.press("Control+A", "Delete", "Tab", "Enter")

    tab.sees_text("A task needs a title.")
    tab.has_focus(tab.editor)
