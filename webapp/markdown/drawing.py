"""Draws what was read of notes, and lets through only what notes may do to a page."""

import re
from collections.abc import Iterator, Sequence

import nh3
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from .parsing import PARSER, showable

# An address of the web, of mail, or of a page here; `//host` and `/\host` lead away.
ADDRESS = re.compile(r"(?:https?://|mailto:|/(?!/))[^\\\s<>\"]*", re.IGNORECASE)
# One definition may be used by thousands of references: all addresses together stay within this.
MOST_ADDRESS_CHARACTERS = 100_000
DEEPEST_EMPHASIS = 12
WITH_DIRECTION = {"list_item_open", "blockquote_open", "th_open", "td_open"}
CELLS = {"text-align:center": "prose__cell--center", "text-align:right": "prose__cell--end"}


class Renderer(RendererHTML):
    """What differs from CommonMark's own HTML."""

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.renderToken(tokens, idx, options, env) + str(tokens[idx].meta.get("place", ""))

    def code_block(self, tokens: Sequence[Token], idx: int, _options: OptionsDict, _env: EnvType) -> str:
        return f'<pre dir="auto"><code>{escapeHtml(tokens[idx].content)}</code></pre>\n'

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        return self.code_block(tokens, idx, options, env)


class Addresses:
    """Where links may lead, and how many characters are left for saying it."""

    def __init__(self) -> None:
        self.left = MOST_ADDRESS_CHARACTERS

    def allow(self, address: str) -> bool:
        self.left -= len(address)
        return self.left >= 0 and is_harmless(address)


def is_harmless(address: str) -> bool:
    return ADDRESS.fullmatch(address) is not None


def draw(tokens: list[Token]) -> str:
    """Safe HTML. A task mark is the text that stands in its token's meta as `place`."""
    addresses = Addresses()
    for token in tokens:
        _tame(token)
        token.children = list(_tamed(token.children, addresses)) if token.children else None
    return CLEANER.clean(RENDERER.render(tokens, PARSER.options, {}))


def plain(children: Sequence[Token]) -> str:
    """What is written there, without its form."""
    return RENDERER.renderInlineAsText(children, PARSER.options, {})


def _tame(token: Token) -> None:
    """Gives a block our classes and its own direction, and none of its own attributes."""
    classes = []
    if token.type == "heading_close":
        token.tag = "p"
    elif token.type == "heading_open":
        # Notes stand at many places of many pages: headings of theirs would break each page's outline.
        token.tag = "p"
        classes = ["prose__heading"]
    elif "checked" in token.meta:
        classes = ["prose__task", *(["prose__task--done"] if token.meta["checked"] else [])]
    elif token.attrGet("style") in CELLS:
        classes = [CELLS[str(token.attrGet("style"))]]
    token.attrs = {name: value for name, value in token.attrs.items() if name == "start"}
    if classes:
        token.attrs["class"] = " ".join(classes)
    if token.type in WITH_DIRECTION or (token.tag == "p" and token.level == 0 and token.nesting == 1):
        token.attrs["dir"] = "auto"


def _tamed(children: Sequence[Token], addresses: Addresses) -> Iterator[Token]:
    """Text with links that may stand there, images as links to them, and emphasis as deep as anyone reads."""
    kept: list[str] = []
    for token in children:
        if token.type == "image":
            yield from _picture(token, addresses, is_linked="a" in kept)
        elif token.nesting == 1:
            kept.append(token.tag if _may_stand(token, kept, addresses) else "")
            if kept[-1]:
                yield token
        elif token.nesting == 0 or kept.pop():
            yield _shown(token)


def _may_stand(token: Token, kept: list[str], addresses: Addresses) -> bool:
    if token.tag != "a":
        return len(kept) < DEEPEST_EMPHASIS
    token.attrs = {"href": token.attrs["href"]}
    return addresses.allow(str(token.attrs["href"]))


def _picture(token: Token, addresses: Addresses, *, is_linked: bool) -> Iterator[Token]:
    """Nothing is fetched from elsewhere when notes are shown: an image is a link that says what it shows."""
    text = Token("text", "", 0, content=showable(plain(token.children or [])) or "image")
    source = str(token.attrs["src"])
    if is_linked or not addresses.allow(source):
        yield text
    else:
        yield from (Token("link_open", "a", 1, attrs={"href": source}), text, Token("link_close", "a", -1))


def _shown(token: Token) -> Token:
    # Character references can name what cannot be shown.
    token.content = showable(token.content)
    return token


def _attribute(_tag: str, name: str, value: str) -> str | None:
    return value if name != "href" or is_harmless(value) else None


RENDERER = Renderer()
CLEANER = nh3.Cleaner(
    tags={"p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "s", "a"}
    | {"table", "thead", "tbody", "tr", "th", "td"},
    clean_content_tags=set(),
    attributes={"a": {"href"}, "ol": {"start"}},
    tag_attribute_values={tag: {"dir": {"auto"}} for tag in ("p", "li", "blockquote", "pre", "th", "td")},
    allowed_classes={
        "p": {"prose__heading"},
        "li": {"prose__task", "prose__task--done"},
        "th": set(CELLS.values()),
        "td": set(CELLS.values()),
    },
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener nofollow ugc",
)
