"""What a title may be."""

from ..errors import Invalid
from ..formatting import counted
from ..visible import is_visible

LONGEST = 500


def one_line(text: str) -> str:
    """The text without its line breaks, trimmed. No regular expression: one may take quadratic time."""
    return " ".join(filter(None, (line.strip() for line in text.splitlines())))


def clean_title(text: str) -> str:
    """The title as it is kept: one line of 1 to 500 characters, trimmed. Raises Invalid."""
    title = one_line(text)
    if "\0" in title:
        raise Invalid("The title contains a character that cannot be stored (NUL). Remove it.")
    if not is_visible(title):
        raise Invalid("A task needs a title.")
    if len(title) > LONGEST:
        excess = counted(len(title) - LONGEST, "character")
        raise Invalid(f"The title is {excess} too long; it may have {LONGEST}.")
    return title


def shortened(title: str, length: int = 60) -> str:
    """The title for a sentence, quoted and cut at a word if it is long."""
    if len(title) > length:
        title = title[:length].rsplit(" ", 1)[0].rstrip() + "…"
    return f"“{title}”"
