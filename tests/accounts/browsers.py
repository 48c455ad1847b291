"""Browsers in which a person signs in by the form."""

from tests.builders import PASSWORD, Person
from tests.pages import Browser, Page

PASSES = "a phrase that nobody else would think of"


def sign_in(browser: Browser, person: Person, **fields: str) -> Page:
    """Fill in the form that stands, or open it first."""
    if browser.page is None or not browser.page.all("form[action='/auth/login']"):
        browser.open("/auth/login")
    return browser.submit("form", **{"email": person.email, "password": PASSWORD, **fields})


def another_browser(person: Person, **fields: str) -> Browser:
    """The person signed in on one more device."""
    browser = Browser(person.app)
    sign_in(browser, person, **fields)
    return browser


def is_signed_in(browser: Browser) -> bool:
    return browser.open("/tasks").path == "/tasks"
