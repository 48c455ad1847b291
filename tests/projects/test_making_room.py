"""Where no number is left between two neighbours, others make room; that is told once and undone exactly."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from tests.arranging import acting
from tests.builders import Person
from tests.pages import Page
from tests.places import add_project, add_sections, house_of
from webapp.projects.models import Project
from webapp.projects.sections import Section


@pytest.fixture
def household(alice: Person) -> int:
    return add_project(alice, "Household")


def squeeze(person: Person, model: type[Project | Section], ids: list[int], first: float = 1.0) -> None:
    """Let some stand so that nothing fits between the first two."""
    positions = (first, math.nextafter(first, math.inf), first + 4)
    with acting(person) as (session, user):
        for id, position in zip(ids, positions, strict=False):
            row: Any = session.get_one(model, (user.workspace_id, id))
            row.position = position


def check_undo_and_redo(person: Person, path: str, before: list[object], press: Callable[[], Page]) -> None:
    """What a button does is taken back without a trace and done again."""
    press()
    after = house_of(person)
    person.browser.open(path)
    person.browser.partial("POST", "/history/undo")
    undone = house_of(person)
    person.browser.partial("DELETE", "/history/undo")

    assert after != before
    assert undone == before
    assert house_of(person) == after


def test_a_section_moved_between_two_lets_the_others_make_room(alice: Person, household: int) -> None:
    ids = add_sections(alice, household, "One", "Two", "Three")
    squeeze(alice, Section, ids)
    before, path = house_of(alice), f"/projects/{household}"
    alice.browser.open(path)

    check_undo_and_redo(alice, path, before, lambda: alice.browser.press(f"#section-{ids[2]}-up"))

    assert alice.browser.open(path).words(".section__name") == ["One", "Three", "Two"]


def test_a_section_added_between_two_lets_the_others_make_room(alice: Person, household: int) -> None:
    ids = add_sections(alice, household, "One", "Two", "Three")
    squeeze(alice, Section, ids)
    before, path = house_of(alice), f"/projects/{household}"
    alice.browser.open(path)
    alice.browser.follow(f"a[href$='sections/new?before={ids[1]}']")

    check_undo_and_redo(
        alice, path, before, lambda: alice.browser.submit(f"#section-new-{ids[1]}", name="New")
    )

    assert alice.browser.open(path).words(".section__name") == ["One", "New", "Two", "Three"]


def test_a_project_moved_between_two_lets_the_others_make_room(alice: Person, household: int) -> None:
    ids = [add_project(alice, name, household) for name in ("One", "Two", "Three")]
    squeeze(alice, Project, ids)
    before, path = house_of(alice), f"/projects/{household}"
    alice.browser.open(f"/projects/{ids[2]}")

    check_undo_and_redo(alice, path, before, lambda: alice.browser.press("#project-up"))

    assert alice.browser.open(path).words(".project__link") == ["One", "Three", "Two"]


def test_a_section_in_the_bin_makes_room_too_and_comes_back_to_its_place(
    alice: Person, household: int
) -> None:
    one, two, gone, three, four = add_sections(alice, household, "One", "Two", "Gone", "Three", "Four")
    path = f"/projects/{household}"
    alice.browser.open(path)
    alice.browser.press(f"#section-{gone}-delete")
    squeeze(alice, Section, [one, two, gone], 101.0)
    squeeze(alice, Section, [three], 107.0)
    squeeze(alice, Section, [four], 108.0)

    alice.browser.press(f"#section-{three}-up")
    alice.browser.open("/bin")
    alice.browser.press(f"#section-{gone} .button")

    names = alice.browser.open(path).words(".section__name")
    assert names == ["One", "Three", "Two", "Gone", "Four"]
