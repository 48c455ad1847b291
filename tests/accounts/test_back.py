"""What Back may show after signing out."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.builders import Person, make_person
from tests.pages import Browser


@pytest.mark.parametrize("path", ["/tasks", "/settings", "/settings/devices"])
def test_over_plain_http_no_page_of_a_person_is_kept_by_the_browser(alice: Person, path: str) -> None:
    page = alice.browser.open(path)

    assert page.headers["Cache-Control"] == "no-store"


def test_over_https_signing_out_clears_what_was_kept(new_migrated_app: Callable[..., Flask]) -> None:
    alice = make_person(new_migrated_app(PUBLIC_URL="https://localhost"), "Alice")
    kept = alice.browser.open("/tasks").headers["Cache-Control"]
    alice.browser.open("/auth/logout")
    form = alice.browser.current.one("form")
    token = {"csrf_token": str(form.select("input")[0]["value"])}

    answer = alice.browser.client.post("/auth/logout", data=token, base_url="https://localhost")

    assert kept == "private, no-cache"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_a_visitors_page_may_be_kept(anonymous: Browser) -> None:
    assert anonymous.open("/about").headers["Cache-Control"] == "private, no-cache"
