"""Texts that are made to keep the process busy."""

import time
from collections.abc import Callable

import pytest

from webapp.errors import Invalid
from webapp.tasks.titles import clean_title

SIZE = 20_000


def cost(work: Callable[[str], object], text: str) -> float:
    """The processor's time in seconds, at its best of five."""

    def once() -> float:
        began = time.thread_time()
        try:
            work(text)
        except Invalid:
            pass
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
