"""Titles come first: what must stay as it was typed, and what leaves it."""

from pathlib import Path

import pytest

from .lines import due, read

SECTION = "# "
TITLES = [
    line
    for line in (Path(__file__).parent / "titles.txt").read_text().splitlines()
    if not line.startswith(SECTION) or line == "# alone"
]
# Names that are dates by the rules, as Todoist reads them too: a chip shows it, a click undoes it.
TAKEN = [
    ("Tomorrow Never Dies", "Never Dies", "2026-11-23"),
    ("4th of July party", "party", "2027-07-04"),
    ("Remember the 5th of November", "Remember", "2027-11-05"),
    ("Friday, I'm in Love", "I'm in Love", "2026-11-27"),
    ("August: Osage County", "Osage County", "2027-08-01"),
    ("Watch Yesterday", "Watch", "2026-11-21"),
    ("Yoga evening", "Yoga", "2026-11-22 19:00"),
    ("Song by April", "Song", "2027-04-01"),
    ("Buy 2 may flowers on 3 may", "Buy 2 may flowers", "2027-05-03"),
    ("The 9/11 Report due 10/12", "The 9/11 Report", "2026-12-10"),
    ("The 5th Wave on the 5th", "The 5th Wave", "2026-12-05"),
    ("Read 1984 in 2 weeks", "Read 1984", "2026-12-06"),
    ("Call Jan in jan", "Call Jan", "2027-01-01"),
    ("Call Tom tom", "Call Tom", "2026-11-23"),
    ("Sunday roast shopping sun", "Sunday roast shopping", "2026-11-29"),
    ("May need to call in may", "May need to call", "2027-05-01"),
    ("Daily standup notes monday", "Daily standup notes", "2026-11-23"),
    ("Take bus at 17:00", "Take bus", "2026-11-22 17:00"),
    ("Lesson 27 nov", "Lesson", "2026-11-27"),
    ("On Monday call Bob", "call Bob", "2026-11-23"),
    ("Party friday 🎉", "Party 🎉", "2026-11-27"),
    ("Call back in a week or two", "Call back", "2026-11-29"),
    ("Call back in 2 weeks' time", "Call back", "2026-12-06"),
    ("Clean saturday and sunday", "Clean saturday and", "2026-11-29"),
    ("Take bus at 17:00", "Take bus", "2026-11-22 17:00"),
    ("Lesson 27 nov", "Lesson", "2026-11-27"),
    ("On Monday call Bob", "call Bob", "2026-11-23"),
    ("Party friday 🎉", "Party 🎉", "2026-11-27"),
    ("Call back in a week or two", "Call back", "2026-11-29"),
    ("Call back in 2 weeks' time", "Call back", "2026-12-06"),
    ("Clean saturday and sunday", "Clean saturday and", "2026-11-29"),
    ("Take bus at 17:00", "Take bus", "2026-11-22 17:00"),
    ("Lesson 27 nov", "Lesson", "2026-11-27"),
    ("On Monday call Bob", "call Bob", "2026-11-23"),
    ("Party friday 🎉", "Party 🎉", "2026-11-27"),
    ("Call back in a week or two", "Call back", "2026-11-29"),
    ("Call back in 2 weeks' time", "Call back", "2026-12-06"),
    ("Clean saturday and sunday", "Clean saturday and", "2026-11-29"),
    ("Take bus at 17:00", "Take bus", "2026-11-22 17:00"),
    ("Lesson 27 nov", "Lesson", "2026-11-27"),
    ("On Monday call Bob", "call Bob", "2026-11-23"),
    ("Party friday 🎉", "Party 🎉", "2026-11-27"),
    ("Call back in a week or two", "Call back", "2026-11-29"),
    ("Call back in 2 weeks' time", "Call back", "2026-12-06"),
    ("Clean saturday and sunday", "Clean saturday and", "2026-11-29"),
    ("Take bus at 17:00", "Take bus", "2026-11-22 17:00"),
    ("Lesson 27 nov", "Lesson", "2026-11-27"),
    ("On Monday call Bob", "call Bob", "2026-11-23"),
    ("Party friday 🎉", "Party 🎉", "2026-11-27"),
    ("Call back in a week or two", "Call back", "2026-11-29"),
    ("Call back in 2 weeks' time", "Call back", "2026-12-06"),
    ("Clean saturday and sunday", "Clean saturday and", "2026-11-29"),
    ("Catch the 9:15 train at 9", "Catch the 9:15 train", "2026-11-23 09:00"),
]
TIDIED = [
    ("Call mom, tomorrow", "Call mom"),
    ("Call mom - tomorrow", "Call mom"),
    ("Call mom tomorrow.", "Call mom"),
    ("Call mom tomorrow!", "Call mom!"),
    ("Call mom tomorrow?", "Call mom?"),
    ("Tomorrow: call mom", "call mom"),
    ("Tomorrow - call mom", "call mom"),
    ("Tomorrow, call mom, then Ann", "call mom, then Ann"),
    ("Call mom tomorrow, then Ann", "Call mom, then Ann"),
    ("Call mom tomorrow. Then Ann", "Call mom. Then Ann"),
    ("  Call   mom \t tomorrow\n", "Call mom"),
    ("Line one\r\nline two tomorrow", "Line one line two"),
    ("Report due by friday", "Report"),
    ("Prepare slides for tomorrow", "Prepare slides"),
    ("Move dentist to monday", "Move dentist"),
    ("Finish before friday", "Finish"),
    ("Turn the lights on tomorrow", "Turn the lights on"),
    ("Check in tomorrow", "Check in"),
    ("Trip to Berlin in may", "Trip to Berlin"),
    ("Pay rent by the end of the month", "Pay rent"),
]


def test_there_are_many_titles() -> None:
    assert len(TITLES) == len(set(TITLES)) > 250


@pytest.mark.parametrize("title", TITLES)
def test_a_title_stays_as_it_was_typed(title: str) -> None:
    parsed = read(title)

    assert parsed.title == title
    assert (parsed.spans, parsed.offers, parsed.hints) == ((), (), ())


@pytest.mark.parametrize(("typed", "title", "when"), TAKEN)
def test_a_full_date_counts_even_beside_a_name(typed: str, title: str, when: str) -> None:
    parsed = read(typed)

    assert (parsed.title, due(parsed)) == (title, when)


@pytest.mark.parametrize(("typed", "title"), TIDIED)
def test_what_is_left_reads_well(typed: str, title: str) -> None:
    assert read(typed).title == title


@pytest.mark.parametrize("typed", ["tomorrow", "#Home p1", "#Home @shop fri at 16:00", "sunday", "27 nov"])
def test_without_a_title_the_raw_text_is_the_title(typed: str) -> None:
    parsed = read(typed)

    assert parsed.title == typed
    assert parsed.is_untitled


@pytest.mark.parametrize("typed", ["", "Bread", "Bread tomorrow", "every day", "#Garden"])
def test_a_line_with_a_title_of_its_own_has_one(typed: str) -> None:
    assert not read(typed).is_untitled
