"""What was removed and added, by words."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.activity.differences import ADDED, LONGEST, REMOVED, SAME, Part, differences

WORDS = st.lists(st.sampled_from(["one", "two", "three", " ", "\n", ", ", "é", "🎉"]), max_size=5).map(
    "".join
)


def text_of(parts: list[Part], kind: str) -> str:
    return "".join(part.text for part in parts if part.kind in {SAME, kind})


def test_only_the_words_that_differ_are_removed_and_added() -> None:
    parts = differences("one price, three plans", "one price, three plans, one free")

    assert parts == [Part(SAME, "one price, three plans"), Part(ADDED, ", one free")]


def test_neighbouring_words_are_one_stretch() -> None:
    assert differences("one two three", "uno dos tres") == [
        Part(REMOVED, "one two three"),
        Part(ADDED, "uno dos tres"),
    ]


def test_a_time_of_day_is_one_word() -> None:
    assert differences("14:00", "09:00") == [Part(REMOVED, "14:00"), Part(ADDED, "09:00")]


def test_far_from_a_change_nothing_is_repeated() -> None:
    before = "\n".join(f"Line {number} of the notes" for number in range(100))
    after = before.replace("Line 50 of", "Line 50 in").replace("Line 70 of the", "Line 70 of")

    parts = differences(before, after)

    assert [part.text.strip() for part in parts if part.kind != SAME] == ["of", "in", "the"]
    assert max(len(part.text) for part in parts) < 100
    assert [part.text.count("…") for part in parts if part.kind == SAME] == [1, 1, 1]


def test_notes_of_any_length_are_told_in_a_few_lines() -> None:
    before, after = "a b " * 12_500, "\n".join("b a b" for _ in range(8_000))

    parts = differences(before, after)

    assert {part.kind for part in parts} >= {REMOVED, ADDED}
    assert sum(len(part.text) for part in parts) < 3 * LONGEST


def test_a_text_that_was_not_there_is_only_added() -> None:
    assert differences("", "Bring the key") == [Part(ADDED, "Bring the key")]
    assert differences("Bring the key", "") == [Part(REMOVED, "Bring the key")]
    assert differences("", "") == []


@given(WORDS, WORDS)
def test_both_texts_are_in_the_parts(before: str, after: str) -> None:
    parts = differences(before, after)

    assert text_of(parts, REMOVED) == before
    assert text_of(parts, ADDED) == after
    assert all(part.text for part in parts)
