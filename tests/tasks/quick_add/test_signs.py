"""Signs: projects, sections, labels, people, priorities, deadlines and starts."""

from datetime import date

import pytest

from webapp.tasks.quick_add import Kind, Names

from .lines import read


def test_every_sign_is_understood() -> None:
    parsed = read("Tiles #Home /Kitchen @shop %waiting p2 +Bob {27 nov} start:monday")

    assert parsed.title == "Tiles"
    assert (parsed.project, parsed.section, parsed.labels) == ("Home", "Kitchen", ("shop", "waiting"))
    assert (parsed.priority, parsed.assignee) == (2, "Bob")
    assert (parsed.deadline_on, parsed.start_on) == (date(2026, 11, 27), date(2026, 11, 23))
    assert parsed.due_on is None


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ('Fix #"Website relaunch" header', ("Website relaunch", None, (), None)),
        ("Fix #“website relaunch” header", ("Website relaunch", None, (), None)),
        ('Fix #Home /"Living room" header', ("Home", "Living room", (), None)),
        ('Fix @"very urgent" %"VERY URGENT" header', (None, None, ("very urgent",), None)),
        ('Fix +"ann lee" header', (None, None, (), "Ann Lee")),
        ("Fix #home, header", ("Home", None, (), None)),
        ("Fix #DÍA header", ("Día", None, (), None)),
    ],
)
def test_names_are_known_whatever_their_case_and_with_spaces_in_quotes(
    typed: str, names: tuple[str | None, str | None, tuple[str, ...], str | None]
) -> None:
    parsed = read(typed)

    assert (parsed.project, parsed.section, parsed.labels, parsed.assignee) == names
    assert parsed.title in {"Fix header", "Fix, header"}


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("Dig #Garden today", "create #Garden"),
        ('Dig #"New garden" today', 'create #"New garden"'),
        ("Dig @outside today", "create @outside"),
        ("Dig %outside today", "create %outside"),
        ("Dig +Zoe today", "create +Zoe"),
        ("#Home dig /Garden today", "create /Garden"),
    ],
)
def test_an_unknown_name_stays_in_the_title_and_is_offered(typed: str, suggestion: str) -> None:
    parsed = read(typed)

    assert [offer.suggestion for offer in parsed.offers] == [suggestion]
    assert parsed.title == typed.removesuffix(" today").removeprefix("#Home ")
    assert parsed.raw[parsed.offers[0].start : parsed.offers[0].end] == parsed.offers[0].words


@pytest.mark.parametrize(
    "typed",
    [
        "Ask bob@example.com",
        "Read https://example.com/#Home",
        "Learn C#",
        "Fix #1",
        "Fix#Home",
        "# Home",
        "@ shop",
        "Dig /Kitchen",
        "/etc/hosts",
        "Ring +49 170 123",
        "p5 and p0 and p12",
        "!5 and !12 and !",
        "{whenever}",
        "{} and {",
        "start: now",
        "restart:friday",
    ],
)
def test_what_is_no_sign_stays(typed: str) -> None:
    parsed = read(typed)

    assert (parsed.title, parsed.spans, parsed.offers) == (typed, (), ())


@pytest.mark.parametrize(("typed", "priority"), [("p1", 1), ("P3", 3), ("!2", 2), ("p4", 4), ("p1 p3", 3)])
def test_priorities_are_1_to_4_and_the_last_counts(typed: str, priority: int) -> None:
    assert read(f"Call {typed}").priority == priority


def test_of_two_projects_the_last_counts_and_the_other_stays() -> None:
    parsed = read('#Home /Kitchen tiles #"Website relaunch"')

    assert (parsed.project, parsed.section) == ("Website relaunch", None)
    assert parsed.title == "#Home /Kitchen tiles"


def test_a_path_is_no_section() -> None:
    assert read("#Home mend /etc/hosts").title == "mend /etc/hosts"
    assert read("#Home mend /etc/hosts").offers == ()


def test_a_label_may_be_called_like_a_time() -> None:
    assert read("Tea @4pm", names=Names(labels=("4pm",))).labels == ("4pm",)


def test_every_label_counts_once() -> None:
    assert read("@shop bread @waiting %shop").labels == ("shop", "waiting")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("{friday}", date(2026, 11, 27)),
        ("{fri, 27 nov}", date(2026, 11, 27)),
        ("{27/11}", date(2026, 11, 27)),
        ("{in 3 weeks}", date(2026, 12, 13)),
        ("{2027-01-01}", date(2027, 1, 1)),
        ("{end of month}", date(2026, 11, 30)),
    ],
)
def test_a_deadline_is_any_date_in_braces(typed: str, day: date) -> None:
    parsed = read(f"Taxes {typed} tomorrow")

    assert (parsed.title, parsed.deadline_on, parsed.due_on) == ("Taxes", day, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("typed", "title", "day"),
    [
        ("start:friday taxes", "taxes", date(2026, 11, 27)),
        ("Taxes start:27 nov please", "Taxes please", date(2026, 11, 27)),
        ("Taxes start:next month", "Taxes", date(2026, 12, 1)),
        ("Taxes START:in 2 weeks", "Taxes", date(2026, 12, 6)),
        ("Taxes start:2027-01-01", "Taxes", date(2027, 1, 1)),
    ],
)
def test_a_start_is_a_date_right_behind_its_sign(typed: str, title: str, day: date) -> None:
    parsed = read(typed)

    assert (parsed.title, parsed.start_on, parsed.due_on) == (title, day, None)


def test_what_a_button_has_chosen_is_not_read_from_the_text() -> None:
    parsed = read("Bread tomorrow #Home p1", chosen={Kind.DAY, Kind.PRIORITY})

    assert (parsed.due_on, parsed.priority, parsed.project) == (None, None, "Home")
    assert parsed.title == "Bread tomorrow p1"


def test_each_span_says_what_it_was_understood_as() -> None:
    parsed = read("Tiles fri at 16:00 for 1h 30min #home p1 @shop {1 dec} start:thu every day")

    assert [(span.words, span.understood) for span in parsed.spans] == [
        ("fri", "Fri 27 Nov"),
        ("at 16:00", "16:00"),
        ("for 1h 30min", "1 h 30 min"),
        ("#home", "Home"),
        ("p1", "Priority 1"),
        ("@shop", "shop"),
        ("{1 dec}", "Deadline Tue 1 Dec"),
        ("start:thu", "Starts Thu 26 Nov"),
        ("every day", "Repeats every day"),
    ]
    assert [parsed.raw[span.start : span.end] for span in parsed.spans] == [
        span.words for span in parsed.spans
    ]


def test_without_names_everything_is_an_offer() -> None:
    assert [offer.name for offer in read("#a /b @c +d", names=Names()).offers] == ["a", "c", "d"]


def test_a_name_is_known_in_any_form_of_its_letters() -> None:
    assert read("Tiles #Di\u0301a").project == "Día"
