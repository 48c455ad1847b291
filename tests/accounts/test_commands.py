"""`flask user …`, for instances without mail, and the links that it prints."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from click.testing import Result
from flask import Flask

from tests.builders import PASSWORD, Person
from tests.contents import contents
from tests.crawling import reset_path
from tests.pages import Browser, Page

from .browsers import PASSES, another_browser, is_signed_in, sign_in

START = datetime(2026, 11, 23, 8, tzinfo=UTC)


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=["user", *words])


def choose(browser: Browser, path: str, password: str = PASSES) -> Page:
    page = browser.open(path)
    return browser.submit("form", password=password) if page.all("form") else page


def test_an_account_is_made_and_gets_a_link_for_its_password(app: Flask) -> None:
    answer = run(app, "create", "mira@example.org", "--name", "Mira Lind")

    said, link = answer.output.splitlines()
    browser = Browser(app)
    mira = Person(app, 0, "Mira Lind", "mira@example.org", browser)
    assert said == "Made an account for mira@example.org."
    assert link.startswith("http://localhost/auth/reset/")
    assert choose(browser, link.removeprefix("http://localhost")).path == "/auth/login"
    assert sign_in(browser, mira, password=PASSES).words(".sidebar__name") == ["Mira Lind"]
    assert len(contents(app)["project"]) == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["create", "nowhere"], "does not look like an e-mail address"),
        (["create", "ALICE@example.org"], "There is an account with the address"),
        (["reset-link", "nobody@example.org"], "There is no account with the address nobody@example.org."),
        (["disable", "nobody@example.org"], "There is no account with the address nobody@example.org."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_said_in_one_line(alice: Person, words: list[str], complaint: str) -> None:
    before = contents(alice.app)

    answer = run(alice.app, *words)

    assert answer.exit_code == 1
    assert complaint in answer.output
    assert len(answer.output.splitlines()) == 1
    assert contents(alice.app) == before


def test_disabling_signs_out_at_once_and_keeps_everything(alice: Person) -> None:
    alice.has("Kept")
    link = reset_path(alice.app, alice)
    assert is_signed_in(alice.browser)

    answer = run(alice.app, "disable", "Alice@Example.org")

    assert answer.exit_code == 0
    assert not is_signed_in(alice.browser)
    assert alice.browser.open(link).status == 404
    assert len(contents(alice.app)["task"]) == 1


def test_a_link_for_somebody_disabled_opens_nothing(alice: Person) -> None:
    run(alice.app, "disable", alice.email)

    assert Browser(alice.app).open(reset_path(alice.app, alice)).status == 404


def test_a_link_sets_the_password_once_and_ends_all_sessions(alice: Person) -> None:
    phone, link = another_browser(alice), reset_path(alice.app, alice)
    visitor = Browser(alice.app)

    page = choose(visitor, link)

    assert (page.path, page.toast) == ("/auth/login", "Your new password is set. Sign in with it.")
    assert not is_signed_in(alice.browser)
    assert not is_signed_in(phone)
    assert visitor.open(link).status == 404
    assert sign_in(Browser(alice.app), alice, password=PASSWORD).status == 422
    assert is_signed_in(another_browser(alice, password=PASSES))


def test_a_form_that_stood_open_cannot_be_sent_twice(alice: Person) -> None:
    link = reset_path(alice.app, alice)
    first, second = Browser(alice.app), Browser(alice.app)
    first.open(link)
    second.open(link)
    first.submit("form", password=PASSES)

    page = second.submit("form", password=PASSES + " again")

    assert page.status == 404
    assert is_signed_in(another_browser(alice, password=PASSES))


def test_a_bad_password_leaves_the_link_alive(alice: Person) -> None:
    link, visitor = reset_path(alice.app, alice), Browser(alice.app)

    page = choose(visitor, link, "short")

    assert page.status == 422
    assert page.words("#password-error") != []
    assert choose(visitor, link).path == "/auth/login"


@pytest.mark.parametrize(("minutes", "status"), [(29, 200), (30, 404)])
def test_a_link_lives_for_half_an_hour(alice: Person, minutes: int, status: int) -> None:
    with time_machine.travel(START, tick=False) as clock:
        link = reset_path(alice.app, alice)

        clock.move_to(START + timedelta(minutes=minutes))

        assert Browser(alice.app).open(link).status == status


def test_a_newer_link_voids_the_older(alice: Person) -> None:
    older, newer = reset_path(alice.app, alice), reset_path(alice.app, alice)

    assert Browser(alice.app).open(older).status == 404
    assert Browser(alice.app).open(newer).status == 200


def test_changing_the_password_voids_a_link(alice: Person) -> None:
    link = reset_path(alice.app, alice)
    alice.browser.open("/settings")
    alice.browser.submit("form[action$=password]", current_password=PASSWORD, password=PASSES)

    assert Browser(alice.app).open(link).status == 404


@pytest.mark.parametrize("path", ["/auth/reset/made-up", "/auth/reset/" + "A" * 5000])
def test_a_made_up_link_opens_nothing(anonymous: Browser, path: str) -> None:
    assert anonymous.open(path).status == 404


def test_a_link_leaks_into_no_referrer_no_cache_and_no_table(alice: Person) -> None:
    link, visitor = reset_path(alice.app, alice), Browser(alice.app)
    answers = [visitor.open(link), visitor.open("/auth/reset/made-up"), choose(visitor, link, "short")]

    for page in answers:
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"
    assert link.rpartition("/")[2] not in str(contents(alice.app))
