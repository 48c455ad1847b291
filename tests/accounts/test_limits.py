"""Every door behind which something is guessed is limited: sign-up, links and confirmations by password."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.builders import PASSWORD, Person
from tests.crawling import reset_path
from tests.pages import Browser, Page

from .browsers import sign_in

START = datetime(2026, 11, 23, 8, tzinfo=UTC)
WRONG = "not her password"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(START, tick=False) as clock:
        yield clock


def wait_of(page: Page) -> timedelta:
    return timedelta(seconds=int(page.headers["Retry-After"]))


@pytest.mark.usefixtures("clock")
def test_signing_up_is_limited_per_source(anonymous: Browser) -> None:
    anonymous.open("/auth/register")
    statuses = []

    for _ in range(101):
        if not anonymous.current.all("form"):
            anonymous.open("/auth/register")
        statuses.append(anonymous.submit("form", email="nowhere").status)

    assert statuses == [422] * 100 + [429]
    assert anonymous.current.words("h1") == ["That was tried too often"]
    assert anonymous.current.words("main p")[1:2] == ["Wait 30 seconds, then try again."]
    assert wait_of(anonymous.current) == timedelta(seconds=30)


@pytest.mark.usefixtures("clock")
def test_choosing_a_password_by_a_link_is_limited_per_source(alice: Person) -> None:
    visitor, link = Browser(alice.app), reset_path(alice.app, alice)
    visitor.open(link)

    statuses = [visitor.submit("form", password="short").status for _ in range(100)]

    assert statuses == [422] * 100
    assert visitor.submit("form", password="a phrase of her own").status == 429
    elsewhere = Browser(alice.app)
    elsewhere.client.environ_base["REMOTE_ADDR"] = "192.0.2.1"
    assert sign_in(elsewhere, alice).path == "/today"


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("form", ["email", "password"])
def test_confirming_by_a_password_is_limited(alice: Person, form: str) -> None:
    fields = {"email": "new@example.org"} if form == "email" else {"password": "a phrase of her own"}
    statuses = []

    for current in [WRONG] * 10 + [PASSWORD]:
        alice.browser.open("/settings")
        page = alice.browser.submit(f"form[action$={form}]", current_password=current, **fields)
        statuses.append(page.status)

    assert statuses == [422] * 10 + [429]
    assert page.words("h1") == ["That was tried too often"]


@pytest.mark.usefixtures("clock")
def test_htmx_gets_the_wait_as_a_toast(alice: Person) -> None:
    alice.browser.open("/settings")
    fields = {"email": "new@example.org", "current_password": WRONG}

    answers = [alice.browser.partial("POST", "/settings/email", fields) for _ in range(11)]

    assert answers[-1].status == 429
    assert answers[-1].one("hx-partial")["hx-target"] == "#toasts"
    assert answers[-1].toast == "Wait 30 seconds, then try again."
    assert wait_of(answers[-1]) == timedelta(seconds=30)
