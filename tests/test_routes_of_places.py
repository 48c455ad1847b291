"""Who may call the routes of projects and sections, tried by people who may not, and across projects."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from flask import Flask

from .builders import Person, make_person
from .calling import PARTIAL, send, token_of
from .contents import contents
from .places import add_project, add_sections, add_tasks, admit, inbox_id
from .policies import (
    FILLER,
    MEMBER,
    NOBODYS,
    OWNER,
    OWNER_OF_STANDING,
    POLICIES,
    SECTION_FILLER,
    SECTION_MEMBER,
)

OF_PROJECTS = {MEMBER, FILLER, OWNER, OWNER_OF_STANDING}
OF_SECTIONS = {SECTION_MEMBER, SECTION_FILLER}
ROUTES = [route for route, policy in POLICIES.items() if policy in OF_PROJECTS | OF_SECTIONS]
TO_OWN = [route for route in ROUTES if POLICIES[route] in {OWNER, OWNER_OF_STANDING}]
TO_FILL = [route for route in ROUTES if POLICIES[route] in {FILLER, SECTION_FILLER}]
TO_LOOK = [route for route in ROUTES if POLICIES[route] in {MEMBER, SECTION_MEMBER}]
STANDING = [route for route in ROUTES if POLICIES[route] in {OWNER_OF_STANDING, FILLER, SECTION_FILLER}]

Fields = dict[str, str]


class Place(NamedTuple):
    """A project of Alice's with a section, and another project of hers."""

    project: int
    section: int
    elsewhere: int

    def id_for(self, route: str) -> int:
        return self.project if POLICIES[route] in OF_PROJECTS else self.section

    def fields(self) -> Fields:
        """What makes sense of every one of these routes."""
        return {
            **{"name": "Taken over", "hue": "3", "parent": "0", "version": "1"},
            **{"step": "up", "tasks": "delete", "project": str(self.elsewhere)},
        }


@pytest.fixture
def place(alice: Person) -> Place:
    project, elsewhere = add_project(alice, "Alice’s"), add_project(alice, "Alice’s too")
    (section,) = add_sections(alice, project, "Alice’s section")
    add_tasks(alice, ["Alice’s task"], project, section)
    return Place(project, section, elsewhere)


@pytest.fixture
def member(app: Flask, alice: Person, place: Place) -> Callable[[str], Person]:
    """Makes somebody a member of both of Alice's projects."""

    def make(role: str) -> Person:
        person = make_person(app, role.capitalize()).joining(alice, role)
        for project in (place.project, place.elsewhere):
            admit(person, alice, project, role)
        return person

    return make


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
@pytest.mark.parametrize("fields", [{}, {"name": ""}], ids=["good", "bad"])
def test_a_strangers_place_is_not_found_just_like_one_that_is_missing(
    alice: Person, mallory: Person, place: Place, fields: Fields, headers: dict[str, str]
) -> None:
    token = token_of(mallory.browser)
    before = contents(alice.app)

    for route in ROUTES:
        sent = {"fields": {**place.fields(), **fields}, "headers": headers}
        foreign = send(mallory.browser, route, place.id_for(route), token, **sent)
        missing = send(mallory.browser, route, NOBODYS, token, **sent)

        assert (foreign.status_code, missing.status_code) == (404, 404), route
        assert foreign.data == missing.data, route
    assert contents(alice.app) == before


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
def test_somebody_who_may_only_look_is_refused(
    alice: Person, place: Place, member: Callable[[str], Person], headers: dict[str, str]
) -> None:
    viewer = member("viewer")
    token = token_of(viewer.browser)
    before = contents(alice.app)

    for route in (*TO_OWN, *TO_FILL):
        id, sent = place.id_for(route), {"fields": place.fields(), "headers": headers}
        assert send(viewer.browser, route, id, token, **sent).status_code == 403, route
    assert contents(alice.app) == before


def test_an_editor_fills_a_project_but_does_not_own_it(
    alice: Person, place: Place, member: Callable[[str], Person]
) -> None:
    editor = member("editor")
    token = token_of(editor.browser)
    before = contents(alice.app)["project"]

    for route in TO_OWN:
        answer = send(editor.browser, route, place.project, token, fields=place.fields())
        assert answer.status_code == 403, route
    assert contents(alice.app)["project"] == before


@pytest.mark.parametrize("route", [*TO_FILL, *TO_LOOK])
def test_a_member_may_call_what_a_stranger_may_not(
    place: Place, member: Callable[[str], Person], route: str
) -> None:
    person = member("editor" if route in TO_FILL else "viewer")

    answer = send(person.browser, route, place.id_for(route), token_of(person.browser), fields=place.fields())

    assert answer.status_code in {200, 303}


@pytest.mark.parametrize("route", TO_OWN)
def test_its_owner_may_call_what_members_may_not(alice: Person, place: Place, route: str) -> None:
    answer = send(alice.browser, route, place.project, token_of(alice.browser), fields=place.fields())

    assert answer.status_code in {200, 303}


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
def test_what_is_archived_stands_still_even_for_its_owner(
    alice: Person, place: Place, headers: dict[str, str]
) -> None:
    token = token_of(alice.browser)
    send(alice.browser, "POST /projects/<int:id>/archive", place.project, token)
    before = contents(alice.app)

    for route in STANDING:
        id, sent = place.id_for(route), {"fields": place.fields(), "headers": headers}
        answer = send(alice.browser, route, id, token, **sent)
        assert answer.status_code == 403, route
        assert "Bring it back" in answer.text, route
    assert contents(alice.app) == before


@pytest.mark.parametrize("whose", ["stranger's", "other project's"])
def test_a_section_is_not_added_before_one_that_is_elsewhere(
    alice: Person, mallory: Person, place: Place, whose: str
) -> None:
    owner, project = (mallory, inbox_id(mallory)) if whose == "stranger's" else (alice, place.elsewhere)
    (other,) = add_sections(owner, project, "Other")
    token = token_of(alice.browser)
    before = contents(alice.app)

    answer = send(
        alice.browser,
        "POST /projects/<int:id>/sections",
        place.project,
        token,
        fields={"name": "New", "before": str(other)},
    )

    assert answer.status_code == 404
    assert contents(alice.app) == before


@pytest.mark.parametrize("field", ["parent", "project"])
def test_nothing_is_put_into_a_strangers_project(
    alice: Person, mallory: Person, place: Place, field: str
) -> None:
    foreign = add_project(mallory, "Mallory’s")
    token = token_of(alice.browser)
    before = contents(alice.app)
    route = "POST /projects/<int:id>" if field == "parent" else "POST /sections/<int:id>/place"

    fields = {**place.fields(), field: str(foreign)}
    answer = send(alice.browser, route, place.id_for(route), token, fields=fields)

    assert answer.status_code == 422
    assert contents(alice.app) == before


@pytest.mark.parametrize("kind", ["project", "section"])
def test_a_task_is_not_added_to_a_strangers_place(
    alice: Person, mallory: Person, place: Place, kind: str
) -> None:
    id = place.project if kind == "project" else place.section
    token = token_of(mallory.browser)
    before = contents(alice.app)

    foreign, missing = (
        send(mallory.browser, "POST /tasks", 0, token, fields={"title": "Spy", "place": f"{kind}-{number}"})
        for number in (id, 2**60)
    )

    assert (foreign.status_code, missing.status_code) == (404, 404)
    assert foreign.data == missing.data
    assert contents(alice.app) == before


@pytest.mark.parametrize(
    "words", ["label-1", "project-", "section-1x", "project--1", "project-" + "9" * 30, "7"]
)
def test_a_place_that_says_nothing_is_not_found(alice: Person, words: str) -> None:
    token = token_of(alice.browser)
    before = contents(alice.app)

    answer = send(alice.browser, "POST /tasks", 0, token, fields={"title": "Lost", "place": words})

    assert answer.status_code == 404
    assert contents(alice.app) == before


@pytest.mark.parametrize("kind", ["project", "section"])
def test_somebody_who_may_only_look_adds_no_task(
    alice: Person, place: Place, member: Callable[[str], Person], kind: str
) -> None:
    viewer = member("viewer")
    token = token_of(viewer.browser)
    id = place.project if kind == "project" else place.section
    before = contents(alice.app)

    answer = send(viewer.browser, "POST /tasks", 0, token, fields={"title": "No", "place": f"{kind}-{id}"})

    assert answer.status_code == 403
    assert contents(alice.app) == before


def test_somebody_who_may_only_look_sees_no_buttons_but_those_for_their_own_eyes(
    place: Place, member: Callable[[str], Person]
) -> None:
    page = member("viewer").browser.open(f"/projects/{place.project}")

    buttons = [button.get("id") for button in page.all("main button")]
    assert page.titles == ["Alice’s task"]
    assert buttons == [f"favourite-{place.project}", f"section-{place.section}-fold"]
    assert page.all("main form, main details, main [href$=edit]") == []
