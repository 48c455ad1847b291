"""How long a session lives, and how it ends."""

from datetime import UTC, datetime, timedelta
from time import perf_counter

import pytest
import time_machine
from sqlalchemy import select, update

from tests.builders import Person
from tests.pages import Browser
from webapp.accounts.models import Session
from webapp.extensions import db

from .browsers import another_browser, is_signed_in

START = datetime(2026, 11, 23, 8, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def last_seen(browser: Browser) -> datetime:
    with browser.app.app_context():
        return db.session.scalars(select(Session.last_seen_at).order_by(Session.id.desc())).all()[0]


@pytest.mark.parametrize(
    ("fields", "idle"), [({}, 12 * HOUR), ({"keep": "y"}, 14 * DAY)], ids=["today", "kept"]
)
def test_an_unused_session_ends(alice: Person, fields: dict[str, str], idle: timedelta) -> None:
    with time_machine.travel(START, tick=False) as clock:
        used, unused = another_browser(alice, **fields), another_browser(alice, **fields)

        clock.move_to(START + idle - MINUTE)
        assert is_signed_in(used)

        clock.move_to(START + idle)
        assert is_signed_in(used)
        assert not is_signed_in(unused)


@pytest.mark.parametrize(
    ("fields", "hop", "absolute"),
    [({}, 6 * HOUR, 24 * HOUR), ({"keep": "y"}, 10 * DAY, 90 * DAY)],
    ids=["today", "kept"],
)
def test_even_a_used_session_ends(
    alice: Person, fields: dict[str, str], hop: timedelta, absolute: timedelta
) -> None:
    with time_machine.travel(START, tick=False) as clock:
        browser = another_browser(alice, **fields)

        for number in range(absolute // hop):
            clock.move_to(START + number * hop)
            assert is_signed_in(browser), number
        clock.move_to(START + absolute - MINUTE)
        assert is_signed_in(browser)

        clock.move_to(START + absolute)
        assert not is_signed_in(browser)


def test_being_seen_is_written_once_in_a_quarter_of_an_hour(alice: Person, queries: list[str]) -> None:
    with time_machine.travel(START, tick=False) as clock:
        browser = another_browser(alice)

        for minutes, writes in ((1, 0), (15, 0), (16, 1), (17, 0), (31, 0), (32, 1)):
            clock.move_to(START + minutes * MINUTE)
            queries.clear()
            browser.open("/settings")
            assert len([query for query in queries if query.startswith("UPDATE")]) == writes, minutes

    assert last_seen(browser) == START + 32 * MINUTE


def test_looking_waits_for_nobody_who_writes(alice: Person) -> None:
    with alice.app.app_context():
        engine = db.engine
    with time_machine.travel(START, tick=False) as clock:
        browser = another_browser(alice)
        clock.move_to(START + HOUR)

        with engine.connect().execution_options(writing=True) as other:
            other.execute(update(Session).values(device="Locked"))
            began = perf_counter()
            assert browser.open("/tasks").status == 200
            assert perf_counter() - began < 2
        assert last_seen(browser) == START

        browser.open("/tasks")
        assert last_seen(browser) == START + HOUR


def test_signing_out_kills_the_session_and_not_only_the_cookie(alice: Person) -> None:
    copied = Browser(alice.app, alice.browser.token)
    assert is_signed_in(copied)
    alice.browser.open("/auth/logout")

    page = alice.browser.submit("form.form")

    assert (page.path, page.words("#toasts p")) == ("/", ["You are signed out."])
    assert not is_signed_in(alice.browser)
    assert not is_signed_in(copied)


def test_asking_to_sign_out_does_not_yet(alice: Person) -> None:
    page = alice.browser.open("/auth/logout")

    assert page.words("h1") == ["Sign out?"]
    assert is_signed_in(alice.browser)


def test_signing_out_clears_what_the_browser_keeps(alice: Person) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/auth/logout")

    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert answer.headers["HX-Redirect"] == "/"


@pytest.mark.parametrize("token", ["", "s", "s" + "A" * 43, "s" + "A" * 3000, "v" + "A" * 43, "x; y", "é"])
def test_a_made_up_cookie_opens_nothing(alice: Person, token: str) -> None:
    browser = Browser(alice.app, token)

    assert browser.open("/").status == 200
    assert not is_signed_in(browser)


def test_the_hash_in_the_database_is_no_key(alice: Person) -> None:
    with alice.app.app_context():
        (kept,) = db.session.scalars(select(Session.token_hash)).all()

    assert not is_signed_in(Browser(alice.app, f"s{kept.hex()[:43]}"))
    assert alice.browser.token.encode() not in kept
