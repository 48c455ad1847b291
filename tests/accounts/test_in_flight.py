"""A password is checked before the transaction that needs it: what happens in between counts."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any

import argon2
import pytest
from argon2.low_level import verify_secret

from tests.builders import PASSWORD, Person
from tests.pages import Browser, Page
from webapp.accounts.models import User
from webapp.database import writing

from .browsers import PASSES, another_browser, is_signed_in, sign_in

WRONG = "This is not your current password."
REFUSED = "That e-mail and password don’t match. Try again."
Between = Callable[[Callable[[], Page], Callable[[], None]], Page]
Meanwhile = Callable[[Person], None]


def password_changes(person: Person) -> None:
    person.browser.open("/settings")
    page = person.browser.submit(
        "form[action='/settings/password']", current_password=PASSWORD, password=PASSES
    )
    assert page.toast == "Your password is changed. Other devices are signed out."


def person_is_disabled(person: Person) -> None:
    person.app.test_cli_runner().invoke(args=["user", "disable", person.email])


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Between:
    """Runs a request up to the end of its check of a password, then something else, then its rest."""

    def run(request: Callable[[], Page], meanwhile: Callable[[], None]) -> Page:
        checked, go_on = Event(), Event()
        answers: list[Page] = []
        thread = Thread(target=lambda: answers.append(request()))

        def verify(*args: Any) -> bool:
            right = verify_secret(*args)
            if not checked.is_set():
                checked.set()
                assert go_on.wait(30)
            return right

        monkeypatch.setattr("argon2._password_hasher.verify_secret", verify)
        thread.start()
        assert checked.wait(30)
        try:
            meanwhile()
        finally:
            go_on.set()
            thread.join(30)
        return answers[0]

    return run


@pytest.mark.parametrize(
    "meanwhile", [password_changes, person_is_disabled], ids=lambda value: value.__name__
)
def test_a_sign_in_does_not_survive_what_voids_its_password(
    alice: Person, anonymous: Browser, between: Between, meanwhile: Meanwhile
) -> None:
    anonymous.open("/auth/login")

    page = between(lambda: sign_in(anonymous, alice), lambda: meanwhile(alice))

    assert page.status == 422
    assert page.words("#password-error") == [REFUSED]
    assert not is_signed_in(anonymous)


def test_a_renewed_hash_never_brings_an_old_password_back(
    alice: Person, anonymous: Browser, between: Between
) -> None:
    with alice.app.app_context(), writing() as session:
        session.get_one(User, alice.id).password_hash = argon2.PasswordHasher(3, 16, 1).hash(PASSWORD)
    anonymous.open("/auth/login")

    page = between(lambda: sign_in(anonymous, alice), lambda: password_changes(alice))

    assert page.status == 422
    assert is_signed_in(another_browser(alice, password=PASSES))
    assert not is_signed_in(another_browser(alice))


CHANGES = {
    "email": {"email": "new@example.org", "current_password": PASSWORD},
    "password": {"password": "a thief’s own long words", "current_password": PASSWORD},
}


@pytest.mark.parametrize("form", CHANGES)
def test_a_change_does_not_survive_the_session_it_was_made_in(
    alice: Person, between: Between, form: str
) -> None:
    thief = another_browser(alice)
    thief.open("/settings")

    page = between(
        lambda: thief.submit(f"form[action='/settings/{form}']", **CHANGES[form]),
        lambda: password_changes(alice),
    )

    assert page.status == 401
    assert page.one("form")["action"] == "/auth/login"
    assert is_signed_in(another_browser(alice, password=PASSES))


@pytest.mark.parametrize("form", CHANGES)
def test_a_change_does_not_survive_the_password_it_was_allowed_by(
    alice: Person, between: Between, form: str
) -> None:
    def change_the_hash() -> None:
        with alice.app.app_context(), writing() as session:
            session.get_one(User, alice.id).password_hash = argon2.PasswordHasher(1, 8, 1).hash(PASSES)

    alice.browser.open("/settings")

    page = between(
        lambda: alice.browser.submit(f"form[action='/settings/{form}']", **CHANGES[form]), change_the_hash
    )

    assert page.status == 422
    assert page.words(f"#{form}-current_password-error") == [WRONG]
    assert is_signed_in(another_browser(alice, password=PASSES))


@pytest.mark.parametrize("form", CHANGES)
@pytest.mark.parametrize("kept", [{}, {"keep": "y"}], ids=["today", "kept"])
def test_a_copied_cookie_is_dead_after_a_change_of_password_or_address(
    alice: Person, form: str, kept: dict[str, str]
) -> None:
    browser = another_browser(alice, **kept)
    copied = browser.token
    browser.open("/settings")

    page = browser.submit(f"form[action='/settings/{form}']", **CHANGES[form])

    assert page.toast.endswith("Other devices are signed out.")
    assert browser.token != copied
    assert is_signed_in(browser)
    assert not is_signed_in(Browser(alice.app, copied))
    assert not is_signed_in(alice.browser)
    cookie = browser.client.get_cookie("session")
    assert cookie is not None
    assert (cookie.max_age is not None) == bool(kept)


@pytest.mark.parametrize("form", CHANGES)
def test_no_link_outlives_a_change_of_password_or_address(alice: Person, form: str) -> None:
    said = alice.app.test_cli_runner().invoke(args=["user", "reset-link", alice.email]).output
    link = said[said.index("/auth/reset/") :].split()[0]
    alice.browser.open("/settings")

    alice.browser.submit(f"form[action='/settings/{form}']", **CHANGES[form])

    assert Browser(alice.app).open(link).status == 404
