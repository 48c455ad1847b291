"""How often a password may be tried, from one source and on one account."""

import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from tests.accounts.browsers import is_signed_in, sign_in
from tests.builders import Person, make_person
from tests.pages import Browser, Page
from webapp.attempts import Attempt, allow_attempt, forget_attempts, source_prefix
from webapp.database import writing
from webapp.extensions import db

START = datetime(2026, 11, 23, 8, tzinfo=UTC)
WRONG = "not her password"
Clock = time_machine.Traveller


@pytest.fixture
def clock() -> Iterator[Clock]:
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def browser_at(app: Flask, address: str) -> Browser:
    browser = Browser(app)
    browser.client.environ_base["REMOTE_ADDR"] = address
    return browser


def fail(person: Person, times: int, address: str = "192.0.2.1") -> list[int]:
    """The statuses of so many sign-ins with a wrong password, one after the other."""
    browser = browser_at(person.app, address)
    return [sign_in(browser, person, password=WRONG).status for _ in range(times)]


def wait_of(page: Page) -> timedelta:
    return timedelta(seconds=int(page.headers["Retry-After"]))


@pytest.mark.usefixtures("clock")
def test_a_password_may_be_tried_ten_times_in_a_quarter_of_an_hour(alice: Person) -> None:
    assert fail(alice, 12) == [422] * 10 + [429] * 2


@pytest.mark.usefixtures("clock")
def test_even_the_right_password_has_to_wait(alice: Person) -> None:
    browser = browser_at(alice.app, "192.0.2.1")
    fail(alice, 10)

    page = sign_in(browser, alice)

    assert page.status == 429
    assert wait_of(page) == timedelta(seconds=30)
    assert not is_signed_in(browser)


@pytest.mark.usefixtures("clock")
def test_the_wait_is_said_beside_the_field_and_nothing_typed_is_lost(alice: Person) -> None:
    fail(alice, 10)

    page = sign_in(browser_at(alice.app, "192.0.2.1"), alice, keep="y", next="/tasks/active")

    assert page.words("#password-error") == ["That was tried too often. Wait 30 seconds, then try again."]
    assert page.one("#email")["value"] == alice.email
    assert page.one("[name=next]")["value"] == "/tasks/active"
    assert page.one("[name=keep]").has_attr("checked")
    assert not page.one("#password").get("value")


def test_each_further_wait_is_twice_as_long_up_to_the_window(alice: Person, clock: Clock) -> None:
    browser = browser_at(alice.app, "192.0.2.1")
    fail(alice, 10)
    waits = []

    for _ in range(80):
        refused = sign_in(browser, alice, password=WRONG)
        waits.append(wait_of(refused))
        clock.shift(waits[-1])
        assert sign_in(browser, alice, password=WRONG).status == 422

    assert [wait.seconds for wait in waits[:6]] == [30, 60, 120, 240, 480, 900]
    assert set(waits[6:]) == {timedelta(minutes=15)}


def test_a_quarter_of_an_hour_without_a_try_forgets_it_all(alice: Person, clock: Clock) -> None:
    fail(alice, 9)

    clock.shift(timedelta(minutes=15))

    assert fail(alice, 11) == [422] * 10 + [429]


@pytest.mark.usefixtures("clock")
def test_the_right_password_forgets_the_wrong_ones(alice: Person) -> None:
    fail(alice, 9)

    assert sign_in(browser_at(alice.app, "192.0.2.1"), alice).path == "/today"

    assert fail(alice, 11) == [422] * 10 + [429]


@pytest.mark.usefixtures("clock")
def test_what_one_source_does_never_keeps_the_owner_out(alice: Person) -> None:
    for last in range(1, 4):
        fail(alice, 60, f"192.0.2.{last}")

    assert sign_in(browser_at(alice.app, "198.51.100.7"), alice).path == "/today"


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("email", ["ALICE@example.org", "  alice@Example.org "])
def test_another_spelling_of_the_address_counts_as_the_same(alice: Person, email: str) -> None:
    fail(alice, 10)

    assert sign_in(browser_at(alice.app, "192.0.2.1"), alice, email=email).status == 429


@pytest.mark.usefixtures("clock")
def test_unknown_addresses_are_counted_alike(alice: Person) -> None:
    nobody = Person(alice.app, 0, "Nobody", "nobody@example.org", alice.browser)

    assert fail(nobody, 12) == [422] * 10 + [429] * 2


@pytest.mark.usefixtures("clock")
def test_one_source_may_try_a_hundred_times_an_hour_whatever_it_tries(app: Flask) -> None:
    browser = browser_at(app, "192.0.2.1")
    people = [Person(app, 0, "", f"person{number}@example.org", browser) for number in range(102)]

    statuses = [sign_in(browser, person).status for person in people]

    assert statuses == [422] * 100 + [429] * 2


def test_a_source_may_try_again_an_hour_later(app: Flask, clock: Clock) -> None:
    with app.test_request_context():
        for _ in range(99):
            allow_attempt()

    clock.shift(timedelta(hours=1))

    with app.test_request_context():
        allow_attempt()
        assert [row.count for row in db.session.scalars(select(Attempt))] == [1]


@pytest.mark.usefixtures("clock")
def test_a_rollback_of_the_request_does_not_forget_a_try(app: Flask) -> None:
    with app.test_request_context():
        allow_attempt("alice@example.org")
        with pytest.raises(ZeroDivisionError), writing():
            1 / 0  # noqa: B018

    with app.test_request_context():
        assert [row.count for row in db.session.scalars(select(Attempt))] == [1, 1]


@pytest.mark.usefixtures("clock")
def test_no_address_is_kept(alice: Person) -> None:
    fail(alice, 1)

    with alice.app.app_context():
        rows = [vars(row) for row in db.session.scalars(select(Attempt))]
    assert len(rows) == 2
    assert "alice" not in str(rows)
    assert "192.0.2" not in str(rows)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("", "not an address", True),
    ],
)
def test_a_source_is_an_address_or_the_network_of_a_customer(
    app: Flask, one: str, other: str, same: bool
) -> None:
    sources = []
    for address in (one, other):
        with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
            sources.append(source_prefix())

    assert (sources[0] == sources[1]) is same


@pytest.mark.usefixtures("clock")
def test_a_proxy_that_nobody_told_of_switches_the_limit_per_source_off(
    alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    alice.app.extensions.pop("warned_of_proxy", None)
    browser = Browser(alice.app)
    browser.client.environ_base["HTTP_X_FORWARDED_FOR"] = "192.0.2.1"
    people = [Person(alice.app, 0, "", f"person{number}@example.org", browser) for number in range(102)]

    with caplog.at_level(logging.WARNING):
        statuses = {sign_in(browser, person).status for person in people}

    warnings = [record.getMessage() for record in caplog.records if "PROXY_HOPS" in record.getMessage()]
    assert statuses == {422}
    assert len(warnings) == 1
    assert sign_in(Browser(alice.app), alice).path == "/today"


@pytest.mark.usefixtures("clock")
def test_naming_a_proxy_does_not_free_anybody_to_try_one_password_for_ever(alice: Person) -> None:
    browser = Browser(alice.app)
    statuses = []

    for number in range(12):
        browser.client.environ_base["HTTP_X_FORWARDED_FOR"] = f"192.0.2.{number}"
        statuses.append(sign_in(browser, alice, password=WRONG).status)

    assert statuses == [422] * 10 + [429] * 2


@pytest.mark.usefixtures("clock")
def test_behind_a_known_proxy_the_source_is_who_asked_it(new_migrated_app: Callable[..., Flask]) -> None:
    app = new_migrated_app(PROXY_HOPS="1")
    alice, browser = make_person(app, "Alice"), Browser(app)
    browser.client.environ_base["HTTP_X_FORWARDED_FOR"] = "198.51.100.9, 192.0.2.1"
    spoofed, other = Browser(app), Browser(app)
    spoofed.client.environ_base["HTTP_X_FORWARDED_FOR"] = "203.0.113.3, 192.0.2.1"
    other.client.environ_base["HTTP_X_FORWARDED_FOR"] = "192.0.2.2"

    for _ in range(10):
        sign_in(browser, alice, password=WRONG)

    assert sign_in(spoofed, alice).status == 429
    assert sign_in(other, alice).path == "/today"


@pytest.mark.usefixtures("clock")
def test_forgetting_leaves_the_count_of_the_source(app: Flask) -> None:
    with app.test_request_context():
        allow_attempt("alice@example.org")
        forget_attempts("alice@example.org")

        assert [row.count for row in db.session.scalars(select(Attempt))] == [1]
