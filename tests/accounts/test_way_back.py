"""Where signing in leads when the way back is odd."""

from urllib.parse import quote, urlencode

import pytest

from tests.builders import Person
from tests.pages import Browser

from .browsers import sign_in

LINE = 8_190 - len("GET  HTTP/1.1")  # what gunicorn reads


@pytest.mark.parametrize("letter", ["x", "ü", "語", "🧺", "%", "&"])
@pytest.mark.parametrize("length", [500, 501, 9_000])
def test_no_way_back_makes_an_address_too_long(
    alice: Person, anonymous: Browser, letter: str, length: int
) -> None:
    typed = letter * length
    asked = anonymous.client.get(f"/tasks?{urlencode({'title': typed})}").headers["Location"]
    anonymous.open("/tasks")
    token = str(anonymous.current.one("[name=csrf_token]")["value"])
    page = anonymous.client.post("/tasks", data={"title": typed, "csrf_token": token})

    back = sign_in(anonymous, alice, next=f"/tasks?{urlencode({'title': typed[:500]})}")

    assert page.status_code == 401
    assert asked.startswith("/auth/login?next=/tasks")
    assert len(asked) < LINE
    assert back.one("#new-title")["value"] == typed[:500]


def test_a_title_that_is_too_long_is_carried_as_far_as_a_title_goes(anonymous: Browser) -> None:
    anonymous.open("/auth/login")
    token = str(anonymous.current.one("[name=csrf_token]")["value"])

    page = anonymous.client.post(
        "/tasks",
        data={"title": "語" * 9_000, "csrf_token": token},
        headers={"Referer": "http://localhost/tasks"},
    )

    assert f"title={quote('語' * 500)}&#34;" in page.text or f'title={quote("語" * 500)}"' in page.text


@pytest.mark.parametrize("path", ["/auth/logout", "/auth/logout?x=1", "http://localhost/auth/logout"])
def test_signing_in_never_leads_to_signing_out(alice: Person, anonymous: Browser, path: str) -> None:
    anonymous.open(f"/auth/login?next={quote(path, safe='')}")
    offered = anonymous.current.one("[name=next]").get("value")

    page = sign_in(anonymous, alice, next=path)

    assert not offered
    assert page.path == "/today"


def test_a_very_long_path_is_no_way_back(alice: Person, anonymous: Browser) -> None:
    assert sign_in(anonymous, alice, next="/" + "x" * 7_000).path == "/today"
