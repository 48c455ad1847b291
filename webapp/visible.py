"""What of a text can be seen."""

import unicodedata

# Letters and symbols by their category, but drawn as nothing: Hangul fillers and the empty Braille cell.
BLANK = set("\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5\u180b\u180c\u180d\u180f\u034f")
# Zero-width joiners: writing in Persian or Hindi, and many emoji, need them.
JOINERS = set("\u200c\u200d")


def is_visible(text: str) -> bool:
    """Whether at least one character leaves a mark by itself."""
    return any(_is_mark(character) for character in text)


def has_controls(text: str) -> bool:
    """Whether something in it commands rather than writes: controls, and what turns the direction around."""
    return any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in set(text) - JOINERS)


def _is_mark(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] not in "CZ" and category not in {"Mn", "Me"} and character not in BLANK
