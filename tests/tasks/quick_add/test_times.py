"""Times of day, durations, and which day a bare time is on."""

from datetime import UTC, datetime, time, timedelta

import pytest

from webapp.tasks.quick_add import Settings

from .lines import due, read

TIMES = [
    ("4pm", "16:00"),
    ("4 pm", "16:00"),
    ("4:30pm", "16:30"),
    ("4.30 p.m.", "16:30"),
    ("12am", "00:00"),
    ("12pm", "12:00"),
    ("16:00", "16:00"),
    ("09:05", "09:05"),
    ("9:05", "09:05"),
    ("4:30", "16:30"),
    ("04:30", "04:30"),
    ("16h", "16:00"),
    ("16h30", "16:30"),
    ("at 4", "16:00"),
    ("@ 4", "16:00"),
    ("@4pm", "16:00"),
    ("at 7", "07:00"),
    ("at 9", "09:00"),
    ("at 16", "16:00"),
    ("at 1600", "16:00"),
    ("at 8h", "08:00"),
    ("at 4 o'clock", "16:00"),
    ("at half past 4", "16:30"),
    ("a quarter to nine", "08:45"),
    ("noon", "12:00"),
    ("at noon", "12:00"),
    ("midnight", "00:00"),
    ("morning", "09:00"),
    ("in the morning", "09:00"),
    ("afternoon", "12:00"),
    ("evening", "19:00"),
    ("at night", "22:00"),
    ("at 8 in the evening", "20:00"),
    ("at 3 in the morning", "03:00"),
    ("by 4pm", "16:00"),
    ("until 16:00", "16:00"),
]


@pytest.mark.parametrize(("words", "at"), TIMES)
def test_words_mean_a_time(words: str, at: str) -> None:
    parsed = read(f"Dentist tomorrow {words}")

    assert (parsed.title, due(parsed)) == ("Dentist", f"2026-11-23 {at}")


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("Dentist at 17:00", "2026-11-22 17:00"),
        ("Dentist at 16:05", "2026-11-23 16:05"),
        ("Dentist at 9", "2026-11-23 09:00"),
        ("Dentist evening", "2026-11-22 19:00"),
        ("Dentist midnight", "2026-11-23 00:00"),
        ("Dentist tonight", "2026-11-22 22:00"),
        ("Dentist tonight at 8", "2026-11-22 20:00"),
        ("Dentist this morning", "2026-11-22 09:00"),
        ("Dentist this evening at 6", "2026-11-22 18:00"),
        ("Dentist tomorrow evening at 5", "2026-11-23 17:00"),
        ("Dentist at 5 tomorrow afternoon", "2026-11-23 17:00"),
        ("Dentist fri 16:00", "2026-11-27 16:00"),
        ("Dentist 16:00 fri", "2026-11-27 16:00"),
        ("Friday at 16:00 dentist", "2026-11-27 16:00"),
        ("Monday 9am dentist", "2026-11-23 09:00"),
        ("27/11 at 16:00 dentist", "2026-11-27 16:00"),
        ("At 4pm dentist tomorrow", "2026-11-23 16:00"),
        ("Dentist saturday night", "2026-11-28 22:00"),
    ],
)
def test_a_time_goes_with_its_day_or_with_the_next_to_come(typed: str, when: str) -> None:
    parsed = read(typed)

    assert (parsed.title.capitalize(), due(parsed)) == ("Dentist", when)


def test_a_bare_time_says_its_day_in_the_chip() -> None:
    assert [span.understood for span in read("Dentist at 9").spans] == ["Tomorrow 09:00"]
    assert [span.understood for span in read("Dentist at 9 fri").spans] == ["09:00", "Fri 27 Nov"]
    assert [span.understood for span in read("Dentist tonight").spans] == ["Today 22:00"]
    assert [span.understood for span in read("Dentist tonight 9pm").spans] == ["Today", "21:00"]


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("for 45 min", 45),
        ("for 2h", 120),
        ("for 1h 30min", 90),
        ("for 1.5 hours", 90),
        ("for an hour", 60),
        ("for half an hour", 30),
        ("for 1 hour and 15 minutes", 75),
    ],
)
def test_a_duration_counts_after_a_time(words: str, minutes: int) -> None:
    parsed = read(f"Dentist tomorrow 16:00 {words}")

    assert (parsed.title, parsed.duration) == ("Dentist", timedelta(minutes=minutes))


@pytest.mark.parametrize(
    "typed",
    ["Wait for 45 min", "Wait tomorrow for 45 min", "Wait 16:00 then for 45 min", "Run at 9 for 2 days"],
)
def test_a_duration_without_a_time_stays(typed: str) -> None:
    parsed = read(typed)

    assert parsed.duration is None
    assert typed[typed.index("for") :] in parsed.title


def test_a_duration_after_time_and_day_counts_too() -> None:
    assert read("Gym at 16:00 tomorrow for 2h").duration == timedelta(hours=2)


@pytest.mark.parametrize(
    "typed", ["Meeting 16:00 to 18:00", "Meeting 16:00 - 18:00", "Meeting 16:00-18:00", "Office 9am to 5pm"]
)
def test_a_range_stays_whole(typed: str) -> None:
    assert read(f"{typed} tomorrow").title == typed


@pytest.mark.parametrize("typed", ["Dentist at 4 about a tooth", "Dentist at 4, about a tooth"])
def test_a_bare_hour_counts_where_the_line_goes_on_with_something_else(typed: str) -> None:
    parsed = read(typed)

    assert parsed.title.replace(",", "") == "Dentist about a tooth"
    assert due(parsed) == "2026-11-23 16:00"


def test_parts_of_the_day_are_as_the_person_set_them() -> None:
    settings = Settings(morning=time(7, 30), evening=time(18))

    assert due(read("Run tomorrow morning", settings=settings)) == "2026-11-23 07:30"
    assert due(read("Run tomorrow evening", settings=settings)) == "2026-11-23 18:00"


@pytest.mark.parametrize(
    ("now", "typed", "when"),
    [
        # The clocks go forward at 02:00 on 28 March 2027 in Zagreb and back at 03:00 on 25 October 2026.
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), "Call in 1 hour", "2027-03-28 03:30"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "Call in 1 hour", "2026-10-25 02:30"),
        (datetime(2027, 3, 27, 15, 0, tzinfo=UTC), "Call tomorrow 16:00", "2027-03-28 16:00"),
        (datetime(2027, 3, 27, 15, 0, tzinfo=UTC), "Call in 24 hours", "2027-03-28 17:00"),
        (datetime(2027, 3, 27, 15, 0, tzinfo=UTC), "Call in 1 day", "2027-03-28"),
    ],
)
def test_times_stand_on_the_wall_clock_and_hours_are_real(now: datetime, typed: str, when: str) -> None:
    assert due(read(typed, now=now)) == when
