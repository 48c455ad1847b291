"""What is done to many tasks at once, asked for by those who may not, or senselessly: nothing is done."""

import pytest
from flask import Flask

from tests.arranging import a_label, a_project, house, send
from tests.builders import Person, make_person
from tests.contents import contents
from tests.policies import NOBODYS

from .test_many import SELECTION, VERBS, fields_for, to_all


@pytest.mark.parametrize("verb", VERBS)
def test_among_ones_own_a_foreign_or_missing_one_is_404_and_nothing_is_done(
    alice: Person, mallory: Person, verb: str
) -> None:
    own, (hers,) = alice.has("One", "Two"), mallory.has("Hers")
    fields = fields_for(alice, verb)
    before = contents(alice.app)

    answers = [to_all(alice, verb, [*own, other], **fields) for other in (hers, NOBODYS)]

    assert [answer.status for answer in answers] == [404, 404]
    assert answers[0].text == answers[1].text
    assert contents(alice.app) == before


@pytest.mark.parametrize("verb", VERBS)
def test_among_ones_own_one_that_one_may_only_see_is_403(app: Flask, alice: Person, verb: str) -> None:
    vera = make_person(app, "Vera").joining(alice, "viewer")
    own, (hers,) = vera.has("Own"), alice.has("Hers")
    fields = fields_for(vera, verb)
    before = contents(alice.app)

    answer = to_all(vera, verb, [*own, hers], **fields)

    assert answer.status == 403
    assert contents(alice.app) == before


def test_foreign_places_and_labels_are_as_if_they_were_missing(alice: Person, mallory: Person) -> None:
    ids = alice.has("One", "Two")
    place, label = a_project(mallory, "Hers"), a_label(mallory, "hers")
    before = house(alice)

    answers = [
        to_all(alice, "place", ids, place=f"project-{place}"),
        to_all(alice, "place", ids),
        to_all(alice, "labels", ids, labels=[label]),
        to_all(alice, "labels", ids),
        to_all(alice, "priority", ids, priority="5"),
    ]

    assert [(answer.status, answer.toast) for answer in answers] == [
        (422, "This place is no longer there. Choose another."),
        (422, "Choose a place."),
        (422, "A label that you chose is no longer there. Choose again."),
        (422, "Choose at least one label."),
        (422, "A priority is 1, 2, 3 or 4."),
    ]
    assert house(alice) == before


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        ([], "No task is selected. Select at least one."),
        ([*range(1, 10_001)], "That is more than 1,000 tasks at once. Choose fewer of them."),
    ],
)
def test_none_and_too_many_are_refused_with_clear_words(alice: Person, ids: list[int], said: str) -> None:
    answer = to_all(alice, "deletion", ids)

    assert (answer.status, answer.toast) == (422, said)


@pytest.mark.parametrize("id", ["x", "-1", "1.5", "١", "\0", "9" * 30, ""])
def test_senseless_ids_are_not_found(alice: Person, id: str) -> None:
    answer = send(alice, "POST", f"{SELECTION}/deletion", {"ids": [str(alice.has("One")[0]), id]})

    assert answer.status == 404
