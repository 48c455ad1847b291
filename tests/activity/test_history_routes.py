"""Who may read and take back what somebody else has changed."""

import pytest
from flask import Flask

from tests.builders import Person, make_person
from tests.calling import PARTIAL, change_of, send, token_of
from tests.contents import contents
from tests.places import inbox_id
from tests.policies import CHANGE_EDITOR, POLICIES

TO_REVERT = [route for route, policy in POLICIES.items() if policy == CHANGE_EDITOR]
PROJECTS = ["GET /projects/<int:id>/history"]


@pytest.fixture
def vera(app: Flask, alice: Person) -> Person:
    """Somebody who may look at Alice's Inbox but not change it."""
    return make_person(app, "Vera").joining(alice, "viewer")


@pytest.mark.parametrize("who", ["bob", "vera"])
@pytest.mark.parametrize("route", [*PROJECTS, "GET /history/<int:id>", "GET /tasks/<int:id>/history"])
def test_every_member_reads_what_happened(
    alice: Person, who: str, route: str, request: pytest.FixtureRequest
) -> None:
    person = request.getfixturevalue(who)
    (id,) = alice.has("Alice’s")
    ids = dict.fromkeys(PROJECTS, inbox_id(alice)) | {"GET /history/<int:id>": change_of(alice, id)}

    answer = send(person.browser, route, ids.get(route, id))

    assert answer.status_code == 200


@pytest.mark.parametrize("route", TO_REVERT)
def test_an_editor_takes_back_what_somebody_else_has_changed(alice: Person, bob: Person, route: str) -> None:
    (id,) = alice.has("Alice’s")
    entry = change_of(alice, id)

    answer = send(bob.browser, route, entry, token_of(bob.browser))

    assert answer.status_code in {200, 303, 409}


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
def test_somebody_who_may_only_look_takes_nothing_back(
    alice: Person, vera: Person, headers: dict[str, str]
) -> None:
    (id,) = alice.has("Alice’s")
    entry = change_of(alice, id)
    token = token_of(vera.browser)
    before = contents(alice.app)

    answers = {
        route: send(vera.browser, route, entry, token, headers=headers).status_code for route in TO_REVERT
    }

    assert answers == dict.fromkeys(TO_REVERT, 403)
    assert contents(alice.app) == before
