"""Days: which words mean which day, in the person's week, order of day and month, and zone."""

from datetime import UTC, datetime

import pytest

from webapp.tasks.quick_add import Settings

from .lines import due, read

DAYS = [
    ("today", "2026-11-22"),
    ("tod", "2026-11-22"),
    ("tomorrow", "2026-11-23"),
    ("tom", "2026-11-23"),
    ("tmr", "2026-11-23"),
    ("yesterday", "2026-11-21"),
    ("day after tomorrow", "2026-11-24"),
    ("the day before yesterday", "2026-11-20"),
    ("sunday", "2026-11-29"),
    ("mon", "2026-11-23"),
    ("sat", "2026-11-28"),
    ("next friday", "2026-11-27"),
    ("next sunday", "2026-11-29"),
    ("next mon", "2026-11-23"),
    ("friday next week", "2026-11-27"),
    ("friday of next week", "2026-11-27"),
    ("next week on friday", "2026-11-27"),
    ("this friday", "2026-11-27"),
    ("last friday", "2026-11-20"),
    ("this weekend", "2026-11-28"),
    ("next week", "2026-11-23"),
    ("next month", "2026-12-01"),
    ("27th", "2026-11-27"),
    ("on the 21st", "2026-12-21"),
    ("27 jan", "2027-01-27"),
    ("27. jan", "2027-01-27"),
    ("jan 27", "2027-01-27"),
    ("jan 27 2028", "2028-01-27"),
    ("jan 27th, 2028", "2028-01-27"),
    ("27th of january 2028", "2028-01-27"),
    ("22 nov", "2026-11-22"),
    ("21 nov", "2027-11-21"),
    ("29 feb", "2028-02-29"),
    ("fri, 27 nov", "2026-11-27"),
    ("27nov", "2026-11-27"),
    ("27-nov-2027", "2027-11-27"),
    ("in january", "2027-01-01"),
    ("mid january", "2027-01-15"),
    ("end of month", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of february", "2027-02-28"),
    ("2nd fri of feb", "2027-02-12"),
    ("last friday of january 2027", "2027-01-29"),
    ("in 3 days", "2026-11-25"),
    ("in a week", "2026-11-29"),
    ("in two weeks", "2026-12-06"),
    ("in 3 months", "2027-02-22"),
    ("in 1 year 2 months", "2028-01-22"),
    ("in a couple of days", "2026-11-24"),
    ("+3 days", "2026-11-25"),
    ("+2w", "2026-12-06"),
    ("3 days ago", "2026-11-19"),
    ("3 days from now", "2026-11-25"),
    ("2 days after next friday", "2026-11-29"),
    ("2026-12-01", "2026-12-01"),
    ("1/12", "2026-12-01"),
    ("1/12/27", "2027-12-01"),
    ("11/27/2026", "2026-11-27"),
    ("27.11.2026", "2026-11-27"),
    ("on 27.11.", "2026-11-27"),
    ("01.12.26", "2026-12-01"),
    ("31 dec 9999", "9999-12-31"),
    ("31.12.9999", "9999-12-31"),
    ("in 2 hours", "2026-11-22 18:05"),
    ("in 90 min", "2026-11-22 17:35"),
    ("in half an hour", "2026-11-22 16:35"),
    ("in 10 hours", "2026-11-23 02:05"),
    ("2026-12-01T16:30", "2026-12-01 16:30"),
]


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_words_mean_a_day_at_the_end_of_a_line(words: str, day: str) -> None:
    parsed = read(f"Dentist {words}")

    assert (parsed.title, due(parsed)) == ("Dentist", day)


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_the_same_words_alone_mean_the_same(words: str, day: str) -> None:
    parsed = read(words)

    assert (parsed.title, due(parsed)) == (words, day)


@pytest.mark.parametrize("words", ["27 nov", "tomorrow", "next friday", "in 3 days", "2026-11-27", "fri 4pm"])
def test_full_forms_count_anywhere(words: str) -> None:
    lines = [f"{words} dentist with Ann", f"dentist {words} with Ann", f"dentist with Ann {words}"]

    assert {(parsed.title, parsed.due_on is not None) for parsed in map(read, lines)} == {
        ("dentist with Ann", True)
    }


@pytest.mark.parametrize(
    "words", ["friday", "fri", "january", "jan", "27/11", "27th", "27.11.2026", "evening"]
)
def test_bare_words_count_only_at_the_end_or_after_a_leading_word(words: str) -> None:
    assert read(f"dentist {words} with Ann").spans == ()
    assert read(f"dentist by {words} with Ann").title == "dentist with Ann"
    assert read(f"dentist with Ann {words}").title == "dentist with Ann"


@pytest.mark.parametrize("words", ["friday", "january", "evening"])
@pytest.mark.parametrize("mark", [",", ":", " -", " —"])
def test_bare_words_count_at_the_very_start_before_a_mark(words: str, mark: str) -> None:
    assert read(f"{words}{mark} dentist with Ann").title == "dentist with Ann"


@pytest.mark.parametrize("words", ["fri", "jan", "27th", "27/11"])
def test_abbreviations_and_numbers_do_not_count_there(words: str) -> None:
    assert read(f"{words}, dentist with Ann").spans == ()


def test_signs_do_not_end_the_last_words() -> None:
    assert read("Dentist fri #Home p1 @shop").title == "Dentist"


def test_the_last_date_wins_and_the_other_stays() -> None:
    parsed = read("Move monday 27 nov talk to 3 dec")

    assert (parsed.title, due(parsed)) == ("Move monday 27 nov talk", "2026-12-03")


@pytest.mark.parametrize(("day_first", "day"), [(True, "2027-04-03"), (False, "2027-03-04")])
def test_day_and_month_are_in_the_persons_order(day_first: bool, day: str) -> None:
    settings = Settings(day_first=day_first)

    assert due(read("Dentist 3/4", settings=settings)) == day
    assert due(read("Dentist 3.4.2027", settings=settings)) == "2027-04-03"
    assert due(read("Dentist 27/3", settings=settings)) == due(read("Dentist 3/27", settings=settings))


@pytest.mark.parametrize(
    ("week_start", "days"), [(0, ("2026-11-23", "2026-11-29")), (6, ("2026-11-29",) * 2)]
)
def test_the_next_week_begins_as_the_persons_week_does(week_start: int, days: tuple[str, str]) -> None:
    settings = Settings(week_start=week_start)

    assert due(read("Plan next week", settings=settings)) == days[0]
    assert due(read("Plan next sunday", settings=settings)) == days[1]


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Kiritimati", "2026-11-24"), ("UTC", "2026-11-23"), ("Pacific/Pago_Pago", "2026-11-22")],
)
def test_tomorrow_is_the_persons(zone: str, day: str) -> None:
    assert due(read("Dentist tomorrow", now=datetime(2026, 11, 22, 10, 30, tzinfo=UTC), zone=zone)) == day


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Party 31 feb", "There is no 31 feb."),
        ("Party feb 30 please", "There is no feb 30."),
        ("Party 29 feb 2027", "There is no 29 feb 2027."),
        ("Party 31/11", "There is no 31/11."),
        ("Party 2027-02-30", "There is no 2027-02-30."),
        ("Party at 25:00", "There is no 25:00."),
        ("Party 13:75", "There is no 13:75."),
        ("Party in 9999 years", "That is beyond the calendar."),
        ("Party {31 feb}", "There is no 31 feb."),
        ("Party start:31 feb", "There is no 31 feb."),
    ],
)
def test_what_no_calendar_has_stays_text_with_a_hint(typed: str, reason: str) -> None:
    parsed = read(typed)

    assert (parsed.title, parsed.spans) == (typed, ())
    assert [hint.reason for hint in parsed.hints] == [reason]
    assert parsed.hints[0].words in typed


@pytest.mark.parametrize("typed", ["300 years ago exhibition", "Photo of 1850-11-27", "Map {1850-11-27}"])
def test_a_day_on_which_nothing_can_be_planned_stays_text(typed: str) -> None:
    parsed = read(typed)

    assert (parsed.title, parsed.spans) == (typed, ())
    assert [hint.reason for hint in parsed.hints] == ["Nothing is planned for a day before 1900."]
