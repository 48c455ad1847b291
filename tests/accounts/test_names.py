"""What a name may be."""

import pytest

from tests.builders import Person
from webapp.accounts.models import clean_name
from webapp.errors import Invalid
from webapp.tasks.titles import clean_title

BLANK = [
    "",
    " ",
    "\u3164",
    "\u115f\u1160",
    "\uffa0",
    "\u2800",
    "\u200b",
    "\u00ad",
    "\u034f",
    "\ufe0f",
    "\U000e0020",
]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Mira  ", "Mira"),
        ("Mira\nLind", "Mira Lind"),
        ("Zoë", "Zoë"),
        ("مريم", "مريم"),
        ("می\u200cرا", "می\u200cرا"),
        ("🦊", "🦊"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("7", "7"),
    ],
)
def test_a_name_is_one_line(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize("typed", BLANK)
def test_a_name_and_a_title_have_something_to_see(typed: str) -> None:
    with pytest.raises(Invalid, match="call you"):
        clean_name(typed)
    with pytest.raises(Invalid, match="needs a title"):
        clean_title(typed)


@pytest.mark.parametrize(
    "odd",
    ["\0", "\x07", "\x1b", "\x7f", "\u202e", "\u202a", "\u2066", "\u2069", "\u061c", "\u200f", "\U000e0041"],
)
def test_a_name_holds_nothing_that_turns_the_text_around_it(odd: str) -> None:
    with pytest.raises(Invalid, match="cannot be part of a name"):
        clean_name(f"Mi{odd}ra")


def test_a_name_is_kept_clean(alice: Person) -> None:
    alice.browser.open("/settings")

    refused = alice.browser.submit("form[action='/settings']", name="\u3164")
    alice.browser.submit("form[action='/settings']", name=" Alice\tNg\u2028 ")

    assert refused.words("#name-error") == ["What should we call you?"]
    assert alice.browser.open("/settings").one("#name")["value"] == "Alice Ng"
