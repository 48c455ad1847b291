"""Texts that are made to keep the process busy."""

import contextlib
import time
from collections.abc import Callable

import pytest

from tests.builders import Person
from tests.pages import Browser
from webapp.accounts.models import clean_email
from webapp.errors import Invalid
from webapp.tasks.titles import clean_title

SIZE = 20_000


def cost(work: Callable[[str], object], text: str) -> float:
    """The processor's time in seconds, at its best of five."""

    def once() -> float:
        began = time.thread_time()
        with contextlib.suppress(Invalid):
            work(text)
        return time.thread_time() - began

    return min(once() for _ in range(5))


@pytest.mark.parametrize("filling", [" ", "\n", " \n", "\u3000", "\t\r"])
def test_reading_a_title_takes_time_in_proportion_to_its_length(filling: str) -> None:
    short = cost(clean_title, filling * (SIZE // len(filling)))

    long = cost(clean_title, filling * (10 * SIZE // len(filling)))

    assert long < 40 * short


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\nb", "a b"),
        (" a \r\n \u2028 b  c ", "a b  c"),
        ("\n\na\x1c\x85b\v\f", "a b"),
        ("a\tb\x1fc", "a\tb\x1fc"),
    ],
)
def test_a_title_is_one_line(typed: str, kept: str) -> None:
    assert clean_title(typed) == kept


@pytest.mark.parametrize("filling", ["\u0316\u0301", "\u0301\u0316", "a\u0316\u0301"])
def test_an_address_is_refused_by_its_length_before_it_is_read(filling: str) -> None:
    short = cost(clean_email, filling * 200)

    long = cost(clean_email, filling * SIZE)

    assert long < 100 * short


@pytest.mark.parametrize("path", ["/auth/login", "/auth/register"])
def test_a_visitors_long_text_is_refused_beside_its_field_before_it_is_read(
    anonymous: Browser, path: str
) -> None:
    anonymous.open(path)
    began = time.thread_time()

    page = anonymous.submit("form", email="a" + "\u0316\u0301" * 32_000 + "@example.org", password="x" * 12)

    assert page.status == 422
    assert page.words("#email-error") == ["Use at most 254 characters."]
    assert time.thread_time() - began < 2


def test_every_text_has_a_limit_and_says_so_once(alice: Person) -> None:
    alice.browser.open("/settings")

    page = alice.browser.submit("form[action='/settings']", name="\u0301\u0316" * 32_000)
    too_long = page.words("#name-error")
    page = alice.browser.submit("form[action='/settings/email']", email="@" * 300, current_password="x")

    assert too_long == ["Use at most 100 characters."]
    assert page.words("#email-email-error") == ["Use at most 254 characters."]
