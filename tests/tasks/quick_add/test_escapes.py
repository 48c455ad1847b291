"""What keeps words from being understood: quotes, backslashes, and a click on their chip."""

import pytest

from webapp.tasks.quick_add import escaped

from .lines import due, read
from .test_dates import DAYS
from .test_rhythms import PHRASES
from .test_times import TIMES


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ('Watch "Tomorrow Never Dies"', "Watch Tomorrow Never Dies"),
        ("Watch “Tomorrow Never Dies”", "Watch Tomorrow Never Dies"),
        ('Read "Next  Friday"', "Read Next  Friday"),
        ('Call "#Home", then rest', "Call #Home, then rest"),
        ("Write \\tomorrow here", "Write tomorrow here"),
        ("Write \\#Home here", "Write #Home here"),
        ('Write \\#"Website relaunch" here', 'Write #"Website relaunch" here'),
        ("Write \\@shop \\p1 \\+Bob", "Write @shop p1 +Bob"),
        ("Write \\{27 \\nov}", "Write {27 nov}"),
        ("Write \\next \\friday", "Write next friday"),
        ("Write \\at 4", "Write at 4"),
        ("Write \\every 3 days", "Write every 3 days"),
        ("Write on \\friday", "Write on friday"),
    ],
)
def test_what_is_escaped_is_text_and_its_escape_goes(typed: str, title: str) -> None:
    parsed = read(typed)

    assert (parsed.title, parsed.spans) == (title, ())


@pytest.mark.parametrize(
    "typed",
    [
        'Read "Dune"',
        'Read "The Day of the Triffids"',
        'Say "Sunday roast"',
        '5" pipe',
        '"open',
        "LaTeX \\alpha",
        "C:\\today",
        "\\\\server\\share",
        "a \\ b",
        '""',
    ],
)
def test_quotes_and_backslashes_that_escape_nothing_stay(typed: str) -> None:
    assert read(typed).title == typed


def test_a_quotation_that_never_ends_is_none() -> None:
    parsed = read('"delete mails today')

    assert (parsed.title, due(parsed)) == ('"delete mails', "2026-11-22")


def test_other_words_are_still_understood() -> None:
    parsed = read('Watch "Tomorrow Never Dies" tomorrow')

    assert (parsed.title, due(parsed)) == ("Watch Tomorrow Never Dies", "2026-11-23")


def test_a_chip_turned_back_is_text_while_the_line_grows() -> None:
    before = read("Call Bob next friday", kept={"next friday"})
    after = read("Now call Bob  Next FRIDAY about p1", kept={"next friday"})

    assert (before.title, before.spans) == ("Call Bob next friday", ())
    assert (after.title, after.priority, after.due_on) == ("Now call Bob Next FRIDAY about", 1, None)


@pytest.mark.parametrize(
    "words", ["#Home", '#"Website relaunch"', "@shop", "p1", "{27 nov}", "start:friday", "fri"]
)
def test_every_chip_can_be_turned_back(words: str) -> None:
    assert len(read(f"Tiles {words}").spans) == 1
    assert read(f"Tiles {words}", kept={words}).spans == ()
    assert read(f"Tiles {words}", kept={words}).title == f"Tiles {words}"


def test_what_was_kept_makes_room_for_the_date_before() -> None:
    assert due(read("Call monday about 3 dec, no, tomorrow", kept={"tomorrow"})) == "2026-12-03"


def test_a_span_is_escaped_word_by_word() -> None:
    line = "Call Bob on next friday #Home"
    span = read(line).spans[0]

    assert escaped(line, span.start, span.end) == "Call Bob \\on \\next \\friday #Home"


@pytest.mark.parametrize("words", [*(words for words, _ in [*DAYS, *TIMES]), *PHRASES])
def test_whatever_is_understood_can_be_escaped(words: str) -> None:
    line = f"Dentist {words}"
    span = read(line).spans[0]

    parsed = read(escaped(line, span.start, span.end))

    assert (parsed.title, parsed.spans) == (line, ())
