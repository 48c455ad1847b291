"""Who may see and change labels: they are of a workspace, and only its own person changes them."""

import pytest

from tests.builders import Person, make_person
from tests.calling import PARTIAL, send, token_of
from tests.contents import contents
from tests.policies import LABEL_VIEWER, LABELS, NOBODYS, POLICIES


@pytest.fixture
def vera(alice: Person) -> Person:
    """Somebody who may look at Alice's Inbox but not change it."""
    return make_person(alice.app, "Vera").joining(alice, "viewer")


@pytest.mark.parametrize("who", ["bob", "vera"])
def test_a_member_of_a_project_may_look_at_its_labels_but_not_change_them(
    alice: Person, who: str, request: pytest.FixtureRequest
) -> None:
    person = request.getfixturevalue(who)
    id = alice.has_label("errand")
    token = token_of(person.browser)
    before = contents(alice.app)

    answers = {route: send(person.browser, route, id, token).status_code for route in LABELS}

    assert answers == {route: 200 if POLICIES[route] == LABEL_VIEWER else 403 for route in LABELS}
    assert contents(alice.app) == before


@pytest.mark.parametrize("headers", [{}, PARTIAL], ids=["page", "partial"])
def test_a_strangers_label_is_not_found_just_like_one_that_is_missing(
    alice: Person, mallory: Person, headers: dict[str, str]
) -> None:
    id = alice.has_label("errand")
    token = token_of(mallory.browser)
    before = contents(alice.app)

    for route in LABELS:
        foreign = send(mallory.browser, route, id, token, headers=headers)
        missing = send(mallory.browser, route, NOBODYS, token, headers=headers)

        assert (foreign.status_code, missing.status_code) == (404, 404), route
        assert foreign.data == missing.data, route
    assert contents(alice.app) == before


def test_somebody_who_may_only_look_sees_labels_on_rows_and_their_page(alice: Person, vera: Person) -> None:
    (task,) = alice.has("Call mum")
    id = alice.has_label("errand", task)

    row = vera.browser.open("/tasks").words(f"#task-{task} .task__label")
    page = vera.browser.open(f"/labels/{id}")

    assert row == ["errand"]
    assert page.words("h1") == ["errand"]
    assert page.titles == ["Call mum"]
    assert page.all("#create-form, main [href$=edit]") == []


def test_the_list_holds_the_labels_of_ones_own_workspace(alice: Person, bob: Person) -> None:
    alice.has_label("errand")
    bob.has_label("home")

    page = bob.browser.open("/labels")

    assert page.words(".label__name") == ["home"]


def test_a_stranger_cannot_merge_into_a_label_of_another_workspace(alice: Person, mallory: Person) -> None:
    theirs, own = alice.has_label("errand"), mallory.has_label("mine")
    token = token_of(mallory.browser)
    before = contents(alice.app)

    answer = send(mallory.browser, "POST /labels/<int:id>/merge", own, token, fields={"into": str(theirs)})

    assert answer.status_code == 404
    assert contents(alice.app) == before


def test_a_member_cannot_merge_into_a_label_that_they_only_see(alice: Person, bob: Person) -> None:
    theirs, own = alice.has_label("errand"), bob.has_label("mine")
    token = token_of(bob.browser)
    before = contents(alice.app)

    answer = send(bob.browser, "POST /labels/<int:id>/merge", own, token, fields={"into": str(theirs)})

    assert answer.status_code == 403
    assert contents(alice.app) == before
