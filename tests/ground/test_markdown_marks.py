"""Task marks in notes: shown, pressed, turned over."""

import pytest
from bs4 import Tag
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.markdown import render, tick

from .notes import elements, forbidden

NOTES = """\
- [ ] Milk
- [x] *Bread*, <dark>
  1. [X] Rye
- plain [ ] text

> - [ ] quoted

```
- [ ] in code
```

    - [ ] in code too

1) [ ] - [x] two in one line

- [ ]no mark
- [ ]
- [o] no mark
"""
PIECES = [
    *[
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "> ",
        "    ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "[ ] ",
        "[x] ",
        "[X] ",
    ],
    *[
        "[ ]",
        "[x]:",
        "[a]: /b '",
        "'",
        "```\n",
        "~~~",
        "---\n",
        "# ",
        "=",
        "a",
        "|",
        "|-|\n",
        "`",
        "*",
        "<b>",
        "\\",
    ],
    *["\0", "\x0b", "\u2028", "\x85", "\ud800", "\u202e", "&#9;", "](", "http://a.b", "![", "]"],
]
ANYTHING = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))


def buttons(notes: str) -> list[Tag]:
    return [tag for tag in elements(render(notes, "/marks/{}".format)) if tag.name == "button"]


def test_every_mark_is_a_box_to_tick() -> None:
    assert [(box["aria-label"], box["aria-checked"]) for box in buttons(NOTES)] == [
        ("Milk", "false"),
        ("Bread, <dark>", "true"),
        ("Rye", "true"),
        ("quoted", "false"),
        ("Item", "false"),
        ("two in one line", "true"),
    ]


def test_a_box_posts_through_the_form_of_the_page() -> None:
    box = buttons(NOTES)[2]

    assert box["form"] == "act"
    assert box["formaction"] == box["hx-post"] == "/marks/3"


def test_two_notes_on_a_page_have_boxes_of_their_own() -> None:
    [box] = elements(render("- [ ] a", "/marks/{}".format, ids="task-7-mark"))[2:]

    assert box["id"] == "task-7-mark-1"


def test_an_address_cannot_break_out_of_its_box() -> None:
    [box] = elements(render("- [ ] a", lambda number: f'/{number}?"><script>'))[2:]

    assert box["formaction"] == '/1?"><script>'


def test_without_addresses_marks_only_show() -> None:
    marks = [tag for tag in elements(render(NOTES)) if tag.get("class") == "prose__tick"]

    assert {tag.name for tag in marks} == {"span"}
    assert [tag["aria-label"] for tag in marks] == ["Open", "Done", "Done", "Open", "Open", "Done"]


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        (1, "- [ ] Milk", "- [x] Milk"),
        (2, "- [x] *Bread*", "- [ ] *Bread*"),
        (3, "1. [X] Rye", "1. [ ] Rye"),
        (4, "> - [ ] quoted", "> - [x] quoted"),
        (5, "1) [ ] - [x] two", "1) [x] - [x] two"),
        (6, "1) [ ] - [x] two", "1) [ ] - [ ] two"),
    ],
)
def test_ticking_turns_one_mark_over_and_changes_nothing_else(number: int, before: str, after: str) -> None:
    assert tick(NOTES, number) == NOTES.replace(before, after)


def test_ticking_keeps_the_ends_of_lines_as_they_are() -> None:
    assert tick("a\r\n\r- [ ] b\n- [ ] c\r\n", 2) == "a\r\n\r- [ ] b\n- [x] c\r\n"


@pytest.mark.parametrize("number", [-1, 0, 7, 10**30])
def test_a_mark_that_is_not_there_cannot_be_ticked(number: int) -> None:
    with pytest.raises(IndexError):
        tick(NOTES, number)


@settings(deadline=None)
@given(ANYTHING)
def test_whatever_is_written_is_harmless(notes: str) -> None:
    assert forbidden(render(notes, "/marks/{}".format)) == []


@settings(deadline=None)
@given(ANYTHING)
def test_every_box_can_be_ticked_and_ticked_back(notes: str) -> None:
    boxes = buttons(notes)

    for number, box in enumerate(boxes, 1):
        ticked = tick(notes, number)
        states = [other["aria-checked"] == "true" for other in buttons(ticked)]
        assert states == [(other["aria-checked"] == "true") != (other is box) for other in boxes]
        assert tick(ticked, number) in {notes, in_small_letters(notes, ticked)}
    with pytest.raises(IndexError):
        tick(notes, len(boxes) + 1)


def in_small_letters(notes: str, ticked: str) -> str:
    """The notes with `x` where a mark was written as `X`: how it was written is not remembered."""
    return "".join("x" if a == "X" and b == " " else a for a, b in zip(notes, ticked, strict=True))
