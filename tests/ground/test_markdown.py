"""Notes in Markdown: what people write and what they see."""

import pytest
from flask import Flask, render_template_string

from webapp.markdown import render

from .notes import elements, forbidden, soup


@pytest.mark.parametrize(
    ("notes", "names", "words"),
    [
        ("Plain words", ["p"], "Plain words"),
        ("*soft* **strong** ~~gone~~ `code`", ["p", "em", "strong", "s", "code"], "soft strong gone code"),
        ("one\ntwo", ["p", "br"], "one two"),
        ("# Heading\n\n### Smaller", ["p", "p"], "Heading Smaller"),
        ("- a\n  1. b", ["ul", "li", "ol", "li"], "a b"),
        ("> quoted", ["blockquote", "p"], "quoted"),
        ("```js\nx < 1\n```", ["pre", "code"], "x < 1"),
        ("a\n\n---\n\nb", ["p", "hr", "p"], "a b"),
        ("a | b\n--|--\n1 | 2", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"], "a b 1 2"),
        ("", [], ""),
    ],
)
def test_markdown_is_drawn(notes: str, names: list[str], words: str) -> None:
    rendered = render(notes)

    assert [tag.name for tag in elements(rendered)] == names
    assert " ".join(soup(rendered).get_text().split()) == words


def test_columns_keep_their_side() -> None:
    cells = elements(render("a|b|c\n:-|:-:|-:\n"))[3:]

    assert [cell.get("class") for cell in cells] == [None, "prose__cell--center", "prose__cell--end"]


def test_a_list_begins_where_it_is_told() -> None:
    assert elements(render("3. third"))[0]["start"] == "3"


def test_headings_stay_out_of_the_outline_of_the_page() -> None:
    rendered = elements(render("# One\n\nTwo\n===\n\n###### Six"))

    assert [(tag.name, tag["class"]) for tag in rendered] == [("p", "prose__heading")] * 3


@pytest.mark.parametrize(
    ("notes", "address", "words"),
    [
        ("[site](https://example.org/a?b=1&c=2)", "https://example.org/a?b=1&c=2", "site"),
        ("[here](/tasks/7)", "/tasks/7", "here"),
        ("[mail](mailto:a@example.org)", "mailto:a@example.org", "mail"),
        ("<https://example.org>", "https://example.org", "https://example.org"),
        ("<a@example.org>", "mailto:a@example.org", "a@example.org"),
        ("[name]\n\n[name]: HTTPS://example.org", "HTTPS://example.org", "name"),
        ("see https://example.org/a_b_c.", "https://example.org/a_b_c", "https://example.org/a_b_c"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("[märz](https://exämple.org/ä)", "https://xn--exmple-cua.org/%C3%A4", "märz"),
    ],
)
def test_links_lead_to_the_web_to_mail_and_to_this_house(notes: str, address: str, words: str) -> None:
    [link] = soup(render(notes)).find_all("a")

    assert (link["href"], link.get_text()) == (address, words)
    assert link.attrs.keys() == {"href", "rel"}
    assert link["rel"] == "noopener nofollow ugc"


@pytest.mark.parametrize(
    "notes",
    [
        "http://",
        "https://.",
        "xhttps://example.org",
        r"https\://example.org",
        "`https://example.org`",
        "https:example",
    ],
)
def test_what_only_looks_like_an_address_stays_text(notes: str) -> None:
    assert soup(render(notes)).find("a") is None


def test_a_link_that_may_not_stand_is_its_words() -> None:
    rendered = soup(render("Look [at *this*](relative) and [that](//evil.example)"))

    assert rendered.get_text().strip() == "Look at this and that"
    assert [tag.name for tag in rendered.find_all(["a", "em"])] == ["em"]


@pytest.mark.parametrize(
    ("notes", "address", "words"),
    [
        ("![a *cat*](https://example.org/cat.png 'Cat')", "https://example.org/cat.png", "a cat"),
        ("![](https://example.org/cat.png)", "https://example.org/cat.png", "image"),
        ("[![a cat](https://example.org/cat.png)](https://example.org)", "https://example.org", "a cat"),
    ],
)
def test_an_image_is_a_link_that_says_what_it_shows(notes: str, address: str, words: str) -> None:
    [link] = soup(render(notes)).find_all("a")

    assert (link["href"], link.get_text()) == (address, words)


@pytest.mark.parametrize(
    "notes", ["שלום", "> שלום", "- שלום", "1. שלום", "# שלום", "    שלום", "שלום | a\n--|--\n"]
)
def test_every_block_has_the_direction_of_its_text(notes: str) -> None:
    text = soup(render(notes)).find(string=lambda string: "שלום" in str(string))

    assert text is not None
    assert text.find_parent(attrs={"dir": "auto"}) is not None


def test_a_template_shows_notes(app: Flask) -> None:
    page = "<div class='prose'>{{ notes|markdown('/marks') }}</div>{{ notes|markdown }}"

    with app.test_request_context():
        rendered = render_template_string(page, notes="- [ ] **One** <b>two</b>")

    assert [tag.name for tag in elements(rendered)] == [
        *["div", "ul", "li", "button", "strong"],
        *["ul", "li", "span", "strong"],
    ]
    assert forbidden(str(soup(rendered).select_one(".prose ul"))) == []
