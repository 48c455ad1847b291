"""A browser without JavaScript: follows links, fills in forms and presses buttons as HTML says.

Answers are parsed with html5lib, as browsers do it. `partial` sends what htmx would send.
"""

import re
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

BASE = "http://localhost"


class Page:
    """An answer: its status, its address and its elements."""

    def __init__(self, response: TestResponse, url: str) -> None:
        self.response = response
        self.status = response.status_code
        self.url = url
        self.headers = response.headers
        self.text = response.get_data(as_text=True)

    @cached_property
    def soup(self) -> BeautifulSoup:
        """Parsed when it is asked for: it takes longer than making the page."""
        return BeautifulSoup(self.text, "html5lib")

    @property
    def path(self) -> str:
        """The local path and query."""
        parts = urlsplit(self.url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    @property
    def csrf_token(self) -> str:
        """The token that htmx sends in a header, read without parsing the page for it."""
        found = re.search(r"""hx-headers:inherited='\{"X-CSRFToken": "([^"]+)"\}'""", self.text)
        assert found, f"no CSRF token on {self.url} ({self.status})"
        return found[1]

    def all(self, selector: str) -> list[Tag]:
        return list(self.soup.select(selector))

    def one(self, selector: str) -> Tag:
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} × {selector} on {self.url} ({self.status}):\n{self.soup.body}"
        return found[0]

    def words(self, selector: str) -> list[str]:
        """The visible text of each element."""
        return [" ".join(element.get_text(" ", strip=True).split()) for element in self.all(selector)]

    @property
    def titles(self) -> list[str]:
        """The titles of the tasks that are listed."""
        return [element.get_text() for element in self.all(".task__title")]

    @property
    def toast(self) -> str:
        return " ".join(self.words(".toast__text"))


class Browser:
    """A client that keeps cookies and knows which page it is on."""

    def __init__(self, app: Flask, token: str = "") -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()
        self.page: Page | None = None
        if token:
            self.client.set_cookie(app.config["SESSION_COOKIE_NAME"], token, secure=app.config["SECURE"])

    @property
    def token(self) -> str:
        """The value of the session cookie."""
        cookie = self.client.get_cookie(self.app.config["SESSION_COOKIE_NAME"])
        return cookie.value if cookie else ""

    def open(self, path: str) -> Page:
        """Go to an address, following redirects."""
        return self._go("GET", path)

    def submit(self, selector: str, **fields: Any) -> Page:
        """Fill in the form and press its first button."""
        form = self.current.one(selector)
        button = form.select_one("button")
        filled = {**form_values(form), **fields}
        if button is not None and button.get("name"):
            filled[str(button["name"])] = str(button.get("value", ""))
        return self._go(str(form.get("method", "get")).upper(), str(form.get("action") or ""), filled)

    def press(self, selector: str) -> Page:
        """Press a button, in a form or belonging to one by its `form` attribute."""
        button = self.current.one(selector)
        owner = button.get("form")
        form = self.current.one(f"form#{owner}") if owner else button.find_parent("form")
        assert isinstance(form, Tag), f"{selector} belongs to no form"
        values = form_values(form)
        if button.get("name"):
            values[str(button["name"])] = str(button.get("value", ""))
        action = str(button.get("formaction") or form.get("action") or "")
        return self._go(str(form.get("method", "get")).upper(), action, values)

    def follow(self, selector: str) -> Page:
        """Follow a link."""
        return self._go("GET", str(self.current.one(selector)["href"]))

    def partial(self, method: str, path: str, fields: dict[str, Any] | None = None, **headers: str) -> Page:
        """What htmx sends from the current page, with the CSRF token in the header."""
        usual = {
            "HX-Request": "true",
            "HX-Request-Type": "partial",
            "HX-Current-URL": self.current.url,
            "X-CSRFToken": self.current.csrf_token,
        }
        sent = {**usual, **headers}
        response = self.client.open(path, method=method, data=fields or {}, headers=sent, base_url=self._base)
        return Page(response, urljoin(BASE, path))

    @property
    def current(self) -> Page:
        assert self.page is not None, "open a page first"
        return self.page

    @property
    def _base(self) -> str:
        return BASE.replace("http:", "https:") if self.app.config["SECURE"] else BASE

    def _go(self, method: str, path: str, fields: dict[str, Any] | None = None) -> Page:
        url = urljoin(self.page.url if self.page else BASE, path)
        headers = {"Referer": self.page.url} if self.page else {}
        if method == "GET" and fields is not None:
            response = self.client.get(url, query_string=fields, headers=headers, base_url=self._base)
        else:
            response = self.client.open(url, method=method, data=fields, headers=headers, base_url=self._base)
        self.page = Page(response, url)
        while response.status_code in {301, 302, 303, 307, 308}:
            url = urljoin(url, response.headers["Location"])
            response = self.client.get(url, headers=headers, base_url=self._base)
            self.page = Page(response, url)
        return self.page


def form_values(form: Tag) -> dict[str, Any]:
    """What a browser would send of the form as it stands; a list where several controls share a name."""
    values: dict[str, Any] = {}
    for control in form.select("input[name], textarea[name], select[name]"):
        name = str(control["name"])
        value = _value(control)
        if value is None:
            continue
        values[name] = [*_listed(values[name]), value] if name in values else value
    return values


def _listed(values: Any) -> list[str]:
    return values if isinstance(values, list) else [values]


def _value(control: Tag) -> str | None:
    """What a control sends; None if nothing."""
    if control.name == "select":
        chosen = control.select_one("option[selected]") or control.select_one("option")
        return str(chosen["value"]) if chosen else ""
    if control.get("type") in {"checkbox", "radio"}:
        return str(control.get("value", "on")) if control.has_attr("checked") else None
    return control.get_text() if control.name == "textarea" else str(control.get("value", ""))
