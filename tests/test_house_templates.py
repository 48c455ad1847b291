"""The laws of the house for templates: three kinds told apart by name, nothing inline, htmx 4 only."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from jinja2 import meta, nodes

from .sources import STATIC, TEMPLATES, blanked, files, matches, place

ALL = files(TEMPLATES, "*.html")
LAYOUTS = files(TEMPLATES / "layouts", "*.html")
SWAPS = files(TEMPLATES, "*.swap.html")
MACROS = files(TEMPLATES, "*.macro.html")
PARTIALS = files(TEMPLATES, "_*.html")
PAGES = [path for path in ALL if path not in {*LAYOUTS, *SWAPS, *MACROS, *PARTIALS}]

COMMENT = r"\{#.*?#\}"
JINJA = COMMENT + r"|\{%.*?%\}|\{\{.*?\}\}"
GIVEN_TO_ALL = {"current_user", "request", "caller"}
HTMX = (STATIC / "vendor" / "htmx-4.0.1.min.js").read_text()

# What is forbidden: how it is found, and an example that must be.
INLINE = {
    "a style attribute": (r"\sstyle\s*=", '<p style="color: red">'),
    "a style element": (r"<style\b", "<style>"),
    "an inline script": (r"<script\b(?![^>]*\ssrc=)", '<script type="module">'),
    "an event attribute": (r"\son[a-z]+\s*=", '<body onload="go()">'),
    "a script address": (r"=\s*[\"']?\s*javascript:", '<a href="javascript:go()">'),
}
DEAD_IN_HTMX_4 = {
    "hx-on, which our CSP stops": (r"\bhx-on\b", 'hx-on:click="go()"'),
    "the old name of hx-disable": (r"\bhx-disabled-elt\b", 'hx-disabled-elt="this"'),
    "an extension by attribute": (r"\bhx-ext\b", 'hx-ext="sse"'),
    "the old events of servers": (r"\b(sse|ws)-(swap|connect|send)\b", 'sse-swap="message"'),
    "from: without its quotes": (
        r"\bfrom:(closest|find|next|previous)\b",
        'hx-trigger="click from:closest form"',
    ),
    "headers that are not inherited": (r"\bhx-headers\s*=", "hx-headers='{}'"),
    "a trigger with a filter": (r"\bhx-trigger=\"[^\"]*\[", 'hx-trigger="click[ctrlKey]"'),
    "a token in the address": (r"<form\b[^>]*\bhx-delete", '<form method="post" hx-delete="/tasks/7">'),
    "values that are evaluated": (r"\bhx-vals=.?(js|javascript):", "hx-vals='js:{a: 1}'"),
    "a script that htmx may miss": (r"<script\b[^>]*\s(defer|async)\b", '<script defer src="/a.js">'),
}


def roots(path: Path) -> list[str]:
    """The outermost elements of a template; without any, what its one expression draws counts."""
    text = path.read_text()
    elements = BeautifulSoup(blanked(text, JINJA), "html.parser").find_all(recursive=False)
    return [element.name for element in elements] or re.findall(r"\{\{", text)


def first_line(path: Path) -> str:
    return path.read_text().partition("\n")[0]


def parsed(app: Flask, path: Path) -> nodes.Template:
    return app.jinja_env.parse(path.read_text())


def by_name(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: path.relative_to(TEMPLATES).as_posix())


@by_name(PAGES)
def test_a_page_extends_a_layout(path: Path) -> None:
    assert first_line(path).startswith('{% extends "layouts/'), place(path)


@by_name([*PARTIALS, *SWAPS, *MACROS])
def test_what_is_no_page_extends_nothing(app: Flask, path: Path) -> None:
    assert [place(path, node.lineno) for node in parsed(app, path).find_all(nodes.Extends)] == []


@by_name([*PARTIALS, *SWAPS])
def test_a_partial_names_its_inputs_in_its_first_line(app: Flask, path: Path) -> None:
    inputs = meta.find_undeclared_variables(parsed(app, path)) - app.jinja_env.globals.keys() - GIVEN_TO_ALL
    words = set(re.findall(r"\w+", first_line(path)))

    assert re.fullmatch(r"\{# .+ #\}", first_line(path)), place(path)
    assert inputs - words == set(), place(path)


@by_name([path for path in PARTIALS if path not in LAYOUTS])
def test_a_partial_has_one_root_or_only_regions(path: Path) -> None:
    """A partial is one element; or a bundle of `<hx-partial>`, which other answers include."""
    assert len(roots(path)) == 1 or set(roots(path)) == {"hx-partial"}, f"{place(path)}: {roots(path)}"


@by_name(SWAPS)
def test_a_swap_lists_regions(path: Path) -> None:
    """Regions that htmx puts in their places; the one that takes the target's place is a partial."""
    assert set(roots(path)) == {"hx-partial"}, place(path)


@by_name(MACROS)
def test_a_macro_file_holds_only_macros_and_imports(app: Flask, path: Path) -> None:
    allowed = nodes.Macro | nodes.FromImport | nodes.Import
    others = [node for node in parsed(app, path).body if not isinstance(node, allowed) and not is_blank(node)]

    assert [place(path, node.lineno) for node in others] == []
    assert first_line(path).startswith("{# "), place(path)


def is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )


@pytest.mark.parametrize("what", INLINE)
def test_nothing_is_inline(what: str) -> None:
    pattern, example = INLINE[what]
    found = [at for path in ALL for at in matches(path, pattern, blanked(path.read_text(), JINJA))]

    assert re.search(pattern, example)
    assert not found, f"{what}: {found}"


@pytest.mark.parametrize("what", DEAD_IN_HTMX_4)
def test_no_spelling_that_htmx_4_or_our_policy_ignores(what: str) -> None:
    pattern, example = DEAD_IN_HTMX_4[what]
    found = [at for path in ALL for at in matches(path, pattern, blanked(path.read_text(), COMMENT))]

    assert re.search(pattern, example)
    assert not found, f"{what}: {found}"


def test_the_vendored_htmx_knows_every_attribute() -> None:
    known = set(re.findall(r"hx-[a-z-]+[a-z]", HTMX)) | {"hx-partial"}
    used = {
        (place(path, text.count("\n", 0, found.start()) + 1), found[0])
        for path in ALL
        for text in [blanked(path.read_text(), COMMENT)]
        for found in re.finditer(r"(?<=[\s<%}])hx-[a-z-]+[a-z]", text)
    }

    assert {(at, name) for at, name in used if name not in known} == set()


def test_the_vendored_htmx_knows_every_event() -> None:
    known = {name.casefold() for name in re.findall(r"htmx:[a-zA-Z:]+", HTMX)}
    used = {
        f"{path.name}: {name}"
        for path in files(STATIC / "js", "*.js")
        for name in re.findall(r"htmx:[a-zA-Z:]+", path.read_text())
        if name.casefold() not in known or name != name.lower()
    }

    assert used == set()
