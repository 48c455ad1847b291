"""The text of a file: its encoding found by its mark or by trying, or a reason why there is none."""

import codecs
from typing import NamedTuple

from ..errors import Invalid

MOST_LINES = 20_000
# Signatures of what people take for a list of tasks: what it is, and what to do.
NO_TEXT = {
    b"PK\x03\x04": "a ZIP archive or an Excel or LibreOffice document. Unpack it, or save the sheet as CSV,",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word document. Save it as CSV or as text,",
    b"%PDF": "a PDF. Copy its text and paste it,",
    b"\x1f\x8b": "a compressed file. Unpack it,",
    b"\x89PNG": "a picture. Type what it says,",
    b"\xff\xd8\xff": "a picture. Type what it says,",
    b"GIF8": "a picture. Type what it says,",
    b"SQLite format 3": "a database. Export its tasks as CSV,",
}
# UTF-32 before UTF-16, whose mark begins in the same way.
MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
GUESSED = (
    "The file is not in UTF-8. It was read as Windows-1252 (Western European): look whether its accents are "
    "right, and if not, save it as UTF-8 and choose it again."
)


class Unreadable(Invalid):
    """A file of which nothing can be taken; the message says why and what to do."""


class Decoded(NamedTuple):
    """A text, and what is to be said of how it was read."""

    text: str
    remark: str = ""


def decode(content: bytes) -> Decoded:
    """The text of a file. Raises Unreadable."""
    for signature, what in NO_TEXT.items():
        if content.startswith(signature):
            raise Unreadable(f"This is {what} then choose that.")
    mark = next((mark for mark in MARKS if content.startswith(mark)), b"")
    decoded = _by_mark(content, mark) if mark else _by_trying(content)
    check_text(decoded.text)
    return decoded


def check_text(text: str) -> None:
    """Raise Unreadable for what is no text, or has more lines than are taken at once."""
    if "\0" in text:
        raise Unreadable("This is no text: it holds a character that nobody types (NUL). Choose a text file.")
    sample = text[:10_000]
    odd = sum(character < " " and character not in "\t\n\r\f\x0b" for character in sample)
    if odd * 20 > len(sample):
        raise Unreadable("This is no text that can be read. Choose a text or CSV file.")
    lines = count_lines(text)
    if lines > MOST_LINES:
        raise Unreadable(
            f"It has {lines:,} lines, and at most {MOST_LINES:,} are taken at once. "
            "Divide it and bring the parts one after the other."
        )


def count_lines(text: str) -> int:
    """However they end."""
    return text.count("\n") + text.count("\r") - text.count("\r\n") + (text[-1:] not in {"", "\n", "\r"})


def _by_mark(content: bytes, mark: bytes) -> Decoded:
    encoding = MARKS[mark]
    try:
        return Decoded(content[len(mark) :].decode(encoding))
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"The file says that it is {encoding.upper()}, but is not. Save it as UTF-8 and choose it again."
        ) from error


def _by_trying(content: bytes) -> Decoded:
    if b"\0" in content[:10_000]:
        raise Unreadable(
            "This is no text, or text in UTF-16 without a mark that says so. "
            "Save it as UTF-8 and choose it again."
        )
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(content.decode("cp1252"), GUESSED)
    except UnicodeDecodeError as error:
        raise Unreadable(
            "The file is neither in UTF-8 nor in Windows-1252. Save it as UTF-8 and choose it again."
        ) from error
