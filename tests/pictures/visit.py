"""A visit to the application in Chromium, by somebody of whom nothing is known yet."""

from dataclasses import dataclass

from flask import Flask
from playwright.sync_api import Page

from tests.builders import Person
from tests.pages import Browser
from webapp.welcome.demo import COMPLETED, OPEN


@dataclass
class Visit:
    """A tab, the person in front of it, and where the application answers."""

    app: Flask
    page: Page
    address: str
    person: Person

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def sign_in(self) -> None:
        name = self.app.config["SESSION_COOKIE_NAME"]
        self.page.context.add_cookies(
            [{"name": name, "value": self.person.browser.token, "url": self.address}]
        )

    def see_list(self, *, open: tuple[str, ...] = OPEN, completed: tuple[str, ...] = COMPLETED) -> list[int]:
        """Sign in and look at a list; the ids of its open tasks."""
        ids = self.person.has(*open)
        self.person.has(*completed, completed=True)
        self.sign_in()
        self.open("/tasks")
        return ids

    def edit(self, id: int) -> None:
        self.page.locator(f"#task-{id}-title").click()
        self.page.locator(".editor__title").wait_for()

    def type(self, title: str) -> None:
        self.page.locator(".editor__title").fill(title)
        self.page.locator(".editor .button--main").click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def elsewhere(self) -> Browser:
        """Another tab of the person's."""
        return Browser(self.app, self.person.browser.token)

    def see(self, selector: str) -> None:
        self.page.locator(selector).first.wait_for()
