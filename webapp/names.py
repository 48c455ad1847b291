"""Names that people give to things: one line, and the same name when they read alike."""

import unicodedata

from .errors import Invalid
from .visible import has_controls, is_visible


def clean_name(text: str, longest: int, missing: str = "Give it a name.") -> str:
    """The name as it is kept: one line of 1 to `longest` characters, trimmed, in NFC. Raises Invalid."""
    name = unicodedata.normalize("NFC", " ".join(text[: 10 * longest].split()))
    if not is_visible(name):
        raise Invalid(missing)
    if has_controls(name):
        raise Invalid("This contains a character that cannot be part of a name. Remove it.")
    if len(name) > longest or len(folded(name)) > 2 * longest:
        raise Invalid(f"Use at most {longest} characters.")
    return name


def folded(name: str) -> str:
    """What two names have in common that read alike: case, width and compatible forms are folded.

    Unicode's NFKC_Casefold (UAX #31), but for characters that cannot be seen, which names do not have.
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
