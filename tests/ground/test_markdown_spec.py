"""The examples of the CommonMark specification: all are harmless, and those that we keep say the same."""

import json

import pytest
from markdown_it import MarkdownIt

from tests.sources import ROOT
from webapp.markdown import render

from .notes import elements, forbidden, soup

FILE = ROOT / "tests" / "vendor" / "commonmark-0.31.2.json"
EXAMPLES = [
    (example["number"], example["markdown"].replace("→", "\t"), example["html"].replace("→", "\t"))
    for example in json.loads(FILE.read_text())
]
COMMONMARK = MarkdownIt("commonmark")
FORM = {"blockquote", "ul", "ol", "li", "pre", "code", "em", "strong", "hr"}


def tokens(markdown: str) -> set[str]:
    blocks = COMMONMARK.parse(markdown)
    return {token.type for block in blocks for token in [block, *(block.children or [])]}


KEPT = [example for example in EXAMPLES if not tokens(example[1]) & {"html_block", "html_inline", "image"}]


def test_the_specification_is_whole() -> None:
    assert len(EXAMPLES) == 652
    assert len(KEPT) > 500


@pytest.mark.parametrize(("number", "markdown", "_html"), EXAMPLES, ids=lambda value: str(value)[:4])
def test_every_example_is_harmless(number: int, markdown: str, _html: str) -> None:
    assert forbidden(render(markdown)) == [], number


@pytest.mark.parametrize(("number", "markdown", "html"), KEPT, ids=lambda value: str(value)[:4])
def test_what_is_kept_says_what_the_specification_says(number: int, markdown: str, html: str) -> None:
    rendered = render(markdown)

    assert words(rendered) == words(html), number
    assert form(rendered) == form(html), number


def words(html: str) -> list[str]:
    return soup(html).get_text().split()


def form(html: str) -> list[str]:
    return [tag.name for tag in elements(html) if tag.name in FORM]
