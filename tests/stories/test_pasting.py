"""Pasting several lines where one task was expected."""

import pytest
from playwright.sync_api import expect

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab

PASTE = """(field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@with_javascript
def test_lines_that_are_pasted_are_looked_at_and_then_added(tab: ChromiumTab) -> None:
    tab.open("/tasks")
    field = tab.page.locator("#new-title")
    field.fill("For Sunday: ")

    field.evaluate(PASTE, "- Bread\n  - [x] Rye\n- Milk\n")
    text = tab.page.get_by_label("Tasks, one on each line")
    expect(text).to_have_value("For Sunday: - Bread\n  [x] Rye\nMilk")
    text.fill("Bread\n  Rye\nMilk")
    tab.page.get_by_role("button", name="Add these tasks").click()

    tab.sees("Bread", "Milk")
    expect(tab.page.locator("#toasts")).to_contain_text("Added 3 tasks.")


@with_javascript
@pytest.mark.parametrize("text", ["Bread", "Bread\n"])
def test_one_line_that_is_pasted_stays_in_the_field(tab: ChromiumTab, text: str) -> None:
    tab.open("/tasks")
    field = tab.page.locator("#new-title")

    field.evaluate(PASTE, text)

    expect(tab.page.get_by_role("heading", level=1)).to_have_text("Tasks")
    tab.add("Milk")
    tab.sees("Milk")
