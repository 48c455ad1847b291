"""Recurrences: their phrases are recognised whole, and stay in the title for now."""

import pytest

from .lines import due, read

PHRASES = [
    "every day",
    "every weekday",
    "every quarter",
    "every 3 days",
    "every other fri",
    "every mon, thu at 18:00",
    "every 3rd friday",
    "every tue & fri",
    "every last day",
    "every last workday",
    "every 2, 15, 27",
    "every 27th",
    "every 14 jan, 14 apr",
    "every 2 months on the first monday",
    "every! 3 days",
    "after 3 days",
    "every 2 weeks starting 3 dec",
    "every day until 31 dec",
    "every friday ending june",
    "every day for 3 weeks",
    "every day 10 times",
    "every morning",
    "every 6 hours",
    "every Mon-Wed",
    "each thursday at 9am",
    "the 4th of every month",
    "first friday of each month",
    "once a week on sunday",
    "daily",
    "weekly on monday",
    "biweekly",
    "monthly",
    "quarterly",
    "yearly",
]


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_is_one_span_and_stays_in_the_title(phrase: str) -> None:
    parsed = read(f"Water plants {phrase}")

    assert parsed.recurrence == phrase
    assert parsed.title == f"Water plants {phrase}"
    assert (len(parsed.spans), parsed.due_on) == (1, None)


@pytest.mark.parametrize("phrase", ["every 2 weeks", "every mon, thu at 18:00", "each friday"])
def test_full_phrases_count_anywhere(phrase: str) -> None:
    assert read(f"{phrase} water plants").recurrence == phrase
    assert read(f"Water {phrase} the plants").recurrence == phrase


@pytest.mark.parametrize("word", ["daily", "weekly", "monthly"])
def test_one_word_counts_only_at_the_end_or_after_a_leading_word(word: str) -> None:
    assert read(f"{word} standup notes").recurrence is None
    assert read(f"{word}: standup notes").recurrence is None
    assert read(f"Read the {word}").recurrence is None
    assert read(f"Notes due {word} from Ann").recurrence == word
    assert read(f"Standup notes {word}").recurrence == word


@pytest.mark.parametrize(
    "typed", ["Every Brilliant Thing", "Everything", "Every time", "every", "Every 3 musketeers", "Each one"]
)
def test_what_is_no_rhythm_is_not_recognised(typed: str) -> None:
    assert read(typed).spans == ()


def test_a_date_beside_a_rhythm_is_a_date() -> None:
    parsed = read("Water plants every 3 days tomorrow #Home")

    assert (parsed.recurrence, due(parsed), parsed.project) == ("every 3 days", "2026-11-23", "Home")
    assert parsed.title == "Water plants every 3 days"


def test_dates_inside_a_phrase_belong_to_it() -> None:
    parsed = read("Pay rent every month starting 1 dec until 1 june")

    assert parsed.recurrence == "every month starting 1 dec until 1 june"
    assert parsed.due_on is None
