"""Which spellings of an address are one person's."""

import pytest

from tests.builders import Person
from tests.pages import Browser
from webapp.accounts.models import clean_email, email_key

from .browsers import PASSES, sign_in

REFUSED = "That e-mail and password don’t match. Try again."
SPELLINGS = [
    "josé@example.org",
    "jose\u0301@example.org",
    "straße@example.org",
    "İpek@example.org",
    "ΣΊΣΥΦΟΣ@example.org",
    "mira@bücher.example.org",
    "mira@BÜCHER.example.org",
    "mira@xn--bcher-kva.example.org",
    "mira@faß.example.org",
    "mira@例え。example.org",
]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_the_spelling_that_signed_up_signs_in(anonymous: Browser, typed: str) -> None:
    anonymous.open("/auth/register")
    arrived = anonymous.submit("form", name="Mira", email=typed, password=PASSES)
    visitor = Browser(anonymous.app)
    visitor.open("/auth/login")

    page = visitor.submit("form", email=typed, password=PASSES)

    assert arrived.path == "/today"
    assert page.path == "/today"


@pytest.mark.parametrize("typed", SPELLINGS)
def test_what_is_kept_is_found_by_what_was_typed(typed: str) -> None:
    assert email_key(clean_email(typed)) == email_key(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mira@Example.org", "mira@example.ORG"),
        ("josé@example.org", "jose\u0301@example.org"),
        ("mira@bücher.example.org", "mira@xn--bcher-kva.example.org"),
    ],
)
def test_two_spellings_of_one_address_are_one(one: str, other: str) -> None:
    assert email_key(one) == email_key(other)


def test_two_addresses_that_look_alike_to_a_computer_only_are_two() -> None:
    assert email_key("straße@example.org") != email_key("strasse@example.org")


@pytest.mark.parametrize("typed", ["ali\0ce@example.org", "alice@example.org\0", "\0", "a" * 254])
def test_what_nobody_can_have_is_answered_like_an_unknown_address(
    alice: Person, anonymous: Browser, typed: str
) -> None:
    page = sign_in(anonymous, alice, email=typed)

    assert page.status == 422
    assert page.words("#password-error") == [REFUSED]


def test_the_link_stands_beside_the_address_that_is_kept(alice: Person) -> None:
    said = alice.app.test_cli_runner().invoke(args=["user", "reset-link", "ALICE@Example.ORG"])

    for_whom, link = said.output.splitlines()
    assert for_whom == "For alice@example.org:"
    assert link.startswith("http://localhost/auth/reset/")
