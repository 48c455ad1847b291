"""Notes that want to do something to the page: none can."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from webapp.markdown import render
from webapp.markdown.drawing import CLEANER

from .notes import forbidden, soup

ADDRESSES = [
    *["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)"],
    *["javascript&colon;alert(1)", "&#106;avascript:alert(1)", "&#x6A&#x61;vascript:alert(1)"],
    *["java&Tab;script:a()", "java&NewLine;script:a()", "&#1;javascript:a()", "\x01javascript:a()"],
    *["javascript\\:alert(1)", "jav&#x0A;ascript:a", "%6aavascript:alert(1)"],
    *["javascript&#0058;alert(1)", "\u200bjavascript:a()", "ｊａｖａｓｃｒｉｐｔ:a()"],
    *["data:text/html,<script>alert(1)</script>", "data:image/svg+xml;base64,AAAA"],
    *["data:image/png;base64,AAAA", "vbscript:msgbox(1)", "file:///etc/passwd", "blob:null"],
    *["about:blank", "view-source:x", "intent://x", "feed:javascript:alert(1)", "jar:file:///a!/b"],
    *["ws://a", "ftp://a", "tel:1", "sms:1", "livescript:a()", "//evil.example", "///evil.example"],
    *["////evil.example", "\\\\evil.example", "\\\\/evil.example", "&#47;/evil.example"],
    *["&sol;&sol;evil.example", "&bsol;&bsol;evil.example", "\t//evil.example", "https:evil.example"],
    *["https:/evil.example", "https:\\\\evil.example", "http&colon;evil.example", "#top", "?q=1"],
    *["relative", "../up", "./here", "", ":", "::", "http", "mailto"],
]
FORMS = [
    *["[x]({})", "[x](<{}>)", "<{}>", "{}", "[x][y]\n\n[y]: {}", "[x][y]\n\n[y]: <{}> 'z'"],
    *["[y]\n\n[y]: {}", "![x]({})", "![x](<{}>)", "[![x]({})](/here)", "[![x](/here)]({})"],
    *["- [ ] [x]({})", "a|b\n-|-\n[x]({})|<{}>"],
]
RAW = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<a href='javascript:alert(1)'>x</a>",
    "<button hx-post='/tasks/7/delete' form=act>x</button>",
    "<div hx-get='/x' data-hx-get='/x' hx-trigger=load id=act class=task style='position:fixed'>x</div>",
    "<form id=act action=//evil><input name=csrf_token>",
    "</div></div></main><main>",
    "<li class=prose__task><span class=prose__tick role=img aria-label=Done>",
    "<!-- --><![CDATA[ <b> ]]><?php ?><!DOCTYPE html>",
    "<style>*{display:none}</style><link rel=stylesheet href=//evil><base href=//evil><meta>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<x" + " y" * 100 + ">",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]
AROUND = [
    *["{}", "a {} b", "# {}", "- [ ] {}", "> {}", "[{}](/a)", "[a](/a '{}')", "![{}](/a)", "`{}`"],
    *["```{}\n{}\n```"],
]
ATTRIBUTES = [
    *['[x](/a "onclick=alert(1)")', "[x](/a'\"onclick=alert(1)//)", '[x](/a"hx-get="/b)'],
    *["[x](/a){hx-get=/b}", "```js hx-get=/b\n```", '~~~" onclick="a()\n~~~', "1. {#act .task}"],
    *["# x {#act}", "[x]: /a 'y' hx-get=/b", '<https://a.example/"onmouseover="a()>'],
    *["https://a.example/'onclick='a()", "https://a.example/`onclick=`"],
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("form", FORMS)
def test_no_link_leads_where_it_should_not(form: str, address: str) -> None:
    rendered = render(form.replace("{}", address))

    assert forbidden(rendered) == []
    assert {link.get("href") for link in soup(rendered).find_all("a")} <= {"/here"}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("raw", RAW)
def test_html_in_notes_is_only_text(around: str, raw: str) -> None:
    assert forbidden(render(around.replace("{}", raw), "/marks/{}".format)) == []


@pytest.mark.parametrize("notes", ATTRIBUTES)
def test_nothing_gets_an_attribute(notes: str) -> None:
    assert forbidden(render(notes)) == []


@pytest.mark.parametrize("raw", [*RAW, *(f'<a href="{address}">x</a>' for address in ADDRESSES)])
def test_what_would_slip_through_as_html_is_cleaned(raw: str) -> None:
    """Were the parser ever to let HTML through, it would meet the second line."""
    assert [tag for tag in forbidden(CLEANER.clean(f"<p>{raw}</p>")) if "<a rel" not in tag] == []


def test_only_what_notes_mean_as_a_mark_becomes_a_button() -> None:
    written = render("- [ ] one", "/marks/{}".format)

    rendered = render(f"{written}\n\n- [ ] two", "/marks/{}".format)

    assert [button["aria-label"] for button in soup(rendered).find_all("button")] == ["two"]


@pytest.mark.parametrize("character", ["\0", "\x08", "\x1b", "\x7f", "\x85", "\ud800", "\uffff", "\ufdd0"])
@pytest.mark.parametrize(
    "form", ["a{}b", "[{}](/a{})", "- [ ] {}", "`{}`", "https://a.example/{}", "<https://a/{}>"]
)
def test_what_cannot_be_shown_is_replaced(form: str, character: str) -> None:
    rendered = render(form.replace("{}", character), "/marks/{}".format)

    assert character not in rendered
    assert "\ufffd" in soup(rendered).get_text() + str(soup(rendered).find("button"))


@pytest.mark.parametrize("override", ["\u202e", "\u202d", "&#x202e;", "&#8237;"])
@pytest.mark.parametrize("form", ["a{}b", "[a{}b](/c)", "![a{}b](/c)", "- [ ] a{}b", "# a{}b"])
def test_no_text_is_forced_to_run_backwards(form: str, override: str) -> None:
    rendered = str(soup(render(form.replace("{}", override), "/marks/{}".format)))

    assert not {"\u202d", "\u202e"} & set(rendered)
    assert "a\ufffdb" in rendered


def test_marks_of_direction_that_people_need_stay() -> None:
    assert "\u200fשלום\u200e \u2067x\u2069" in render("\u200fשלום\u200e \u2067x\u2069")


def test_many_threads_may_draw_at_once() -> None:
    notes = [f"- [ ] task {number} [x](/{number})\n" * 20 for number in range(40)]

    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(render, notes))

    assert drawn == [render(text) for text in notes]
