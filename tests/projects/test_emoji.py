"""One emoji stands before a project's name, whatever it is made of, and nothing else."""

import pytest

from webapp.errors import Invalid
from webapp.projects.emoji import clean_emoji

ONE = ["🌱", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇨🇭", "1️⃣", "👍🏽", "❤️", "✅", "⭐", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "✏️", "☎", "🧑🏽‍🤝‍🧑🏾", "‼️", ""]
OTHER = [
    "🌱🌱",
    "a",
    "7",
    "🏽",
    "🇨",
    "\u200d",
    "🌱\u200d",
    "\u2800",
    "🌱a",
    "<b>",
    "\0",
    "🌱" * 20,
    "👨" + "\u200d👩" * 9,
]


@pytest.mark.parametrize("text", ONE)
def test_an_emoji_is_kept_as_it_is(text: str) -> None:
    assert clean_emoji(f" {text} ") == text


@pytest.mark.parametrize("text", OTHER)
def test_what_is_not_one_emoji_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="a single emoji"):
        clean_emoji(text)
