"""What stands before a project's name: one emoji, or nothing."""

import re
import unicodedata

from ..errors import Invalid
from ..visible import is_visible

LONGEST = 16
# Unicode Technical Standard 51, ED-15: a flag of two letters, a keycap, or elements joined by ZWJ, each a
# picture that a variation selector, a skin tone or tags may follow.
ELEMENT = re.compile(r"(.)(?:[\U0001F3FB-\U0001F3FF]|\uFE0F)?[\U000E0020-\U000E007F]*")
FLAG = re.compile(r"[\U0001F1E6-\U0001F1FF]{2}")
KEYCAP = re.compile(r"[0-9#*]\uFE0F?\u20E3")
# Pictures that are punctuation or mathematics by their category.
OTHERS = set("‼⁉〰↔⤴⤵➕➖➗⬅⬆⬇⬛⬜〽◽◾▪▫◻◼∞")


def clean_emoji(text: str) -> str:
    """The emoji as it is kept, or nothing. Raises Invalid for anything else, and for more than one."""
    emoji = unicodedata.normalize("NFC", text[: 2 * LONGEST].strip())
    if emoji and (len(emoji) > LONGEST or not _is_one(emoji)):
        raise Invalid("Use a single emoji, like 🌱, or leave this empty.")
    return emoji


def _is_one(text: str) -> bool:
    if FLAG.fullmatch(text) or KEYCAP.fullmatch(text):
        return True
    elements = [ELEMENT.fullmatch(element) for element in text.split("\u200d")]
    return all(element and _is_picture(element[1]) for element in elements)


def _is_picture(character: str) -> bool:
    """Planes of pictures count as a whole: Python may know an older Unicode than the person's device."""
    if "\U0001f1e6" <= character <= "\U0001f1ff" or "\U0001f3fb" <= character <= "\U0001f3ff":
        return False
    drawn = "\U0001f000" <= character <= "\U0001faff" or character in OTHERS
    return drawn or (unicodedata.category(character) == "So" and is_visible(character))
