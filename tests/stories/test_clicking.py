"""A click is no drag: whatever has to be fetched for the first, no row hangs on the pointer afterwards."""

from playwright.sync_api import expect

from tests.builders import Person

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab

pytestmark = with_javascript


def test_the_first_click_on_a_title_opens_the_task_and_takes_no_row(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Milk", "Bread")
    tab.open("/tasks")
    page = tab.page

    page.get_by_role("link", name="Milk", exact=True).click()
    expect(page.locator(".task--open")).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.mouse.move(5, 5)
    page.mouse.move(60, 60)

    expect(page.locator(".task--open")).to_be_visible()
    expect(page.locator(".sortable-chosen, .dragging")).to_have_count(0)
