"""What cannot be brought along, and what does not fit: refused with the reason, or made to fit and told."""

from typing import Any

import pytest

from tests.builders import Person
from tests.calling import send, token_of
from tests.contents import contents
from tests.pages import Browser
from tests.policies import BROUGHT, NOBODYS, POLICIES
from webapp.transfer.forms import LARGEST

from .bringing import add, bring, house_of, task_called, upload

ROUTES = [route for route, policy in POLICIES.items() if policy == BROUGHT]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04xlsx", "This is a ZIP archive"),
        (b"a\n" * 1_000_000, "It has 1,000,000 lines, and at most 20,000 are taken at once."),
        (b'TYPE,CONTENT\ntask,"Paint\ntask,Mow\n', "The row on line 2 opens a quotation mark"),
        ("Käse".encode("utf-16-le"), "UTF-16 without a mark"),
        (b"", "There is nothing in it."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_the_reason(
    alice: Person, content: bytes, reason: str
) -> None:
    before = contents(alice.app)

    page = bring(alice.browser, ("list.csv", content))

    assert page.status == 422
    assert reason in page.words("#text-error")[0]
    assert contents(alice.app) == before


def test_of_several_files_the_one_that_cannot_be_read_is_named(alice: Person) -> None:
    page = bring(alice.browser, ("good.txt", "Bread"), ("bad.txt", b"%PDF-1.7"))

    assert page.words("#text-error")[0].startswith("bad.txt: This is a PDF.")


def test_nothing_brought_is_refused_and_keeps_the_page(alice: Person) -> None:
    page = bring(alice.browser, text=" \n")

    assert (page.status, page.words("#text-error")) == (422, ["Choose a file, or paste a list."])


def test_50_megabytes_are_too_much(alice: Person) -> None:
    token = token_of(alice.browser)

    answer = upload(alice.browser, token, ("big.txt", b"a" * 50_000_000))

    assert answer.status_code == 413
    assert "That is too much at once" in answer.text


def test_more_is_taken_here_than_anywhere_else_but_only_from_who_is_signed_in(
    alice: Person, anonymous: Browser
) -> None:
    lines = "\n".join(["x" * 400] * 5_000)
    assert 1_048_576 < len(lines) < LARGEST

    page = bring(alice.browser, ("long.txt", lines))
    refused = upload(anonymous, "", ("long.txt", lines.encode()))

    assert page.words("#place-form button")[0] == "Add 5,000 tasks"
    assert refused.status_code == 413


@pytest.mark.parametrize("route", ROUTES)
def test_nobody_else_finds_what_somebody_brought(
    alice: Person, bob: Person, mallory: Person, route: str
) -> None:
    id = int(bring(alice.browser, text="Bread").path.rpartition("/")[2])
    before = contents(alice.app)

    for person in (bob, mallory):
        token = token_of(person.browser)
        foreign = send(person.browser, route, id, token)
        missing = send(person.browser, route, NOBODYS, token)

        assert (foreign.status_code, missing.status_code) == (404, 404)
        assert foreign.data == missing.data
    assert contents(alice.app) == before


def added(person: Person, text: str, **fields: Any) -> list[str]:
    """Add a text to a new project; what was told."""
    page = bring(person.browser, text=text)
    told = page.words(".transfer__told li")
    add(person.browser, name="New", **fields)
    return told


def test_steps_deeper_than_five_levels_stand_higher_and_that_is_told(alice: Person) -> None:
    told = added(alice, "".join(f"{' ' * level}Level {level}\n" for level in range(1, 9)))

    assert house_of(alice)["New"] == [
        "Level 1",
        ["Level 2", ["Level 3", ["Level 4", ["Level 5", "Level 6", "Level 7", "Level 8"]]]],
    ]
    assert [words.partition(" Steps")[0] for words in told] == ["line 6", "line 7", "line 8"]


def test_an_outline_of_thousands_of_levels_ends(alice: Person) -> None:
    added(alice, "\n".join(f"{' ' * level}Level {level}" for level in range(2_000)))

    assert sum(isinstance(one, str) for one in house_of(alice)["New"]) == 1


def test_a_title_that_is_too_long_is_cut_and_stands_whole_in_the_notes(alice: Person) -> None:
    told = added(alice, "word " * 200)

    (title,) = house_of(alice)["New"]
    assert title.endswith("word…")
    assert len(title) <= 500
    assert task_called(alice, title).notes == ("word " * 200).strip()
    assert told == ["line 1 The title is longer than 500 characters; its notes have all of it."]


def test_names_that_cannot_be_kept_are_told(alice: Person) -> None:
    long = "long " * 40
    told = added(alice, f"title,labels,section,priority\nSow,{long};fine,{long},1\nReap,a\u202eb,,2\n")

    sow, reap = task_called(alice, "Sow"), task_called(alice, "Reap")
    assert sow.notes == f"Label: {long.strip()}"
    assert reap.notes == "Label: a\u202eb"
    sections = [part[0] for part in house_of(alice)["New"] if isinstance(part, tuple)]
    assert sections == [("long " * 12).strip()]
    assert len(told) == 3


def test_a_task_with_an_open_step_is_open(alice: Person) -> None:
    told = added(alice, "- [x] Paint\n  - [x] Wall\n  - [ ] Door\n- [x] Clean\n  - [x] Sink\n")

    done = [
        title
        for title in ("Paint", "Wall", "Door", "Clean", "Sink")
        if task_called(alice, title).is_completed
    ]
    assert done == ["Wall", "Clean", "Sink"]
    assert told == ["line 1 “Paint” is open, because a step of it is."]


def test_nothing_with_a_title_is_nothing_to_add(alice: Person) -> None:
    page = bring(alice.browser, ("a.csv", "title,notes\n,x\n"))

    assert page.all("#place-form button")[0].has_attr("disabled")
    assert add(alice.browser).status == 422


def test_too_many_projects_are_refused(alice: Person) -> None:
    rows = "".join(f"Task {number},Project {number}\n" for number in range(201))
    bring(alice.browser, text=f"title,project,notes\n{rows}")

    page = add(alice.browser)

    assert page.status == 422
    assert page.words("#place-error") == ["It names 201 projects, and at most 200 are made at once."]
    assert house_of(alice) == {"Inbox": []}
