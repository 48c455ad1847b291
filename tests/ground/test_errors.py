"""What somebody sees when something goes wrong."""

import logging
from collections.abc import Callable

import pytest
from flask import Flask

from tests.builders import Person
from tests.calling import PARTIAL
from tests.pages import Browser, Page

from .bugs import with_bug

WORDS = {
    "/nowhere": (404, "There is nothing here"),
    "/tasks/9223372036854775808": (404, "There is nothing here"),
    f"/tasks/{'9' * 100}": (404, "There is nothing here"),
    "/tasks/-1": (404, "There is nothing here"),
    "/tasks?after=nonsense": (404, "There is nothing here"),
}


@pytest.fixture(scope="module")
def broken(new_migrated_app: Callable[..., Flask]) -> Flask:
    return with_bug(new_migrated_app())


def test_a_bug_is_answered_calmly_and_noted_in_full(broken: Flask, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        page = Browser(broken).open("/bug")

    reference = page.one(".error__reference code").get_text()
    (record,) = caplog.records
    assert page.status == 500
    assert page.words("h1") == ["Something broke on our side"]
    assert reference in record.getMessage()
    assert record.exc_info is not None
    assert record.exc_info[0] is KeyError
    assert not any(word in page.text for word in ("Traceback", "KeyError", "secret of the database", ".py"))


def test_a_bug_behind_htmx_is_a_toast(broken: Flask) -> None:
    page = Page(broken.test_client().get("/bug", headers=PARTIAL), "/bug")

    assert page.status == 500
    assert page.one("hx-partial")["hx-target"] == "#toasts"
    assert page.toast.startswith("Something broke on our side.")
    assert "secret" not in page.text


@pytest.mark.parametrize("path", WORDS)
def test_what_is_missing_is_said_on_a_page(alice: Person, path: str) -> None:
    status, heading = WORDS[path]

    page = alice.browser.open(path)

    assert page.status == status
    assert page.words("h1") == [heading]
    assert page.one("main a.button")["href"] == "/"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("DELETE", "/about", 405),
        ("PATCH", "/tasks", 405),
        ("GET", "/tasks/completion", 405),
        ("TRACE", "/", 405),
    ],
)
def test_a_wrong_method_says_which_are_right(alice: Person, method: str, path: str, status: int) -> None:
    answer = alice.browser.client.open(path, method=method)

    assert answer.status_code == status
    assert method not in answer.headers["Allow"]


def test_an_error_behind_htmx_is_a_toast_and_keeps_the_page(alice: Person) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.partial("PUT", "/tasks/7", {"title": "Typed", "version": "1"})

    assert page.status == 404
    assert page.one("hx-partial")["hx-target"] == "#toasts"
    assert page.toast.startswith("There is nothing here.")


def test_too_much_text_is_refused_without_a_crash(alice: Person) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title="a" * 2_000_000)

    assert page.status == 413
    assert page.words("h1") == ["That is too much at once"]


def test_an_expired_form_says_so(alice: Person) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title="Typed", csrf_token="of another day")

    assert page.status == 400
    assert "Reload it and try once more." in page.one("main").get_text()
