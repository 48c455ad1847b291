"""What hands do in Chromium: finding what a name belongs to, pressing it, typing."""

import re

from playwright.sync_api import Locator, Page

# For how long a finger rests on a button, in milliseconds.
PRESSED = 80


class Fingers:
    """Of a tab with a page."""

    page: Page

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def _row(self, title: str) -> Locator:
        exactly = re.compile(f"^\\s*{re.escape(title)}\\s*$")
        return self.page.get_by_role("listitem").filter(has_text=exactly)

    def _press(self, name: str) -> None:
        self.button(name).click(delay=PRESSED)

    def _type_into(self, field: Locator, text: str) -> None:
        """Replace what stands in a field, key by key."""
        field.click(delay=PRESSED)
        self.press("ControlOrMeta+A", "Delete")
        self.page.keyboard.type(text)

    def _link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=name, exact=True)
