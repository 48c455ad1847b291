"""Who may make accounts, who becomes the administrator, and forms whose cookie was lost."""

import threading
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.accounts.browsers import PASSES, sign_in
from tests.builders import Person, make_person
from tests.calling import PARTIAL
from tests.pages import Browser, Page
from webapp.accounts.models import User
from webapp.clock import now
from webapp.database import writing
from webapp.extensions import db
from webapp.welcome.signing_up import new_user, sign_up

MIRA = {"name": "Mira Lind", "email": "mira@example.org", "password": PASSES}
CLOSED = "New accounts are made by whoever runs this Docket. Ask them for one."


@pytest.fixture
def closed(app: Flask) -> Iterator[Flask]:
    """An application that was open while a visitor opened the form, and is closed now."""
    app.config["REGISTRATION"] = "closed"
    yield app
    app.config["REGISTRATION"] = "open"


def people(app: Flask) -> dict[str, bool]:
    """Who has an account, and whether they are an administrator."""
    with app.app_context():
        rows = db.session.execute(select(User.email, User.is_admin).order_by(User.id))
        return {email: is_admin for email, is_admin in rows}  # noqa: C416


def test_while_registration_is_closed_there_is_no_form(closed: Flask) -> None:
    page = Browser(closed).open("/auth/register")

    assert page.status == 403
    assert CLOSED in page.words("main p")
    assert page.all("form") == []


def test_a_form_that_stood_open_makes_no_account(anonymous: Browser) -> None:
    anonymous.open("/auth/register")
    anonymous.app.config["REGISTRATION"] = "closed"

    try:
        page = anonymous.submit("form", **MIRA)
    finally:
        anonymous.app.config["REGISTRATION"] = "open"

    assert page.status == 403
    assert people(anonymous.app) == {}


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "htmx"])
def test_no_route_makes_an_account_while_registration_is_closed(
    closed: Flask, headers: dict[str, str]
) -> None:
    alice, visitor = make_person(closed, "Alice"), Browser(closed)
    token = str(visitor.open("/auth/login").one("[name=csrf_token]")["value"])
    adapter = closed.url_map.bind("localhost")
    numbers = dict.fromkeys(("id", "other_id", "version", "number"), 1)
    values = {**numbers, "status": "active", "kind": "projects", "format": "csv", "token": "x" * 43}

    for rule in closed.url_map.iter_rules():
        path = adapter.build(rule.endpoint, {name: values[name] for name in rule.arguments})
        for method in (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}:
            fields = {**MIRA, "csrf_token": token}
            visitor.client.open(path, method=method, data=fields, headers=headers)

    assert list(people(closed)) == [alice.email]


def test_the_pages_do_not_offer_what_is_closed(closed: Flask) -> None:
    visitor = Browser(closed)

    for path in ("/", "/auth/login", "/about"):
        assert visitor.open(path).all("[href='/auth/register']") == [], path


def test_whoever_runs_it_can_make_accounts_while_it_is_closed(closed: Flask) -> None:
    answer = closed.test_cli_runner().invoke(args=["user", "create", "mira@example.org"])

    assert answer.exit_code == 0
    assert people(closed) == {"mira@example.org": True}


def test_people_who_are_here_sign_in_while_it_is_closed(closed: Flask) -> None:
    alice = make_person(closed, "Alice")

    assert sign_in(Browser(closed), alice).path == "/today"


def test_the_first_person_is_the_administrator(anonymous: Browser) -> None:
    anonymous.open("/auth/register")
    anonymous.submit("form", **MIRA)

    make_person(anonymous.app, "Alice")
    make_person(anonymous.app, "Bob")

    assert people(anonymous.app) == {
        "mira@example.org": True,
        "alice@example.org": False,
        "bob@example.org": False,
    }


def test_nobody_becomes_the_administrator_by_asking(alice: Person, anonymous: Browser) -> None:
    anonymous.open("/auth/register")
    anonymous.submit("form", **MIRA, is_admin="1")

    assert people(alice.app) == {alice.email: True, "mira@example.org": False}


def test_of_people_who_come_at_once_exactly_one_is_the_administrator(
    new_migrated_app: Callable[..., Flask],
) -> None:
    app = new_migrated_app()
    barrier = threading.Barrier(6)

    def come(number: int) -> None:
        with app.app_context():
            barrier.wait()
            with writing() as session:
                sign_up(session, new_user("One", f"{number}@example.org", "hash"), now=now())

    threads = [threading.Thread(target=come, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with app.app_context():
        assert db.session.scalar(select(func.count(User.id))) == 6
    assert sorted(people(app).values()) == [False] * 5 + [True]


def without_cookie(browser: Browser, path: str, **fields: str) -> Page:
    """Send the form as a browser does that did not keep the cookie."""
    browser.open(path)
    browser.client.delete_cookie(browser.app.config["SESSION_COOKIE_NAME"])
    return browser.submit("form", **fields)


@pytest.mark.parametrize("path", ["/auth/login", "/auth/register"])
def test_a_form_whose_cookie_was_lost_says_why_and_how_to_mend_it(anonymous: Browser, path: str) -> None:
    page = without_cookie(anonymous, path, **MIRA)

    (words,) = [words for words in page.words("main p") if "cookie" in words]
    assert page.status == 400
    assert "set PUBLIC_URL=http://localhost, the address you typed" in words
    assert people(anonymous.app) == {}


def test_a_form_with_another_cookie_is_just_too_old(anonymous: Browser) -> None:
    anonymous.open("/auth/login")
    anonymous.client.set_cookie("session", "v" + 43 * "x")

    page = anonymous.submit("form", **MIRA)

    assert page.status == 401
    assert "PUBLIC_URL" not in page.text


def test_a_form_of_somebody_signed_out_asks_to_sign_in_as_ever(alice: Person) -> None:
    alice.browser.open("/tasks")
    alice.browser.client.delete_cookie("session")

    page = alice.browser.submit("#create-form", title="Typed")

    assert page.status == 401
    assert "PUBLIC_URL" not in page.text
