"""Where somebody may be led after signing in: only to this site."""

import pytest
from flask import Flask

from tests.pages import Browser, Page
from webapp.web import safe_next

HOSTILE = [
    "https://evil.example",
    "http://evil.example/tasks",
    "HTTPS://EVIL.EXAMPLE",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "//evil.example/tasks",
    "//evil.example@localhost/",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\\/evil.example",
    "/tasks\\..\\evil",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    " /tasks",
    "/tasks\r\nSet-Cookie: a=b",
    "/tasks\0",
    "\x01//evil.example",
    "\u2028//evil.example",
    "/\u00a0/evil.example",
    "//evil。example",
    "/／evil.example",
    "／／evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "mailto:mallory@evil.example",
    "file:///etc/passwd",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "http:///evil.example",
    "ftp://localhost/tasks",
    "http://localhost@evil.example/",
    "http://localhost:80@evil.example/",
    "http://localhost.evil.example/",
    "http://localhost:8000/tasks",
    "http://evil.example#http://localhost/",
    "http://evil.example?http://localhost/",
    "http://[::1/tasks",
    "http://localhost//evil.example",
    "http://localhost/\\evil.example",
    "evil.example",
    "tasks",
    "?next=/tasks",
    "#main",
    "./tasks",
    "../tasks",
    "",
]
OURS = {
    "/": "/",
    "/tasks": "/tasks",
    "/tasks/active?after=2.0_7": "/tasks/active?after=2.0_7",
    "/tasks?q=a%20b&x=//evil": "/tasks?q=a%20b&x=//evil",
    "/tasks#task-7": "/tasks",
    "/tasks/7/edit?title=https://evil.example": "/tasks/7/edit?title=https://evil.example",
    "http://localhost/tasks": "/tasks",
    "https://localhost/tasks?a=1": "/tasks?a=1",
}


@pytest.mark.parametrize("url", HOSTILE)
def test_nothing_leads_away(app: Flask, url: str) -> None:
    with app.test_request_context("/auth/login", base_url="http://localhost"):
        assert safe_next(url) is None


@pytest.mark.parametrize("url", OURS)
def test_ones_own_pages_are_kept_with_their_query(app: Flask, url: str) -> None:
    with app.test_request_context("/auth/login", base_url="http://localhost"):
        assert safe_next(url) == OURS[url]


@pytest.mark.parametrize("url", HOSTILE)
def test_the_sign_in_form_carries_nothing_hostile(anonymous: Browser, url: str) -> None:
    answer = anonymous.client.get("/auth/login", query_string={"next": url})

    assert not Page(answer, "/").one("[name=next]").get("value")


@pytest.mark.parametrize("url", [url for url in HOSTILE if url.isascii() and url.isprintable()])
def test_htmx_is_led_nowhere_by_the_address_it_sends(anonymous: Browser, url: str) -> None:
    headers = {"HX-Request-Type": "partial", "HX-Current-URL": url}

    answer = anonymous.client.get("/tasks", headers=headers)

    assert answer.headers["HX-Redirect"] == "/auth/login?next=/"
