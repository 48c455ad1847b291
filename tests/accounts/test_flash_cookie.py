"""What is told after a redirect reaches the person it was meant for, and nobody else."""

import pytest

from tests.builders import Person
from tests.pages import Browser, form_values

from .browsers import sign_in
from .test_settings import PROFILE


def with_flash_of(person: Person, browser: Browser) -> None:
    """Put a toast that waits for a person into another browser."""
    fields = form_values(person.browser.open("/settings").one(PROFILE))
    answer = person.browser.client.post("/settings", data=fields)
    cookie = person.browser.client.get_cookie("flash")
    assert (answer.status_code, cookie is not None) == (303, True)
    assert cookie is not None
    browser.client.set_cookie("flash", cookie.value)


@pytest.mark.parametrize("path", ["/tasks", "/settings"])
def test_a_toast_never_reaches_another_person(alice: Person, mallory: Person, path: str) -> None:
    with_flash_of(alice, mallory.browser)

    assert mallory.browser.open(path).toast == ""


def test_a_toast_never_reaches_who_signs_in_next(alice: Person, mallory: Person, anonymous: Browser) -> None:
    anonymous.open("/auth/login")
    with_flash_of(alice, anonymous)

    page = sign_in(anonymous, mallory)

    assert page.path == "/today"
    assert page.toast == ""


def test_what_was_not_told_before_signing_out_is_not_told_afterwards(alice: Person) -> None:
    with_flash_of(alice, alice.browser)
    token = str(alice.browser.current.one("#act [name=csrf_token]")["value"])

    alice.browser.client.post("/auth/logout", data={"csrf_token": token})

    toast = alice.browser.open("/").toast
    assert toast.endswith("You are signed out.")
    assert "saved" not in toast


def test_a_toast_reaches_its_person_once(alice: Person) -> None:
    with_flash_of(alice, alice.browser)

    assert alice.browser.open("/tasks").toast == "Your settings are saved."
    assert alice.browser.open("/tasks").toast == ""
