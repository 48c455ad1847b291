"""The audit trail: what happens to an account stands in the log, and whose it is."""

from typing import Any

from tests.accounts.browsers import PASSES, another_browser, sign_in
from tests.builders import PASSWORD, Person
from tests.crawling import reset_path
from tests.ground.conftest import Lines
from tests.pages import Browser


def trail(lines: Lines) -> list[tuple[str, Any]]:
    """What was noted since the last look, and of whom."""
    return [(line["message"], line["person"]) for line in lines() if line.get("audit")]


def test_coming_and_going_are_noted(alice_served: Person, lines: Lines) -> None:
    browser = another_browser(alice_served)
    browser.open("/auth/logout")
    browser.submit("form[action='/auth/logout']")

    assert trail(lines) == [("signed in", alice_served.id), ("signed out", alice_served.id)]


def test_a_failure_is_noted_with_the_account_that_it_was_aimed_at(alice_served: Person, lines: Lines) -> None:
    browser = Browser(alice_served.app)

    sign_in(browser, alice_served, password="not the password")
    sign_in(browser, alice_served, email="nobody@example.org")

    assert trail(lines) == [("sign-in failed", alice_served.id), ("sign-in failed", None)]


def test_a_new_account_is_noted(alice_served: Person, lines: Lines) -> None:
    browser = Browser(alice_served.app)

    browser.open("/auth/register")
    browser.submit("form", name="Bob", email="bob@example.org", password=PASSES)

    (signed_up, id), signed_in = trail(lines)
    assert signed_up == "signed up"
    assert signed_in == ("signed in", id)


def test_each_change_of_what_one_signs_in_with_is_noted(alice_served: Person, lines: Lines) -> None:
    browser = alice_served.browser
    changes = (
        ("/settings/password", {"current_password": "wrong", "password": PASSES}),
        ("/settings/password", {"current_password": PASSWORD, "password": PASSES}),
        ("/settings/email", {"current_password": PASSES, "email": "new@example.org"}),
    )

    for address, fields in changes:
        browser.open("/settings")
        browser.submit(f"form[action='{address}']", **fields)

    assert trail(lines) == [
        ("password not confirmed", alice_served.id),
        ("password changed", alice_served.id),
        ("address changed", alice_served.id),
    ]


def test_ending_sessions_elsewhere_is_noted(alice_served: Person, lines: Lines) -> None:
    another_browser(alice_served)
    another_browser(alice_served)
    lines()

    alice_served.browser.open("/settings/devices")
    alice_served.browser.press(".devices__item:last-child button")
    alice_served.browser.press("button[formaction='/settings/devices/others/delete']")

    assert trail(lines) == [
        ("device signed out", alice_served.id),
        ("other devices signed out", alice_served.id),
    ]


def test_a_password_set_by_a_link_is_noted(alice_served: Person, lines: Lines) -> None:
    browser = Browser(alice_served.app)

    browser.open(reset_path(alice_served.app, alice_served))
    browser.submit("form", password=PASSES)

    assert trail(lines) == [("password set by a link", alice_served.id)]
