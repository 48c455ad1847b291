"""When a task is to be done: picked in words, with the keyboard alone, and without JavaScript."""

from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .vocabulary import Tab


def test_a_day_is_picked_by_words_and_taken_back(tab: Tab, alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    tab.open("/tasks/active")
    tab.follow("Date: Book the boiler service")

    tab.fill_in("Date in words", "27 nov 2099 9am")
    tab.choose("Set")

    tab.says("Planned “Book the boiler service” for Fri 27 Nov 2099 09:00.")
    tab.sees_text("Fri 27 Nov 2099 09:00")
    tab.is_at("/tasks/active")
    tab.undo()
    tab.does_not_see("Fri 27 Nov 2099 09:00")
    assert alice.task(id).due_on is None


def test_words_that_are_no_date_stay_until_they_are_one(tab: Tab, alice: Person) -> None:
    alice.has("Book the boiler service")
    tab.open("/tasks")
    tab.follow("Date: Book the boiler service")
    tab.fill_in("Date in words", "blue moon")
    tab.choose("Set")
    tab.refuses("“blue moon” is not understood as a date. Write, for example, “tomorrow 9am” or “27 nov”.")

    tab.fill_in("Date in words", "27 nov 2099")
    tab.choose("Set")

    tab.sees_text("Fri 27 Nov 2099")


@with_javascript
def test_a_day_is_picked_with_the_keys_alone(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    tab.open("/tasks")
    tab.title("Book the boiler service").focus()
    tab.press("t")
    words = tab.page.get_by_label("Date in words")
    tab.has_focus(words)
    words.press_sequentially("27 nov 2099 9am")
    expect(tab.page.locator("#picker-reading")).to_have_text("reads as Fri 27 Nov 2099, 09:00")
    words.fill("")

    tab.page.locator(".month__day[tabindex='0']").focus()
    first = tab.page.locator(".month__day:focus").get_attribute("value")
    for key in ("ArrowDown", "ArrowRight", "PageDown"):
        tab.press(key)
        expect(tab.page.locator(".month__day:focus")).to_have_count(1)  # another month may have to come first
    expect(tab.page.locator(".month__day:focus")).not_to_have_attribute("value", str(first))
    chosen = tab.page.locator(".month__day:focus").get_attribute("value")
    tab.press("Enter")

    expect(tab.page.locator("#picker")).to_be_hidden()
    tab.has_focus(tab.page.locator(f"#task-{id}-title"))
    assert str(alice.task(id).due_on) == chosen


@with_javascript
def test_what_is_typed_in_the_editor_outlives_the_picking_of_a_date(tab: ChromiumTab, alice: Person) -> None:
    (id,) = alice.has("Book the boiler service")
    tab.open("/tasks")
    tab.start_editing("Book the boiler service")
    tab.type("Book the service")

    tab.follow("Date: No date")
    tab.choose("No date")
    tab.follow("Date: No date")
    tab.fill_in("Date in words", "27 nov 2099")
    tab.choose("Set")
    expect(tab.page.get_by_role("dialog")).to_have_count(0)

    tab.editor_holds("Book the service")
    tab.sees_text("Fri 27 Nov 2099")
    tab.save()
    tab.says("Saved “Book the service”.")
    assert str(alice.task(id).due_on) == "2099-11-27"
