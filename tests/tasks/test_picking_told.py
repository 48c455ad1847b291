"""What the page, the editor, others and the history are told of dates that were picked."""

from collections.abc import Iterator
from datetime import date, time

import pytest
import time_machine
from bs4 import Tag
from flask import Flask

from tests.builders import Person, make_person
from tests.pages import Browser

from .picks import FRIDAY, NOON, NOTHING, SATURDAY, dates_of, pick


@pytest.fixture(autouse=True)
def _sunday() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def id(alice: Person) -> int:
    return alice.has("Book the boiler service")[0]


def test_a_row_that_is_planned_stands_with_its_date_at_once(alice: Person, id: int) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("PUT", f"/tasks/{id}/date", {"version": "1", "when": "friday"})

    assert answer.words(f"#task-{id} time") == ["Fri 27 Nov"]
    assert answer.toast == "Planned “Book the boiler service” for Fri 27 Nov."


def test_a_row_that_starts_later_goes_from_the_list(alice: Person, id: int) -> None:
    alice.browser.open("/tasks")

    answer = alice.browser.partial("PUT", f"/tasks/{id}/date", {"version": "1", "start_on": "2026-11-27"})

    assert answer.titles == []
    assert answer.one("[hx-swap=delete]")["hx-target"] == f"#task-{id}"
    assert answer.words("#task-count") == ["0 tasks left"]


def test_a_row_goes_where_its_day_belongs_on_the_page_of_today(alice: Person, id: int) -> None:
    pick(alice, id, when="20 nov 2026")
    alice.browser.open("/today")

    to_today = alice.browser.partial("PUT", f"/tasks/{id}/date", {"version": "2", "day": "2026-11-22"})
    timed = alice.browser.partial("PUT", f"/tasks/{id}/date", {"version": "3", "when": "at 16:00"})
    away = alice.browser.partial("PUT", f"/tasks/{id}/date", {"version": "4", "day": "2026-11-23"})

    parts = [
        [str(part["hx-swap"]) for part in answer.all(f"hx-partial[hx-target='#task-{id}']")]
        for answer in (to_today, timed, away)
    ]
    assert parts == [["delete"]] * 3
    assert [len(answer.titles) for answer in (to_today, timed, away)] == [1, 1, 0]


def test_from_the_editor_its_button_alone_is_told(alice: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/edit")

    answer = alice.browser.partial(
        "PUT", f"/tasks/{id}/date", {"version": "1", "when": "friday", "editor": "1"}
    )

    assert answer.words(f"#task-{id}-date-chip") == ["Date: Fri 27 Nov"]
    assert answer.titles == []


def test_a_date_picked_in_the_editor_is_no_news_when_it_is_saved(alice: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/edit")
    pick_elsewhere(alice, id, when="friday")

    page = alice.browser.submit("form.editor", title="Book the service")

    assert page.toast == "Saved “Book the service”."
    assert dates_of(alice, id) == (FRIDAY, None, None, None, None)


def test_a_date_that_somebody_else_picked_meanwhile_is_told(alice: Person, bob: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/edit")
    pick(bob, id, when="friday 9am")

    page = alice.browser.submit("form.editor", title="Book the service")

    assert page.toast == "Saved “Book the service”. Also changed meanwhile: date by Bob."


def test_two_who_pick_another_day_choose_between_both_in_words(alice: Person, bob: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/date")
    pick(bob, id, when="27 nov 9am")

    page = alice.browser.submit("#picker-form", when="28 nov")

    assert page.status == 409
    assert page.words(".choice__text") == ["Sat 28 Nov 2026", "Fri 27 Nov 2026, 09:00"]
    alice.browser.submit("#picker-form", due="2026-11-28")
    assert dates_of(alice, id) == (SATURDAY, None, None, None, None)


def test_their_day_can_be_taken_and_only_what_clashes_is_asked(alice: Person, bob: Person, id: int) -> None:
    alice.browser.open(f"/tasks/{id}/date")
    pick(bob, id, when="27 nov 9am for 45 min")

    page = alice.browser.submit("#picker-form", when="28 nov", deadline_on="2026-11-30")
    theirs = page.all(".choice__radio")[1]["value"]
    alice.browser.submit("#picker-form", due=theirs)

    assert page.words(".choice__label") == ["Date"]
    assert dates_of(alice, id) == (FRIDAY, time(9), 45, date(2026, 11, 30), None)


def test_a_choice_that_is_none_is_refused(alice: Person, id: int) -> None:
    page = pick(alice, id, due="whenever")

    assert (page.status, page.words("#picker-error")) == (422, ["Choose one of the dates."])


def test_the_history_says_dates_as_people_do(alice: Person, id: int) -> None:
    pick(alice, id, when="friday 9am for 45 min", deadline_on="2026-11-28")
    pick(alice, id, when="28 nov")

    page = alice.browser.open(f"/tasks/{id}/history")

    newest, before = page.all(".history__item")[:2]
    assert lines(newest) == ["Date: Fri 27 Sat 28 Nov 2026"]
    assert lines(before) == [
        "Date: none Fri 27 Nov 2026",
        "Time: none 09:00",
        "Duration: none 45 min",
        "Deadline: none Sat 28 Nov 2026",
    ]


def test_strangers_and_viewers_pick_nothing(alice: Person, mallory: Person, app: Flask, id: int) -> None:
    viewer = make_person(app, "Vera").joining(alice, "viewer")

    for person, status in ((mallory, 404), (viewer, 403)):
        person.browser.open("/settings")
        for method in ("GET", "PUT"):
            for when in ("friday", "blue moon"):
                answer = person.browser.partial(method, f"/tasks/{id}/date", {"version": "1", "when": when})
                assert answer.status == status

    assert dates_of(alice, id) == NOTHING


def pick_elsewhere(person: Person, id: int, **fields: str) -> None:
    """In another tab of the same browser."""
    other = Browser(person.app, person.browser.token)
    other.open(f"/tasks/{id}/date")
    other.submit("#picker-form", **fields)


def lines(item: Tag) -> list[str]:
    return [" ".join(line.get_text(" ", strip=True).split()) for line in item.select(".history__change")]
