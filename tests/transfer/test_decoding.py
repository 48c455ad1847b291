"""Files in every encoding, and files that are no text."""

import pytest

from webapp.transfer.decoding import MOST_LINES, Unreadable, decode

TEXT = "Käse für Zoë – 3 €\nBrot\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_its_mark_and_without(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, "")


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf_16_is_read_in_both_orders(order: str) -> None:
    assert decode(f"\ufeff{TEXT}".encode(f"utf-16-{order}")).text == TEXT


def test_an_old_western_file_is_read_and_told() -> None:
    decoded = decode(TEXT.encode("cp1252"))

    assert decoded.text == TEXT
    assert "Windows-1252" in decoded.remark


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (TEXT.encode("utf-16-le"), "UTF-16 without a mark"),
        (b"\xff\xfeB", "says that it is UTF-16-LE, but is not"),
        (b"Gr\x81\x8d\xfc", "neither in UTF-8 nor in Windows-1252"),
        (b"PK\x03\x04 anything", "ZIP archive"),
        (b"\xd0\xcf\x11\xe0 anything", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"one\0two", "no text"),
        (b"\x01\x02\x03\x04\x05\x06", "no text that can be read"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        decode(content)


def test_a_million_lines_are_refused_with_their_number() -> None:
    with pytest.raises(Unreadable, match=r"1,000,000 lines, and at most 20,000"):
        decode(b"a\n" * 1_000_000)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_as_many_lines_as_are_taken_are_taken(end: str) -> None:
    text = end.join(["a"] * MOST_LINES)

    assert decode(text.encode()).text == text
    with pytest.raises(Unreadable):
        decode((text + end + "a").encode())
