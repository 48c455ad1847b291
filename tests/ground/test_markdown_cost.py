"""What notes cost: no text makes the parser work out of proportion to its length, or the page grow so.

Steps are lines of Python, so that a slow machine changes nothing.
"""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from webapp.markdown import render

from .notes import forbidden, soup

SHORT, LONG = 500, 2_000
# For four times the text; two nested loops would take sixteen times as many.
MOST_GROWTH = 6

REPEATED = [
    *["[", "]", "![", "[](", "[a](", "![a](", "[![](", "[a](<b", "[a](b '", "[a][", "[[]](", "*"],
    *["_", "*a ", "a*", "*a_ ", "a**b", "**a *", "~~a ", "~~", "***a**_", "*[", "_(", "`", "`a"],
    *["``a`", "<", "<a ", "<a:", "<a@b.", "&", "&#", "&a;", "\\", "http://", "http://a "],
    *["http://a)", "(http://a,", "://", ">", "> ", "> a\n", ">\n", ">a\nb\n", "- ", "- a\n", "-\n"],
    *["1. ", "1) a\n 2) ", "- a\n+ b\n", "> - ", "- - a\n", "- [ ] ", "- [ ] a\n", "- a\n\n"],
    *[" - a\n", "    a\n", "# ", "#\n", "=\n", "a\n=\n", "***\n", "~~~\n", "```a\n", "|"],
    *["a|b\n-|-\n", "|-|\n", "a\n", "a\n\n", "\n", " ", "\t", "\0", "[a]: b\n", "[a]: /b '\n", "[\n"],
    *["[a]:\n"],
]
NESTED = [
    *[("[", "]"), ("![", "]"), ("[", "](a)"), ("(", ")"), ("*a ", "b*"), ("**", "a**")],
    *[("~~a ", "b~~"), ("<", ">")],
]
CASES: dict[str, Callable[[int], str]] = {
    "bullets within bullets": lambda size: "".join("  " * depth + "- a\n" for depth in range(int(size**0.5))),
    "quotes and what continues them": lambda size: ">" * 200 + "a\n" + "b\n" * (size // 2),
    "items and what continues them": lambda size: "- " * 200 + "a\n" + "b\n" * (size // 2),
    "longer and longer ticks": lambda size: "".join(
        "a" + "`" * count for count in range(int((2 * size) ** 0.5))
    ),
    "titles without end": lambda size: "[a]: b\n" * (size // 14) + "'\n" * (size // 4),
    "one long word": lambda size: "a" * size,
    "one long address": lambda size: "http://" + "a" * size,
    "one long address in brackets": lambda size: "http://a" + ")" * size,
    "one long mail address": lambda size: "<a@" + "a." * (size // 2) + ">",
    "one long entity": lambda size: "&" + "a" * size,
    **{f"{text!r} again": lambda size, text=text: text * (size // len(text)) for text in REPEATED},  # type: ignore[misc]
    **{
        f"{opening!r} and {closing!r}": lambda size, opening=opening, closing=closing: (  # type: ignore[misc]
            opening * (size // 2 // len(opening)) + closing * (size // 2 // len(closing))
        )
        for opening, closing in NESTED
    },
}
# Few characters that ask for many.
SWELLING: dict[str, Callable[[int], str]] = {
    "a definition used often": lambda size: f"[a]: http://{'x' * (size // 4)}\n\n" + "[a] " * (size // 6),
    "a title used often": lambda size: f"[a]: /b '{'x' * (size // 4)}'\n\n" + "[a] " * (size // 6),
    "a wide table": lambda size: "a|" * (size // 8) + "\n" + "-|" * (size // 8) + "\n" + "a\n" * (size // 4),
    "a square table": lambda size: "a|" * 256 + "\n" + "-|" * 256 + "\n" + "a\n" * (size // 2),
    "many tables": lambda size: ("a|" * 64 + "\n" + "-|" * 64 + "\n" + "a\n" * 100 + "\n") * (size // 460),
}


def steps(work: Callable[[], Any]) -> int:
    """How many lines of Python the work runs."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("case", CASES)
def test_time_grows_with_the_text(case: str) -> None:
    short, long = CASES[case](SHORT), CASES[case](LONG)

    assert steps(lambda: render(long)) < MOST_GROWTH * steps(lambda: render(short))


@pytest.mark.parametrize("case", SWELLING)
def test_few_characters_do_not_become_many(case: str) -> None:
    notes, shorter = SWELLING[case](50_000), SWELLING[case](10_000)

    assert len(render(notes)) < 2_000_000
    assert steps(lambda: render(shorter)) < 10_000_000


@pytest.mark.parametrize(
    "opening",
    [
        "[",
        "![",
        "> ",
        ">",
        "- ",
        "1. ",
        "*a ",
        "**a ",
        "_a ",
        "~~a ",
        "a`",
        "<",
        "(",
        "[a](",
        "- [ ] ",
        "> 1. ",
    ],
)
def test_ten_thousand_openings_are_drawn_and_nothing_is_lost(opening: str) -> None:
    rendered = render(opening * 10_000 + "the end")

    assert soup(rendered).get_text().strip().endswith("the end")
    assert forbidden(rendered) == []
    assert max(len(list(tag.parents)) for tag in soup(rendered).find_all(True)) < 40


@pytest.mark.parametrize(
    ("opening", "closing"), [("*a ", "b*"), ("**", "a**"), ("~~a ", "b~~"), ("_a ", "b_")]
)
def test_emphasis_within_emphasis_ends_somewhere(opening: str, closing: str) -> None:
    rendered = soup(render(opening * 1_000 + "the heart" + closing * 1_000))

    assert "the heart" in rendered.get_text()
    assert max(len(list(tag.parents)) for tag in rendered.find_all(True)) < 40


def test_what_lies_too_deep_stays_text() -> None:
    rendered = soup(render("> " * 12 + "deep\n\n" + "- " * 12 + "deeper"))

    assert "> > > > deep" in rendered.get_text()
    assert "- - - - deeper" in rendered.get_text()
