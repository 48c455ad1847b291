"""What holds for every line, whatever is typed."""

import random
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from webapp.tasks.quick_add import Kind, Names, ParsedLine, Settings, escaped
from webapp.tasks.quick_add.recognising import is_date_word

from .lines import NOW, read

freely = settings(deadline=None)
NEUTRAL = st.sampled_from(["bread", "Ann", "call", "über", "ключ", "家", "kitchen", "x", "Montag", "…"])
DAYS = [
    "tomorrow",
    "on next friday",
    "27 nov",
    "in 3 days",
    "by 3 dec 2027",
    "due 2027-01-01",
    "day after tomorrow",
]
PHRASES = {
    Kind.DAY: DAYS,
    Kind.TIME: ["at 16:00", "4pm", "at half past 4", "16:30", "by 9:15am"],
    Kind.PROJECT: ["#Home", '#"Website relaunch"', "#home"],
    Kind.LABEL: ["@shop", "%waiting", '@"very urgent"'],
    Kind.PRIORITY: ["p1", "!3", "P2"],
    Kind.ASSIGNEE: ["+Bob", '+"Ann Lee"'],
    Kind.DEADLINE: ["{friday}", "{27 nov}", "{in 3 weeks}"],
    Kind.START: ["start:monday", "start:27 nov", "start:2027-01-01"],
    Kind.RECURRENCE: ["every 3 days", "every mon, thu at 18:00", "each month until june"],
}
ODD = (
    "a in 1 2 27 27th 3d 16h 1.5 4:30 +3 may mon of the next last after before to for half every , - ( ) { } "
    '" \\ \\x # @ / % + ! start: at at. week, 31/2 25:00 9999 99999 ½ ۳ İ ß \u2028 \ud800'
)
PIECES = [
    *(phrase for phrases in PHRASES.values() for phrase in phrases),
    *ODD.split(),
]


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A title with at most one phrase of each kind somewhere in it, each between plain words."""
    kinds = draw(st.lists(st.sampled_from(list(PHRASES)), unique=True, max_size=4))
    words = [draw(NEUTRAL)]
    for kind in kinds:
        words += [draw(st.sampled_from(PHRASES[kind])), *draw(st.lists(NEUTRAL, min_size=1, max_size=2))]
    return " ".join(words)


def meaning(parsed: ParsedLine) -> list[tuple[Kind, object]]:
    """What was understood, whatever its case and spaces."""
    return sorted((span.kind, spaced(str(span.value)).casefold()) for span in parsed.spans)


def spaced(text: str) -> str:
    return " ".join(text.split())


def is_plain(word: str) -> bool:
    key = word.strip(".,;:!?…'’").casefold().replace("’", "'")
    return not is_date_word(key) and key not in {"p1", "p2", "p3", "p4"}


@freely
@given(
    st.text(
        st.characters(exclude_categories=["Nd", "No", "Nl"], exclude_characters='#/@%+!{}"“”„\\'), max_size=80
    )
)
def test_a_text_without_signs_and_date_words_is_its_own_title(text: str) -> None:
    title = " ".join(word for word in text.split() if is_plain(word))

    parsed = read(title)

    assert parsed.title == title
    assert (parsed.spans, parsed.offers, parsed.hints) == ((), (), ())


@freely
@given(lines())
def test_every_phrase_is_found_among_plain_words(line: str) -> None:
    parsed = read(line)

    assert {span.kind for span in parsed.spans} == {
        kind for kind, phrases in PHRASES.items() if any(f" {phrase} " in line for phrase in phrases)
    }


@freely
@given(lines(), st.integers(0, 9))
def test_escaping_a_span_makes_it_text(line: str, which: int) -> None:
    spans = read(line).spans
    if not spans:
        return
    span = spans[which % len(spans)]

    parsed = read(escaped(line, span.start, span.end))

    assert spaced(span.words) in parsed.title
    others = [other for other in spans if other != span]
    assert [(left.kind, left.words) for left in parsed.spans] == [(left.kind, left.words) for left in others]


@freely
@given(lines(), st.integers(0, 9))
def test_keeping_a_span_makes_it_text(line: str, which: int) -> None:
    spans = read(line).spans
    if not spans:
        return
    span = spans[which % len(spans)]

    parsed = read(line, kept={span.words})

    assert spaced(span.words) in parsed.title
    assert span not in parsed.spans


@freely
@given(lines())
def test_adding_the_words_of_the_chips_back_gives_the_same(line: str) -> None:
    parsed = read(line)
    words = [span.words for span in parsed.spans if span.kind is not Kind.RECURRENCE]

    again = read(" ".join([parsed.title, *words]))

    assert again.title == parsed.title
    assert meaning(again) == meaning(parsed)


@freely
@given(lines(), st.sampled_from([str.upper, str.title, str.swapcase]), st.integers(1, 3))
def test_case_and_spaces_around_do_not_matter(line: str, cased: object, spaces: int) -> None:
    unquoted = (
        line.replace('"Website relaunch"', "Home")
        .replace('"very urgent"', "shop")
        .replace('"Ann Lee"', "Bob")
    )
    varied = (" " * spaces).join(cased(unquoted).split(" ")) + " "  # type: ignore[operator]

    assert meaning(read(varied)) == meaning(read(unquoted))
    assert read(varied).title == " ".join(read(varied).title.split())


@freely
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_no_text_is_too_odd_and_none_takes_long(line: str) -> None:
    parsed = read(line)

    assert parsed.steps <= 20 * len(line)
    assert parsed.title == "" or parsed.title.strip() == parsed.title
    assert all(parsed.raw[span.start : span.end] == span.words for span in parsed.spans)


@freely
@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns"]),
)
def test_no_day_is_too_early_or_too_late(line: str, now: datetime, zone: str) -> None:
    assert read(line, now=now, zone=zone).raw == line


@pytest.mark.parametrize("now", [datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)])
@pytest.mark.parametrize(
    "line", [*DAYS, "in 10 hours", "sunday", "end of month", "27th", "at 4", "next week"]
)
def test_the_ends_of_the_calendar_are_no_trouble(line: str, now: datetime) -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        assert read(f"x {line}", now=now, zone=zone).title


def test_the_longest_lines_take_steps_by_their_length() -> None:
    chance = random.Random(9)
    for _ in range(15):
        pieces = chance.sample(PIECES, 4)
        line = " ".join(chance.choice(pieces) for _ in range(1_000))

        assert read(line).steps <= 20 * len(line)


@pytest.mark.parametrize(
    "piece", ['"', "“", "\\", '\\"', "{", "}", "#", '#"', "start:", "a" * 400, "1" * 400, "1/" * 200]
)
def test_repeating_a_piece_stays_linear(piece: str) -> None:
    for line in (piece * 300, f"{piece} " * 300):
        assert read(line).steps <= 20 * len(line)


def test_unknown_settings_of_a_person_make_no_difference_to_plain_words() -> None:
    line = "A word of 400 characters " + "ж" * 400

    assert read(line, names=Names(), settings=Settings(week_start=6, day_first=False), now=NOW).title == line
