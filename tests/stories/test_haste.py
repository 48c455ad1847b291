"""Hands quicker than the network: what was discarded stays so, and every click does what it was meant for."""

from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .test_failing import go_offline, slow_down, unsaved

pytestmark = with_javascript


def test_lines_typed_faster_than_they_are_saved_become_a_task_each(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    slow_down(tab)

    for line in ("Bread", "Milk", "Milk", "Salt"):
        tab.page.keyboard.type(line, delay=20)
        tab.press("Enter")

    tab.sees("Bread", "Milk", "Milk", "Salt")
    tab.new_task_holds("")
    tab.has_focus(tab.new_task)
    tab.reload()
    tab.sees("Bread", "Milk", "Milk", "Salt")


def test_a_line_half_typed_while_the_last_is_being_saved_stays(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    slow_down(tab)

    tab.page.keyboard.type("Bread")
    tab.press("Enter")
    tab.page.keyboard.type("Mi")
    tab.sees("Bread")
    tab.page.keyboard.type("lk")

    tab.new_task_holds("Milk")
    tab.has_focus(tab.new_task)


def test_a_refused_line_comes_back_before_what_was_typed_since(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    tab.page.keyboard.insert_text("x" * 501)
    slow_down(tab)

    tab.press("Enter")
    tab.page.keyboard.type("Milk")

    tab.refuses("The title is 1 character too long; it may have 500.")
    tab.new_task_holds("x" * 501 + " Milk")


def test_escape_and_a_click_elsewhere_save_nothing(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Bread")
    tab.open("/tasks")
    tab.start_editing("Bread")
    tab.type("Something else")
    slow_down(tab)

    tab.press("Escape")
    tab.editor_is_closed()
    tab.new_task.click(delay=80)
    tab.page.wait_for_load_state("networkidle")

    tab.sees("Bread")
    assert alice.task(id).title == "Bread"


def test_cancel_and_escape_close_the_editor_without_a_network(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    for leave in (tab.cancel, lambda: tab.press("Escape")):
        tab.start_editing("Bread")
        tab.type("Something else")
        go_offline(tab)

        leave()

        tab.editor_is_closed()
        tab.sees("Bread")
        tab.has_focus(tab.title("Bread"))
        tab.context.set_offline(False)


def test_cancel_shows_what_was_changed_meanwhile(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread", "Milk")
    tab.open("/tasks")
    tab.start_renaming("Bread")
    tab.editor_holds("Bread")
    tab.page.keyboard.press("Tab")

    tab.complete_all()

    tab.sees_completed("Bread", "Milk")
    tab.editor_is_closed()


def test_a_click_on_a_ring_below_an_editor_saves_and_completes(tab: ChromiumTab, alice: Person) -> None:
    bread, _ = alice.has("Bread", "Milk")
    tab.open("/tasks")
    tab.start_renaming("Bread")
    tab.type("Rye bread")

    tab.check("Milk", checked=False).click(delay=200)

    tab.sees("Rye bread", "Milk")
    tab.sees_completed("Milk")
    assert alice.task(bread).title == "Rye bread"


def test_a_click_on_a_title_below_an_editor_saves_and_opens(tab: ChromiumTab, alice: Person) -> None:
    bread, _ = alice.has("Bread", "Milk")
    tab.open("/tasks")
    tab.start_renaming("Bread")
    tab.type("Rye bread")
    slow_down(tab)

    tab.title("Milk").click(delay=200)

    tab.sees("Rye bread")
    tab.editor_holds("Milk")
    assert alice.task(bread).title == "Rye bread"


def test_a_double_click_on_a_bin_deletes_one_task(tab: ChromiumTab, alice: Person) -> None:
    alice.has("First", "Second", "Third")
    tab.open("/tasks")

    double_click(tab, "Delete: First")

    tab.sees("Second", "Third")
    tab.reload()
    tab.sees("Second", "Third")


def test_a_double_click_on_complete_all_reopens_nothing_and_reopening_can_be_undone(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("First", "Second")
    tab.open("/tasks")

    double_click(tab, "Complete all")
    tab.sees_completed("First", "Second")
    tab.reload()
    tab.sees_completed("First", "Second")
    tab.reopen_all()
    tab.sees_completed()
    tab.undo()

    tab.sees_completed("First", "Second")


def test_a_link_followed_from_an_editor_waits_for_the_save(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_renaming("Bread")
    tab.type("Rye bread")
    slow_down(tab)

    tab.show("Active")

    tab.is_at("/tasks/active")
    tab.sees("Rye bread")


def test_a_link_is_not_followed_away_from_an_edit_that_could_not_be_saved(
    tab: ChromiumTab, alice: Person
) -> None:
    alice.has("Bread")
    tab.open("/tasks")
    tab.start_renaming("Bread")
    tab.type("Rye bread")
    go_offline(tab)

    tab.show("Active")

    expect(unsaved(tab)).to_have_count(1)
    tab.editor_holds("Rye bread")
    tab.is_at("/tasks")
    tab.context.set_offline(False)
    tab.save()
    tab.says("Saved “Rye bread”.")


def test_a_long_title_is_seen_whole_in_its_editor_and_stays_one_line(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Read the long book " * 20)
    tab.open("/tasks")
    tab.start_editing(("Read the long book " * 20).strip())
    assert tab.editor.evaluate("field => field.scrollHeight <= field.clientHeight")

    tab.page.keyboard.insert_text(" and\nthis")
    tab.press("Enter")

    tab.editor_is_closed()
    assert alice.task(id).title.endswith("book and this")


def double_click(tab: ChromiumTab, button: str) -> None:
    """Two clicks on one place, so far apart that the first one's answer has come."""
    tab.button(button).scroll_into_view_if_needed()
    box = tab.button(button).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tab.page.mouse.move(x, y)
    for count in (1, 2):
        tab.page.mouse.down(click_count=count)
        tab.page.mouse.up(click_count=count)
        expect(tab.page.locator(".toast")).to_be_visible()
