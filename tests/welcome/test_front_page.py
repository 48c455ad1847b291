"""The front page and what stands beside it."""

import pytest

from tests.builders import Person
from tests.pages import Browser


def test_a_visitor_is_shown_both_doors(anonymous: Browser) -> None:
    page = anonymous.open("/")

    assert page.status == 200
    assert [link["href"] for link in page.all("main a")] == ["/auth/register", "/auth/login"]


def test_looking_around_costs_no_query_and_leaves_no_cookie(anonymous: Browser, queries: list[str]) -> None:
    for path in ("/", "/about"):
        assert "Set-Cookie" not in anonymous.open(path).headers

    assert queries == []


@pytest.mark.parametrize("path", ["/", "/auth/register", "/auth/login"])
def test_somebody_who_is_signed_in_is_led_to_today(alice: Person, path: str) -> None:
    assert alice.browser.open(path).path == "/today"
