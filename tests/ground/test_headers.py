"""The headers that every kind of answer bears."""

from collections.abc import Callable

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.builders import Person
from tests.pages import Browser

from .bugs import with_bug

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "font-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
}


def refused_form(client: FlaskClient) -> TestResponse:
    browser = Browser(client.application)
    browser.open("/auth/login")
    return browser.submit("form", email="", password="").response


def large_form(client: FlaskClient) -> TestResponse:
    return client.post("/auth/login", data={"email": "a" * 2_000_000})


def style_sheet(client: FlaskClient) -> TestResponse:
    page = Browser(client.application).open("/about")
    return client.get(str(page.one("link[rel=stylesheet][href$='app.css']")["href"]), buffered=True)


ANSWERS: dict[str, tuple[Callable[[FlaskClient], TestResponse], int]] = {
    "page": (lambda client: client.get("/about"), 200),
    "head": (lambda client: client.head("/about"), 200),
    "redirect": (lambda client: client.get("/tasks"), 303),
    "foreign origin": (lambda client: client.post("/tasks", headers={"Sec-Fetch-Site": "cross-site"}), 400),
    "signed out": (lambda client: client.post("/tasks"), 401),
    "missing": (lambda client: client.get("/nowhere"), 404),
    "missing file": (lambda client: client.get("/static/nothing/here.js"), 404),
    "wrong method": (lambda client: client.delete("/about"), 405),
    "too large": (large_form, 413),
    "refused form": (refused_form, 422),
    "bug": (lambda client: client.get("/bug"), 500),
    "file": (style_sheet, 200),
}


@pytest.fixture(scope="module")
def plain(new_migrated_app: Callable[..., Flask]) -> FlaskClient:
    return with_bug(new_migrated_app(PUBLIC_URL="http://localhost")).test_client()


@pytest.fixture(scope="module")
def secure(new_migrated_app: Callable[..., Flask]) -> FlaskClient:
    return with_bug(new_migrated_app(PUBLIC_URL="https://localhost")).test_client()


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_answer_is_guarded(plain: FlaskClient, kind: str) -> None:
    call, status = ANSWERS[kind]

    answer = call(plain)

    headers = answer.headers
    assert answer.status_code == status
    assert dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; ")) == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert not [name for name, _ in headers if name.startswith("Access-Control-")]
    assert "Strict-Transport-Security" not in headers
    assert "Werkzeug" not in headers.get("Server", "")


@pytest.mark.parametrize("kind", ANSWERS)
def test_every_answer_over_https_asks_for_https(secure: FlaskClient, kind: str) -> None:
    answer = ANSWERS[kind][0](secure)

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.parametrize("kind", [kind for kind in ANSWERS if "file" not in kind])
def test_no_cache_mixes_pages_fragments_or_people_up(plain: FlaskClient, kind: str) -> None:
    answer = ANSWERS[kind][0](plain)

    assert {"HX-Request", "HX-Request-Type", "Cookie"} <= set(answer.vary)
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_cookies_over_https_are_bound_to_the_host(secure: FlaskClient) -> None:
    cookie = Browser(secure.application).open("/auth/login").headers["Set-Cookie"]

    name, *attributes = (part.strip() for part in cookie.split(";"))
    assert name.startswith("__Host-session=v")
    assert set(attributes) == {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"}


def test_only_trusted_hosts_are_answered(new_migrated_app: Callable[..., Flask]) -> None:
    client = new_migrated_app(TRUSTED_HOSTS="tasks.example.org").test_client()

    assert client.get("/about", base_url="http://tasks.example.org").status_code == 200
    assert client.get("/about", base_url="http://evil.example").status_code == 400


@pytest.mark.parametrize(("hops", "site"), [("0", "http://localhost/"), ("1", "https://proxied.example/")])
def test_a_proxy_is_believed_only_where_there_is_one(
    new_migrated_app: Callable[..., Flask], hops: str, site: str
) -> None:
    app = new_migrated_app(PROXY_HOPS=hops)
    seen: list[str] = []
    app.before_request(lambda: seen.append(request.host_url))
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "proxied.example"}

    app.test_client().get("/about", headers=forwarded)

    assert seen == [site]


@pytest.mark.parametrize("path", ["/.git/config", "/.env", "/instance/secret_key", "/webapp/config.py"])
def test_nothing_of_the_project_itself_is_served(anonymous: Browser, path: str) -> None:
    assert anonymous.open(path).status == 404


def test_an_answer_that_repeats_words_beside_a_secret_is_not_compressed(alice: Person) -> None:
    wanted = {"Accept-Encoding": "br, gzip"}

    plain_page = alice.browser.client.get("/tasks", headers=wanted)
    with_words = alice.browser.client.get("/tasks?title=Guess", headers=wanted)

    assert plain_page.headers["Content-Encoding"] == "br"
    assert with_words.headers.get("Content-Encoding", "identity") == "identity"
