"""Two sets of edits from one version: what fits is merged, what does not is asked, nothing is missing."""

import os
import re
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from tests.builders import Person
from tests.pages import Browser, Page
from webapp.activity.models import Activity
from webapp.activity.wording import MOST_PIECES, merge_words, pieces
from webapp.extensions import db

WORDS = some.lists(some.sampled_from(["milk", "bread", "salt", "tea", "5", "–", "ß"]), min_size=1, max_size=6)
TEXTS = WORDS.map(" ".join)
NOTES = some.lists(TEXTS, max_size=3).map("\n".join)
STATES = some.fixed_dictionaries({"title": TEXTS, "notes": NOTES, "priority": some.sampled_from("1234")})
EDITS = some.fixed_dictionaries(
    {}, optional={"title": TEXTS, "notes": NOTES, "priority": some.sampled_from("1234")}
)
LONG = os.environ.get("CHECK_LONG") == "true"
WHOSE = some.sampled_from([0, 1, -1])


@pytest.fixture
def two(alice: Person) -> tuple[Person, Browser, Browser]:
    """Alice, and two browsers of hers that know nothing of each other."""
    return alice, Browser(alice.app, alice.browser.token), Browser(alice.app, alice.browser.token)


def test_nothing_that_two_have_edited_is_missing(two: tuple[Person, Browser, Browser]) -> None:
    alice, first, second = two

    @settings(max_examples=500 if LONG else 30, deadline=None, database=None)
    @given(STATES, EDITS, EDITS, WHOSE)
    def play(was: dict[str, str], theirs: dict[str, str], mine: dict[str, str], whose: int) -> None:
        (id,) = alice.has("Bread")
        save(first, id, was)
        second.open(f"/tasks/{id}/edit")
        save(first, id, theirs)
        page = second.submit("form.editor", **mine)
        shown = page.words(".choice__text")
        offered = {
            name: [str(radio["value"]) for radio in page.all(f"form.editor [type=radio][name={name}]")]
            for name in was
        }
        if page.status == 409:
            chosen = {name: values[whose] for name, values in offered.items() if values}
            page = second.submit("form.editor", **chosen)
            assert now(alice, id).items() >= chosen.items()

        assert page.status == 200
        kept = kept_of(alice, id)
        found = now(alice, id)
        for name, value in changed(was, theirs) + changed(was, mine):
            whole = value in kept[name] or value in offered[name] or one_line(value) in shown
            assert whole or is_merged(name, was, theirs, mine, found)
        assert found.items() >= alone(was, theirs, mine).items()

    play()


def save(browser: Browser, id: int, fields: dict[str, str]) -> Page:
    browser.open(f"/tasks/{id}/edit")
    page = browser.submit("form.editor", **fields)
    assert page.status == 200
    return page


def now(person: Person, id: int) -> dict[str, str]:
    task = person.task(id)
    return {"title": task.title, "notes": task.notes, "priority": str(task.priority)}


def kept_of(person: Person, id: int) -> dict[str, set[str]]:
    """All that each column has ever said, by the log."""
    app: Flask = person.app
    with app.app_context():
        logged = select(Activity.after).where(Activity.subject == "task", Activity.subject_id == id)
        entries: list[dict[str, Any]] = [after or {} for after in db.session.scalars(logged)]
    return {
        name: {str(entry[name]) for entry in entries if name in entry}
        for name in ("title", "notes", "priority")
    }


def alone(was: dict[str, str], theirs: dict[str, str], mine: dict[str, str]) -> dict[str, str]:
    """What only one of the two has changed."""
    edits = dict(changed(was, theirs)), dict(changed(was, mine))
    both = edits[0].keys() & edits[1].keys()
    return {name: value for edit in edits for name, value in edit.items() if name not in both}


def changed(was: dict[str, str], edit: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in edit.items() if value != was[name]]


def is_merged(
    name: str, was: dict[str, str], theirs: dict[str, str], mine: dict[str, str], result: dict[str, str]
) -> bool:
    """Whether the notes say both, as merging by words has it."""
    found = merge_words(was[name], mine[name], theirs[name])
    return name == "notes" and bool(found and found.is_clean and found.text.strip() == result["notes"])


def one_line(text: str) -> str:
    return " ".join(text.split())


@given(NOTES, NOTES)
def test_what_one_side_alone_has_changed_is_what_merging_gives(was: str, mine: str) -> None:
    assert merge_words(was, mine, was) == (mine, True)
    assert merge_words(was, was, mine) == (mine, True)
    assert merge_words(was, mine, mine) == (mine, True)


@given(NOTES, NOTES, NOTES)
def test_a_merged_text_has_every_word_that_either_side_has_added(was: str, mine: str, theirs: str) -> None:
    merged = merge_words(was, mine, theirs)

    assert merged
    said = set(re.findall(r"\S+", merged.text))
    assert said >= (set(mine.split()) | set(theirs.split())) - set(was.split())


@given(NOTES, NOTES)
def test_the_pieces_of_a_text_are_that_text(was: str, text: str) -> None:
    assert "".join(piece.text for piece in pieces(was, text)) == text


def test_a_long_text_is_merged_by_lines() -> None:
    was = [" ".join(map(str, range(1000 * line, 1000 * line + 300))) for line in range(20)]
    mine, theirs = [*was[:-1], "mine"], ["theirs", *was[1:]]

    merged = merge_words(*("\n".join(text) for text in (was, mine, theirs)))

    assert merged == ("\n".join(["theirs", *was[1:-1], "mine"]), True)


def test_what_is_too_much_to_compare_is_not_merged() -> None:
    was, mine, theirs = ("\n".join(f"{word} {line}" for line in range(MOST_PIECES + 1)) for word in "abc")

    assert merge_words(was, mine, theirs) is None
    assert [piece.is_new for piece in pieces(was, mine)] == [False]
