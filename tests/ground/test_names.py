"""Names that read alike are the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.errors import Invalid
from webapp.names import clean_name, folded

ALIKE = [
    ("Work", "wORK"),
    ("Straße", "STRASSE"),
    ("ΣΊΣΥΦΟΣ", "σίσυφος"),
    ("Ａｌｉｃｅ", "alice"),
    ("ﬁnance", "Finance"),
    ("cafe\u0301", "caf\u00e9"),
    ("№ 1", "no 1"),
    ("A\u00a0B", "a b"),
]
APART = [("Work", "Works"), ("ı", "i"), ("а", "a"), ("Ⅷ", "9"), ("é", "e")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_read_alike_are_one(one: str, other: str) -> None:
    assert folded(clean_name(one, 60)) == folded(clean_name(other, 60))


@pytest.mark.parametrize(("one", "other"), APART)
def test_names_that_do_not_are_two(one: str, other: str) -> None:
    assert folded(clean_name(one, 60)) != folded(clean_name(other, 60))


@pytest.mark.parametrize("name", ["", " \t\n", "\u200b", "\u3164", "\u200d\u200d", "\ufe0f"])
def test_a_name_has_to_be_seen(name: str) -> None:
    with pytest.raises(Invalid, match="Give it a name"):
        clean_name(name, 60)


@pytest.mark.parametrize("name", ["a\0b", "a\u202eb", "a\x1bb", "a\u200bb", "a\ud800b"])
def test_a_name_does_not_command(name: str) -> None:
    with pytest.raises(Invalid, match="cannot be part of a name"):
        clean_name(name, 60)


@pytest.mark.parametrize("name", ["x" * 61, "ﷺ" * 60, "x" * 1_000_000])
def test_a_name_fits_its_columns(name: str) -> None:
    with pytest.raises(Invalid, match="Use at most 60 characters"):
        clean_name(name, 60)


@given(st.text(max_size=80))
def test_a_clean_name_stays_as_it_is_and_fits(text: str) -> None:
    try:
        name = clean_name(text, 60)
    except Invalid:
        return

    assert clean_name(name, 60) == name
    assert 0 < len(name) <= 60
    assert len(folded(name)) <= 120
    assert folded(folded(name)) == folded(name)
