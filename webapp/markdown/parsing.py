"""Reads Markdown in bounded time: CommonMark with tables, strikethrough, task marks and bare addresses."""

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block, table
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

BlockRule = Callable[[StateBlock, int, int, bool], bool]

# A list opens two levels, a quote one. What lies deeper stays text: the parser's own limit would drop it, and
# each line that continues a paragraph costs time for each quote around it.
DEEPEST_QUOTE, DEEPEST_LIST, DEEPEST = 8, 16, 20
# Of all tables together: a row of one character gets as many cells as its header has.
MOST_CELLS = 10_000
LONGEST_ADDRESS = 2000

# Controls, half characters, what is no character, and what forces the direction of all that follows.
UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
ADDRESS = re.compile(r'(?<![a-z0-9])https?://[^\W_][^\s<>"]*', re.IGNORECASE)


def parse(text: str) -> list[Token]:
    return PARSER.parse(showable(text), {"cells": MOST_CELLS})


def task_marks(tokens: list[Token]) -> list[int]:
    """Where the list items are that begin with `[ ]` or `[x]`, in the order in which they are written."""
    return [at for at, token in enumerate(tokens) if "checked" in token.meta]


def showable(text: str) -> str:
    """The text with a replacement character for each that cannot be shown; lines and places stay."""
    return UNSHOWABLE.sub("\ufffd", text)


class Parser(MarkdownIt):
    def __init__(self) -> None:
        # People press Enter in notes to begin a line: it is kept.
        super().__init__("commonmark", {"html": False, "breaks": True, "tasklists": True})
        self.options["maxNesting"] = DEEPEST
        self.enable(["table", "strikethrough"]).disable(["html_block", "html_inline"])
        rules = self.block.ruler
        inside = ["paragraph", "reference", "blockquote"]
        rules.at("blockquote", _above(DEEPEST_QUOTE, blockquote), {"alt": [*inside, "list"]})
        rules.at("list", _above(DEEPEST_LIST, list_block), {"alt": inside})
        rules.at("table", _bounded_table, {"alt": ["paragraph", "reference"]})
        self.core.ruler.after("inline", "addresses", _link_addresses)

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """Every link is read as one; where it may lead is asked when it is drawn."""
        return True


def _above(deepest: int, rule: BlockRule) -> BlockRule:
    """The rule, which finds nothing below this level."""
    return lambda state, start, end, silent: state.level < deepest and rule(state, start, end, silent)


def _bounded_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table ends where all tables together would have too many cells; what follows is text."""
    if start + 1 >= end:
        return False
    columns = state.src.count("|", state.bMarks[start + 1], state.eMarks[start + 1]) + 1
    rows = state.env["cells"] // columns
    found = rows > 1 and table(state, start, min(end, start + rows), silent)
    if found and not silent:
        state.env["cells"] -= columns * (state.line - start)
    return found


def _link_addresses(state: StateCore) -> None:
    for token in state.tokens:
        if token.children and "://" in token.content:
            token.children = list(_with_addresses(token.children, state.md))


def _with_addresses(children: list[Token], md: MarkdownIt) -> Iterator[Token]:
    links = 0
    for token in children:
        links += token.nesting if token.tag == "a" else 0
        if token.type == "text" and not links:
            yield from _split(token.content, md)
        else:
            yield token


def _split(text: str, md: MarkdownIt) -> Iterator[Token]:
    """The text with its addresses as links."""
    end = 0
    for found in ADDRESS.finditer(text):
        address = _without_punctuation(found[0])
        if len(address) > LONGEST_ADDRESS:
            continue
        yield Token("text", "", 0, content=text[end : found.start()])
        yield Token("link_open", "a", 1, attrs={"href": md.normalizeLink(address)})
        yield Token("text", "", 0, content=address)
        yield Token("link_close", "a", -1)
        end = found.start() + len(address)
    yield Token("text", "", 0, content=text[end:])


def _without_punctuation(address: str) -> str:
    """An address without what belongs to the sentence around it: `(see https://example.org/a_(b)).`"""
    address = address[: LONGEST_ADDRESS + 1]
    while address.endswith((*"?!.,:;*_~'",)) or (
        address.endswith(")") and address.count(")") > address.count("(")
    ):
        address = address[:-1]
    return address


PARSER = Parser()
