"""Notes as people write them, made into HTML that can do nothing to the page around them."""

import re
import secrets
from collections.abc import Callable

from markdown_it.token import Token
from markupsafe import Markup

from .drawing import draw, plain
from .parsing import parse, task_marks

LINE_END = re.compile(r"(\r\n?|\n)")
MARK = re.compile(r"\[([ xX])\]")
FIXED = Markup('<span class="prose__tick" role="img" aria-label="{}"></span>')
BUTTON = Markup(
    '<button class="prose__tick" id="{id}" role="checkbox" aria-checked="{checked}" aria-label="{label}"'
    ' form="act" formaction="{url}" hx-post="{url}" hx-target="#toasts" hx-swap="none" hx-sync="this:drop">'
    "</button>"
)


def render(text: str, tick: Callable[[int], str] | None = None, ids: str = "mark") -> Markup:
    """Markdown as safe HTML, to stand inside an element of the class `prose`.

    `tick` gives the address to which the button of the n-th task mark posts, counted as `tick()` does; the
    button's id is `ids` and that number. Without it the marks are shown and cannot be pressed.
    """
    tokens = parse(text)
    marks = task_marks(tokens)
    # What stands for a mark until all else is safe is known to nobody who writes notes.
    secret = secrets.token_hex(16)
    for number, at in enumerate(marks, 1):
        tokens[at].meta["place"] = f"{secret}-{number};"
    safe = draw(tokens)
    if tick is None:
        drawn = [FIXED.format("Done" if tokens[at].meta["checked"] else "Open") for at in marks]
    else:
        drawn = [_button(tokens, at, tick(number), f"{ids}-{number}") for number, at in enumerate(marks, 1)]
    whole = re.sub(f"{secret}-([0-9]+);", lambda place: drawn[int(place[1]) - 1], safe)
    return Markup(whole)  # noqa: S704 what was cleaned, and buttons whose words are escaped


def tick(notes: str, number: int) -> str:
    """The notes with their n-th task mark turned over, everything else as it was.

    Marks are counted from 1 in the order in which they are written, whatever list or quote they stand in;
    those in code are none. Raises IndexError where there is no such mark.
    """
    tokens = parse(notes)
    at_line = [_line(tokens[at]) for at in task_marks(tokens)]
    if not 0 < number <= len(at_line):
        raise IndexError(f"There is no task mark {number}.")
    line = at_line[number - 1]
    pieces = LINE_END.split(notes)
    # Only marks and the signs of lists and quotes stand before a mark in its line.
    found = list(MARK.finditer(pieces[2 * line]))[at_line[: number - 1].count(line)]
    turned = "x" if found[1] == " " else " "
    pieces[2 * line] = pieces[2 * line][: found.start(1)] + turned + pieces[2 * line][found.end(1) :]
    return "".join(pieces)


def _line(item: Token) -> int:
    return item.map[0] if item.map else 0


def _button(tokens: list[Token], at: int, url: str, id: str) -> Markup:
    checked = "true" if tokens[at].meta["checked"] else "false"
    return BUTTON.format(id=id, checked=checked, label=_label(tokens, at), url=url)


def _label(tokens: list[Token], at: int) -> str:
    """What the item begins with, as plain text."""
    begins_with_text = tokens[at + 1].type in {"paragraph_open", "heading_open"}
    return plain(tokens[at + 2].children or []) if begins_with_text else "Item"
