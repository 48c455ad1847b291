"""Signing in."""

from typing import Any

import argon2
import pytest
from argon2.low_level import verify_secret

from tests.builders import PASSWORD, Person
from tests.pages import Browser, Page
from webapp.accounts.models import User
from webapp.database import writing

from .browsers import another_browser, is_signed_in, sign_in

REFUSED = "That e-mail and password don’t match. Try again."


def without_what_was_typed(page: Page) -> str:
    """The page's content, without the address typed and the token, which differ."""
    for field in page.all("[name=email], [name=csrf_token]"):
        del field["value"]
    return str(page.one("main"))


def change(person: Person, **columns: object) -> None:
    with person.app.app_context(), writing() as session:
        user = session.get_one(User, person.id)
        for name, value in columns.items():
            setattr(user, name, value)


def test_signing_in_leads_to_today(alice: Person, anonymous: Browser) -> None:
    page = sign_in(anonymous, alice)

    assert page.path == "/today"
    assert page.words(".sidebar__name") == ["Alice"]


@pytest.mark.parametrize("email", ["ALICE@example.org", "  alice@Example.org "])
def test_an_address_is_known_in_any_case(alice: Person, anonymous: Browser, email: str) -> None:
    assert sign_in(anonymous, alice, email=email).path == "/today"


def test_a_wrong_password_and_an_unknown_address_answer_alike(alice: Person) -> None:
    wrong = sign_in(Browser(alice.app), alice, password="not her password")
    unknown = sign_in(Browser(alice.app), alice, email="nobody@example.org")

    assert wrong.status == unknown.status == 422
    assert wrong.words("#password-error") == [REFUSED]
    assert without_what_was_typed(wrong) == without_what_was_typed(unknown)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"password": "not her password"},
        {"email": "nobody@example.org"},
        {"email": "not an address"},
        {"email": "nobody@example.org", "password": "nobody has this password"},
    ],
    ids=str,
)
def test_every_attempt_costs_one_verification(
    alice: Person, anonymous: Browser, fields: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def count(*args: Any) -> bool:
        seen.append(args)
        return verify_secret(*args)

    monkeypatch.setattr("argon2._password_hasher.verify_secret", count)

    page = sign_in(anonymous, alice, **fields)

    assert len(seen) == 1
    assert (page.path == "/today") == (fields == {})


@pytest.mark.parametrize("password", ["", "x" * 1001, PASSWORD + " ", " " + PASSWORD, PASSWORD.upper()])
def test_what_is_not_exactly_the_password_is_refused(
    alice: Person, anonymous: Browser, password: str
) -> None:
    page = sign_in(anonymous, alice, password=password)

    assert page.status == 422
    assert page.one("#email")["value"] == alice.email
    assert not page.one("#password").get("value")
    assert not is_signed_in(anonymous)


def test_somebody_who_is_disabled_is_answered_like_anybody_unknown(alice: Person) -> None:
    alice.app.test_cli_runner().invoke(args=["user", "disable", alice.email])

    page = sign_in(Browser(alice.app), alice)

    assert page.status == 422
    assert page.words("#password-error") == [REFUSED]


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/tasks/active", "/tasks/active"),
        ("/settings?x=1", "/settings?x=1"),
        ("https://evil.example/", "/today"),
        ("//evil.example/", "/today"),
        ("/\\evil.example", "/today"),
        ("javascript:alert(1)", "/today"),
    ],
)
def test_one_is_led_back_only_within_the_site(
    alice: Person, anonymous: Browser, wanted: str, reached: str
) -> None:
    page = sign_in(anonymous, alice, next=wanted)

    assert page.path == reached


def test_one_is_led_back_to_the_page_that_asked(alice: Person, anonymous: Browser) -> None:
    asked = anonymous.open("/tasks/completed?after=")

    page = sign_in(anonymous, alice)

    assert asked.path.startswith("/auth/login?next=")
    assert page.path == "/tasks/completed?after="


def test_each_sign_in_begins_a_new_session(alice: Person) -> None:
    browser = Browser(alice.app)
    browser.open("/auth/login")
    before = browser.token

    sign_in(browser, alice)

    assert before != browser.token
    assert is_signed_in(browser)
    assert not is_signed_in(Browser(alice.app, before))


def test_a_token_that_somebody_planted_is_not_taken_over(alice: Person) -> None:
    planted = f"s{'A' * 43}"
    browser = Browser(alice.app, planted)

    sign_in(browser, alice)

    assert browser.token != planted
    assert not is_signed_in(Browser(alice.app, planted))


@pytest.mark.parametrize(("fields", "age"), [({}, None), ({"keep": "y"}, "90")], ids=["today", "kept"])
def test_keep_me_signed_in_makes_the_cookie_outlive_the_browser(
    alice: Person, fields: dict[str, str], age: str | None
) -> None:
    browser = another_browser(alice, **fields)

    cookie = browser.client.get_cookie("session")
    assert cookie is not None
    assert cookie.http_only
    assert cookie.same_site == "Lax"
    assert (cookie.max_age is not None and cookie.max_age // 86400) == (age is not None and int(age))


def test_a_hash_of_another_cost_is_made_anew(alice: Person, anonymous: Browser) -> None:
    change(alice, password_hash=argon2.PasswordHasher(3, 16, 1).hash(PASSWORD))

    page = sign_in(anonymous, alice)

    with alice.app.app_context(), writing() as session:
        renewed = session.get_one(User, alice.id).password_hash
    assert page.path == "/today"
    assert "m=8,t=1,p=1" in renewed
    assert is_signed_in(another_browser(alice))
