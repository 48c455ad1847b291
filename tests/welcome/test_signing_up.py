"""Signing up."""

import pytest
from flask import Flask
from sqlalchemy import select

from tests.accounts.browsers import PASSES, another_browser, is_signed_in
from tests.builders import Person
from tests.contents import contents
from tests.pages import Browser, Page
from webapp.accounts.models import User
from webapp.extensions import db
from webapp.tasks.samples import TITLES

MIRA = {"name": "Mira Lind", "email": "mira@example.org", "password": PASSES}


def sign_up(browser: Browser, **fields: str) -> Page:
    browser.open("/auth/register")
    return browser.submit("form", **{**MIRA, **fields})


def person(app: Flask, email: str = MIRA["email"]) -> User:
    with app.app_context():
        return db.session.scalars(select(User).where(User.email == email)).one()


def test_signing_up_leads_to_today_with_a_few_tasks_to_try(anonymous: Browser) -> None:
    page = sign_up(anonymous)

    assert (page.status, page.path) == (200, "/today")
    assert page.words(".sidebar__name") == ["Mira Lind"]
    assert page.titles == list(TITLES)


def test_signing_up_makes_a_workspace_with_an_inbox(app: Flask, anonymous: Browser) -> None:
    sign_up(anonymous)

    mira, rows = person(app), contents(app)
    assert [row[:2] for row in rows["workspace"]] == [(mira.workspace_id, "Mira Lind")]
    assert [row[1:] for row in rows["workspace_member"]] == [(mira.workspace_id, mira.id)]
    (inbox,) = rows["project"]
    assert (inbox.workspace_id, inbox.name, inbox.is_inbox) == (mira.workspace_id, "Inbox", True)
    assert [row[1:] for row in rows["project_member"]] == [(mira.workspace_id, inbox.id, mira.id, "owner")]


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("name", "   ", "What should we call you?"),
        ("name", "a" * 101, "at most 100 characters"),
        ("name", "Mi\0ra", "cannot be part of a name"),
        ("email", "", "Write your e-mail address."),
        ("email", "mira@", "does not look like an e-mail address"),
        ("email", "mira at example.org", "does not look like an e-mail address"),
        ("email", "m" * 250 + "@example.org", "at most 254"),
        ("password", "", "Choose a password."),
        ("password", "only eleven", "at least 12 characters"),
        ("password", "x y" * 334, "at most 1000 characters"),
        ("password", "long " * 20_000, "at most 1000 characters"),
    ],
    ids=lambda value: value[:12],
)
def test_what_does_not_fit_is_said_beside_its_field(
    app: Flask, anonymous: Browser, field: str, typed: str, words: str
) -> None:
    page = sign_up(anonymous, **{field: typed})

    assert page.status == 422
    assert words in page.one(f"#{field}-error").get_text()
    assert f"{field}-error" in page.one(f"#{field}")["aria-describedby"]
    assert page.one("[autofocus]")["id"] == field
    assert contents(app)["user"] == []


def test_nothing_typed_is_lost_except_the_password(anonymous: Browser) -> None:
    page = sign_up(anonymous, email="nowhere", time_zone="Europe/Zagreb")

    assert page.one("#name")["value"] == "Mira Lind"
    assert page.one("#email")["value"] == "nowhere"
    assert page.one("[name=time_zone]")["value"] == "Europe/Zagreb"
    assert not page.one("#password").get("value")


@pytest.mark.parametrize("email", ["alice@example.org", "Alice@Example.ORG", "  ALICE@EXAMPLE.ORG "])
def test_a_taken_address_is_refused_in_any_case(alice: Person, anonymous: Browser, email: str) -> None:
    before = contents(alice.app)

    page = sign_up(anonymous, email=email)

    assert page.status == 422
    assert "There is an account with this address already." in page.one("#email-error").get_text()
    assert contents(alice.app) == before


@pytest.mark.parametrize(
    ("proposed", "kept"),
    [
        ("Europe/Zagreb", "Europe/Zagreb"),
        ("UTC", "UTC"),
        ("", "UTC"),
        ("Mars/Olympus_Mons", "UTC"),
        ("../../etc/passwd", "UTC"),
    ],
)
def test_the_browser_proposes_the_time_zone(app: Flask, anonymous: Browser, proposed: str, kept: str) -> None:
    sign_up(anonymous, time_zone=proposed)

    assert person(app).time_zone == kept


@pytest.mark.parametrize(
    "password",
    [
        "mira lind 2026!",
        "Mira Lind!!!!!!",
        "mira@example.org",
        "MIRA@EXAMPLE.ORG",
        "Docket123456",
        "docketdocket",
        "mira lindmira lind",
    ],
)
def test_what_others_know_is_no_password(app: Flask, anonymous: Browser, password: str) -> None:
    page = sign_up(anonymous, password=password)

    assert page.status == 422
    assert "from your name, your address or the name of this app" in page.one("#password-error").get_text()
    assert contents(app)["user"] == []


@pytest.mark.parametrize(
    "password",
    [
        "  around and within  ",
        "zażółć gęślą jaźń",
        "🦊🌲🚲🍞📚🎈🧭🪁🧶🔭🎻🏔",
        "Correct Horse Battery",
        "x y." * 250,
    ],
    ids=lambda password: password[:12],
)
def test_a_password_is_kept_exactly(anonymous: Browser, app: Flask, password: str) -> None:
    sign_up(anonymous, password=password)
    mira = Person(app, person(app).id, "Mira", MIRA["email"], anonymous)

    assert is_signed_in(another_browser(mira, password=password))
    for other in (password.strip() + " ", password.swapcase() + "!", password[:-1]):
        assert not is_signed_in(another_browser(mira, password=other))


def test_the_password_is_nowhere_in_the_database(app: Flask, anonymous: Browser) -> None:
    sign_up(anonymous)

    assert PASSES not in str(contents(app))
    assert person(app).password_hash.startswith("$argon2id$")
    assert anonymous.token not in str(contents(app))


def test_an_address_that_has_an_account_leads_to_sign_in(alice: Person, anonymous: Browser) -> None:
    page = sign_up(anonymous, email=alice.email)

    assert page.one("#email-error").get_text() == (
        "There is an account with this address already. Sign in instead?"
    )
    assert page.one("#email-error a")["href"] == "/auth/login"
