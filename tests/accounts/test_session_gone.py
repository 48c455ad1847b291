"""The session ends while somebody is typing: nothing is saved, and nothing typed is lost."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.builders import Person
from tests.contents import contents

from .browsers import sign_in


def end_session(person: Person) -> None:
    """Sign out in another tab, the page in this one still stands."""
    here = person.browser.page
    token = person.browser.token
    person.browser.open("/auth/logout")
    person.browser.submit("form.form")
    person.browser.client.set_cookie("session", token)
    person.browser.page = here


@pytest.mark.parametrize("typed", ["Typed & kept", "100 % + “é” #1?", "a" * 500])
def test_without_javascript_the_sign_in_page_leads_back_to_the_editor(alice: Person, typed: str) -> None:
    (id,) = alice.has("As it was")
    alice.browser.open(f"/tasks/{id}/edit")
    end_session(alice)
    before = contents(alice.app)["task"]

    page = alice.browser.submit("form.editor", title=typed)

    assert page.status == 401
    assert page.one("form")["action"] == "/auth/login"
    back = sign_in(alice.browser, alice)
    assert back.path.startswith(f"/tasks/{id}/edit?")
    assert back.one("form.editor [name=title]").get_text() == typed
    assert contents(alice.app)["task"] == before

    alice.browser.submit("form.editor")
    assert alice.task(id).title == typed


def test_without_javascript_a_new_task_is_not_lost_either(alice: Person) -> None:
    alice.browser.open("/tasks/active")
    end_session(alice)

    page = alice.browser.submit("#create-form", title="Typed too late")

    assert page.status == 401
    back = sign_in(alice.browser, alice)
    assert back.path.startswith("/tasks/active?")
    assert back.one("#new-title")["value"] == "Typed too late"
    assert contents(alice.app)["task"] == []


@pytest.mark.parametrize(
    ("method", "path", "place"),
    [("PUT", "/tasks/{id}", "/tasks"), ("GET", "/tasks/{id}/edit", "/tasks"), ("POST", "/tasks", "/tasks")],
)
def test_htmx_is_sent_to_sign_in_and_back_to_the_page(
    alice: Person, method: str, path: str, place: str
) -> None:
    (id,) = alice.has("As it was")
    alice.browser.open("/tasks")
    end_session(alice)
    before = contents(alice.app)["task"]

    answer = alice.browser.partial(method, path.format(id=id), {"title": "Typed", "version": "1"})

    parts = urlsplit(answer.headers["HX-Redirect"])
    assert answer.status == 401
    assert (parts.path, parse_qs(parts.query)) == ("/auth/login", {"next": [place]})
    assert contents(alice.app)["task"] == before
