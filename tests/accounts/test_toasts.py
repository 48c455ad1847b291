"""What an answer wants to say survives its redirect, in a signed cookie of its own."""

import re

import pytest
from itsdangerous import URLSafeSerializer

from tests.builders import Person


def test_a_toast_is_shown_after_the_redirect_and_only_once(alice: Person) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title="Water the plants")
    again = alice.browser.open("/tasks")

    assert page.toast == "Added “Water the plants”."
    assert again.toast == ""
    assert alice.browser.client.get_cookie("flash") is None


def test_a_toast_waits_for_a_page(alice: Person) -> None:
    (id,) = alice.has("Water the plants")
    alice.browser.open("/tasks")
    token = alice.browser.current.one("#act input")["value"]
    alice.browser.client.post(f"/tasks/{id}/completion", data={"csrf_token": token})
    alice.browser.client.get("/nowhere")

    page = alice.browser.open("/tasks")

    assert page.toast == "Completed “Water the plants”."
    assert re.fullmatch(r"/history/\d+/undo", str(page.one("#undo")["formaction"]))


def test_words_in_a_toast_are_text(alice: Person) -> None:
    alice.browser.open("/tasks")

    page = alice.browser.submit("#create-form", title="<b hx-get=/>é“🦊”")

    assert page.toast == "Added “<b hx-get=/>é“🦊””."
    assert page.all("b") == []


@pytest.mark.parametrize(
    "cookie",
    [
        "nonsense",
        "WyIiLCAiSGkiXQ.c2lnbmVk",
        URLSafeSerializer("another key", salt="flashes").dumps([["", "Send me your password"]]),
    ],
)
def test_a_forged_toast_is_ignored(alice: Person, cookie: str) -> None:
    alice.browser.client.set_cookie("flash", cookie)

    page = alice.browser.open("/tasks")

    assert page.status == 200
    assert page.toast == ""
