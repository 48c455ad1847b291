"""What a title, notes and a priority may be."""

from ..errors import Invalid
from ..formatting import counted
from ..visible import is_visible

LONGEST = 500
LONGEST_NOTES = 50_000
PRIORITIES = (1, 2, 3, 4)


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


def typed_as_it_was(line: str | None) -> str | None:
    """What was typed is kept as it is; it could have been a title."""
    return line


def clean_notes(text: str) -> str:
    """Notes as they are kept: lines ended by newlines, nothing blank around them. Raises Invalid."""
    lines = [line.rstrip() if not line.strip() else line for line in text.splitlines()]
    notes = "\n".join(lines).strip("\n").rstrip()
    if "\0" in notes:
        raise Invalid("The notes contain a character that cannot be stored (NUL). Remove it.")
    if len(notes) > LONGEST_NOTES:
        excess = counted(len(notes) - LONGEST_NOTES, "character")
        raise Invalid(f"The notes are {excess} too long; they may have {LONGEST_NOTES:,}.")
    return notes


def clean_priority(number: int) -> int:
    """1 to 4. Raises Invalid."""
    if number not in PRIORITIES:
        raise Invalid("A priority is 1, 2, 3 or 4.")
    return number


def priority_words(number: int) -> str:
    """How a priority reads."""
    return "none" if number == PRIORITIES[-1] else str(number)


def shortened(title: str, length: int = 60) -> str:
    """The title for a sentence, quoted and cut at a word if it is long."""
    if len(title) > length:
        title = title[:length].rsplit(" ", 1)[0].rstrip() + "…"
    return f"“{title}”"
