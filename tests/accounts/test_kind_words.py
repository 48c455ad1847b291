"""Small things on the way in, and after a slip in the settings."""

import pytest

from tests.builders import Person
from tests.pages import Browser

from .browsers import PASSES


@pytest.mark.parametrize("path", ["/settings/email", "/settings/password"])
def test_enter_in_the_address_bar_after_a_failed_change_leads_to_the_settings(
    alice: Person, path: str
) -> None:
    alice.browser.open("/settings")
    failed = alice.browser.submit(f"form[action='{path}']", current_password="not hers")

    page = alice.browser.open(path)

    assert failed.status == 422
    assert (page.status, page.path) == (200, "/settings")


def test_the_sign_in_page_says_what_to_do_about_a_forgotten_password(anonymous: Browser) -> None:
    page = anonymous.open("/auth/login")

    assert "Forgot your password? Ask whoever runs this Docket for a link." in page.words("p")


@pytest.mark.parametrize("kept", [{}, {"keep": "y"}], ids=["today", "kept"])
def test_who_signs_up_may_stay_signed_in(anonymous: Browser, kept: dict[str, str]) -> None:
    anonymous.open("/auth/register")

    page = anonymous.submit("form", name="Mira", email="mira@example.org", password=PASSES, **kept)

    cookie = anonymous.client.get_cookie("session")
    assert page.path == "/today"
    assert cookie is not None
    assert (cookie.max_age is not None) == bool(kept)
