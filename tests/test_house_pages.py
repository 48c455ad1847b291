"""The laws of the house for pages as browsers get them: a crawl of everything, mistakes included."""

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from bs4 import Tag
from flask import Flask
from flask_migrate import upgrade

from webapp.assets import style_sheets

from .builders import make_person
from .crawling import every_page
from .pages import Page
from .sources import STATIC

REFERENCES = ("for", "form", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
CONTROLS = "button, a[href], input:not([type=hidden]), select, textarea"
# Asked by whoever watches the instance: a word, no page.
NO_PAGES = {
    "email.show",
    "password.show",
    "sections.show",
    "selection.new",
    "health.show",
    "exports.show",
    "project_exports.show",
    "readiness.index",
    "security_contact.show",
}
# A region that fetches itself anew when it is told to is no control.
TOLD = "[hx-trigger*='-changed from:body']"
UNSAFE = ("hx-post", "hx-put", "hx-patch", "hx-delete")


@pytest.fixture(scope="module")
def crawled(new_app: Callable[..., Flask], new_database: Callable[[], str]) -> Flask:
    """An application of its own, so that one crawl serves all laws."""
    app = new_app(DATABASE_URL=new_database())
    with app.app_context():
        upgrade()
    return app


@pytest.fixture(scope="module")
def pages(crawled: Flask) -> list[Page]:
    return every_page(crawled, make_person(crawled, "Alice"))


class Tokens(HTMLParser):
    """Forms and ids as they stand in the source, before a browser mends the tree."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open_forms = self.deepest = 0
        self.ids: Counter[str | None] = Counter()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open_forms += tag == "form"
        self.deepest = max(self.deepest, self.open_forms)
        self.ids.update(value for name, value in attrs if name == "id")

    def handle_endtag(self, tag: str) -> None:
        self.open_forms -= tag == "form"


def breaking(pages: list[Page], law: Callable[[Page], list[str]]) -> list[str]:
    """Where the pages break a law."""
    return sorted({f"{page.path} ({page.status}): {fault}" for page in pages for fault in law(page)})


def tags(page: Page, selector: str, keeps: Callable[[Tag], bool]) -> list[str]:
    """The elements that do not keep a law."""
    return [str(element)[:200] for element in page.all(selector) if not keeps(element)]


def test_the_crawl_sees_every_address_and_every_kind_of_answer(crawled: Flask, pages: list[Page]) -> None:
    adapter = crawled.url_map.bind("localhost")
    seen = {adapter.match(page.path.partition("?")[0])[0] for page in pages if page.status == 200}

    shown = {rule.endpoint for rule in crawled.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert seen == shown - NO_PAGES
    assert {200, 401, 403, 404, 409, 422} <= {page.status for page in pages}


def test_no_form_stands_in_another(pages: list[Page]) -> None:
    assert breaking(pages, lambda page: ["nested forms"] if Tokens(page.text).deepest > 1 else []) == []


def test_an_id_is_given_once(pages: list[Page]) -> None:
    def twice(page: Page) -> list[str]:
        return [str(id) for id, times in Tokens(page.text).ids.items() if times > 1]

    assert breaking(pages, twice) == []


def test_every_reference_leads_to_an_id(pages: list[Page]) -> None:
    def lost(page: Page) -> list[str]:
        ids = {str(element["id"]) for element in page.all("[id]")}
        named = [
            (name, id)
            for name in REFERENCES
            for element in page.all(f"[{name}]")
            for id in str(element[name]).split()
        ]
        targets = [("hx-target", str(element["hx-target"])[1:]) for element in page.all("[hx-target^='#']")]
        return [f"{name}={id}" for name, id in [*named, *targets] if id not in ids]

    assert breaking(pages, lost) == []


def test_a_button_of_the_action_form_says_where_it_posts(pages: list[Page]) -> None:
    def lost(page: Page) -> list[str]:
        return [
            *tags(page, "[form=act]", lambda button: bool(button.get("formaction"))),
            *map(str, page.all("#act button")),
        ]

    assert breaking(pages, lost) == []


def test_every_form_says_where_it_goes(pages: list[Page]) -> None:
    assert (
        breaking(pages, lambda page: tags(page, "form:not(#act)", lambda form: bool(form.get("action"))))
        == []
    )


def test_every_posting_form_has_one_token(pages: list[Page]) -> None:
    def has_one(form: Tag) -> bool:
        return len(form.select("input[name=csrf_token][value]")) == 1

    assert breaking(pages, lambda page: tags(page, "form[method=post]", has_one)) == []
    assert (
        breaking(pages, lambda page: tags(page, "form", lambda form: form.get("method") in {"get", "post"}))
        == []
    )


def test_whatever_htmx_sends_a_browser_without_it_sends_too(pages: list[Page]) -> None:
    def works_alone(element: Tag) -> bool:
        return bool(element.get("formaction") if element.name == "button" else element.get("action"))

    unsafe = ", ".join(f"[{name}]" for name in UNSAFE)
    assert breaking(pages, lambda page: tags(page, unsafe, works_alone)) == []
    links = f"[hx-get]:not({TOLD})"
    assert (
        breaking(
            pages, lambda page: tags(page, links, lambda link: bool(link.get("href") or link.get("action")))
        )
        == []
    )


def test_nothing_is_inline_on_any_page(pages: list[Page]) -> None:
    def inline(page: Page) -> list[str]:
        events = [str(tag)[:200] for tag in page.all("*") if any(name.startswith("on") for name in tag.attrs)]
        return [*map(str, page.all("[style], style, script:not([src])")), *events]

    assert breaking(pages, inline) == []


def test_every_control_has_a_name_that_can_be_read_aloud(pages: list[Page]) -> None:
    def nameless(page: Page) -> list[str]:
        labels = {str(label["for"]) for label in page.all("label[for]")}
        return tags(page, CONTROLS, lambda control: control.get("id") in labels or says_its_name(control))

    assert breaking(pages, nameless) == []


def says_its_name(control: Tag) -> bool:
    named = control.get("aria-label") or control.get("aria-labelledby") or control.get_text(strip=True)
    return bool(named or control.find_parent(hidden=True))


def test_every_page_has_a_title_a_language_and_one_heading(pages: list[Page]) -> None:
    def lacking(page: Page) -> list[str]:
        wanted = {"html[lang]": 1, "title": 1, "h1": 1, "main#main": 1}
        return [selector for selector, times in wanted.items() if len(page.all(selector)) != times]

    assert breaking(pages, lacking) == []


def test_every_page_links_the_sheets_of_what_it_shows(pages: list[Page]) -> None:
    """What lies in css/pages/ is not on every page; a class that several sheets name belongs to none."""
    sheets = {path.stem: classes(path) for path in [*style_sheets(), *STATIC.glob("css/pages/*.css")]}
    times = Counter(name for names in sheets.values() for name in names)
    only_here = {
        path.stem: {name for name in sheets[path.stem] if times[name] == 1}
        for path in STATIC.glob("css/pages/*.css")
    }

    def unlinked(page: Page) -> list[str]:
        shown = {name for tag in page.all("[class]") for name in tag["class"]}
        linked = {str(link["href"]).rpartition("/")[2] for link in page.all("link[rel=stylesheet]")}
        return [sheet for sheet, names in only_here.items() if names & shown and f"{sheet}.css" not in linked]

    assert breaking(pages, unlinked) == []


def classes(sheet: Path) -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", sheet.read_text()))
