"""What the log tells, and what it never does."""

import json
from collections.abc import Callable

import pytest
from flask import Flask

from tests.accounts.browsers import sign_in
from tests.builders import PASSWORD, Person
from tests.crawling import reset_path
from tests.pages import Browser

from .conftest import CANARY, KEY, Lines


def test_each_request_has_one_line(alice_served: Person, lines: Lines) -> None:
    browser = alice_served.browser

    browser.open("/tasks")
    browser.open("/nowhere")
    browser.client.delete("/about")
    browser.client.head("/about")

    told = [(line["method"], line["route"], line["status"]) for line in lines()]
    assert told == [
        ("GET", "/tasks", 200),
        ("GET", None, 404),
        ("DELETE", None, 405),
        ("HEAD", "/about", 200),
    ]


def test_a_line_tells_who_asked_how_long_it_took_and_how_many_queries(
    alice_served: Person, lines: Lines
) -> None:
    alice_served.browser.open("/tasks")
    Browser(alice_served.app).open("/about")

    mine, visitor = lines()
    assert mine["person"] == alice_served.id
    assert mine["queries"] >= 2
    assert mine["milliseconds"] > 0
    assert (mine["level"], mine["message"], mine["logger"]) == ("INFO", "request", "webapp")
    assert mine["at"].endswith("+00:00")
    assert (visitor["person"], visitor["queries"]) == (None, 0)


def test_a_request_keeps_the_id_that_the_router_gave(alice_served: Person, lines: Lines) -> None:
    answer = alice_served.browser.client.get("/about", headers={"X-Request-ID": "a1b2c3d4-e5f6"})

    assert answer.headers["X-Request-ID"] == "a1b2c3d4-e5f6"
    assert [line["request_id"] for line in lines()] == ["a1b2c3d4-e5f6"]


@pytest.mark.parametrize("given", ["", "short", "a" * 65, "with space", 'quote"quote"', "bücherwurm"])
def test_a_request_without_a_proper_id_gets_one(alice_served: Person, lines: Lines, given: str) -> None:
    client = alice_served.browser.client

    ids = {client.get("/about", headers={"X-Request-ID": given}).headers["X-Request-ID"] for _ in range(2)}

    assert len(ids) == 2
    assert given not in ids
    assert {line["request_id"] for line in lines()} == ids


def test_a_line_names_the_route_and_no_address(alice_served: Person, lines: Lines) -> None:
    (id,) = alice_served.has("Put the bins out")
    link = reset_path(alice_served.app, alice_served)
    lines()

    alice_served.browser.open(f"/tasks/{id}/edit?title={CANARY}")
    Browser(alice_served.app).open(f"{link}?{CANARY}")
    Browser(alice_served.app).open(f"/{CANARY}")

    told = lines()
    assert [line["route"] for line in told] == ["/tasks/<int:id>/edit", "/auth/reset/<token>", None]
    assert CANARY not in str(told)
    assert link.rpartition("/")[2] not in str(told)


def test_no_secret_and_nothing_typed_is_ever_told(
    alice_served: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    browser = Browser(alice_served.app)
    sign_in(browser, alice_served, password=f"{CANARY} wrong")
    sign_in(browser, alice_served)
    browser.open("/tasks")
    token = str(browser.current.one("#act [name=csrf_token]")["value"])
    browser.submit("#create-form", title=f"{CANARY} title")
    browser.client.post("/tasks", data={"title": CANARY, "csrf_token": CANARY})
    browser.client.get("/tasks", headers={"User-Agent": CANARY, "X-Forwarded-For": CANARY, "Host": CANARY})
    for path in ("/bug", "/refused", "/away"):
        assert browser.client.get(f"{path}?{CANARY}").status_code in {500, 503}

    written = "".join(capsys.readouterr())
    assert written.count('"message": "request"') >= 8
    for secret in (CANARY, PASSWORD, browser.token, token, alice_served.email, KEY):
        assert secret not in written


def test_a_bug_is_told_with_its_kind_its_place_and_its_request(alice_served: Person, lines: Lines) -> None:
    answer = Browser(alice_served.app).open("/bug")

    told, request = lines()
    reference = answer.one(".error__reference code").get_text()
    assert (told["level"], told["message"]) == ("ERROR", f"bug {reference}")
    assert told["exc_info"].startswith("builtins.KeyError\n")
    assert "conftest.py" in told["exc_info"]
    assert "in bug" in told["exc_info"]
    assert told["request_id"] == request["request_id"] == reference
    assert request["status"] == 500


def test_a_refusal_of_the_database_is_told_with_its_cause(alice_served: Person, lines: Lines) -> None:
    Browser(alice_served.app).open("/refused")

    told, _request = lines()
    assert "sqlalchemy.exc.IntegrityError\n" in told["exc_info"]
    assert "in refused" in told["exc_info"]
    assert "INSERT INTO" not in told["exc_info"].partition("statement =")[0]


def test_no_line_can_be_forged(alice_served: Person, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    alice_served.app.logger.warning("first\nsecond\r{}\u2028third")

    written = capsys.readouterr().out
    assert written.count("\n") == 1
    assert json.loads(written)["message"] == "first\nsecond\r{}\u2028third"
    assert len(written.splitlines()) == 1


def test_only_development_tells_its_timing_to_the_browser(
    new_migrated_app: Callable[..., Flask], alice_served: Person, alice: Person
) -> None:
    developing = new_migrated_app(ENVIRONMENT="development")

    developing.test_client().get("/about")
    answers = [
        Browser(developing).open("/about"),
        alice_served.browser.open("/tasks"),
        alice.browser.open("/tasks"),
    ]

    timings = [answer.headers.get("Server-Timing", "") for answer in answers]
    assert timings[0].startswith("app;dur=")
    assert timings[0].endswith(', db;desc="0 queries"')
    assert timings[1:] == ["", ""]
