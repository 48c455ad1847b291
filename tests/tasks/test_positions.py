"""Putting tasks beside one another by a form: what it means, what is refused, and that nothing gets lost."""

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.arranging import a_project, a_section, a_step, a_tree, house, outline, redo, send, undo
from tests.builders import Person
from tests.contents import contents
from tests.pages import Browser
from tests.policies import NOBODYS

LONG = os.environ.get("CHECK_LONG") == "true"


def put(person: Person, id: int, **fields: Any) -> Any:
    return send(person, "POST", f"/tasks/{id}/position", {name: str(value) for name, value in fields.items()})


def test_a_task_is_put_behind_before_first_and_back_with_undo(alice: Person) -> None:
    ids = a_tree(alice, {"A": {}, "B": {}, "C": {}, "D": {}})
    states = [house(alice)]

    answers = [
        put(alice, ids["A"], after=ids["C"]),
        put(alice, ids["D"], before=ids["C"]),
        put(alice, ids["A"], project=alice.task(ids["A"]).project_id, after=0),
    ]

    assert [answer.toast for answer in answers] == [
        "Moved “A” down, 3 of 4.",
        "Moved “D” up, 2 of 4.",
        "Moved “A” up, 1 of 4.",
    ]
    assert list(outline(alice)) == ["A", "B", "D", "C"]
    for _ in answers:
        undo(alice)
    assert house(alice) == states[0]
    redo(alice)
    assert list(outline(alice)) == ["B", "C", "A", "D"]


def test_a_task_goes_to_another_place_beside_others_and_becomes_a_step(alice: Person) -> None:
    ids = a_tree(alice, {"House": {"Kitchen": {}}, "Garden": {}, "Shed": {}})
    section = a_section(alice, a_project(alice, "Work"), "Soon")
    send(
        alice, "POST", "/tasks/selection/place", {"ids": [str(ids["Garden"])], "place": f"section-{section}"}
    )

    moved = put(alice, ids["House"], section=section, before=ids["Garden"])
    step = put(alice, ids["Shed"], parent=ids["Kitchen"])

    assert moved.toast == "Moved “House” to “Soon”, 1 of 2."
    assert step.toast == "“Shed” is a step now, 1 of 1."
    assert outline(alice) == {"House": {"Kitchen": {"Shed": {}}}, "Garden": {}}
    assert {alice.task(id).section_id for id in ids.values()} == {section}


def test_stale_neighbours_and_ones_own_child_are_refused_with_words(alice: Person) -> None:
    ids = a_tree(alice, {"House": {"Kitchen": {"Sink": {}}}, "Garden": {}, "Shed": {}})
    project = alice.task(ids["House"]).project_id
    send(alice, "DELETE", f"/tasks/{ids['Shed']}")
    before = house(alice)

    answers = [
        put(alice, ids["Garden"], project=project, after=ids["Shed"]),
        put(alice, ids["Garden"], after=ids["Sink"]),
        put(alice, ids["House"], parent=ids["Sink"]),
        put(alice, ids["House"], parent=ids["House"]),
        put(alice, ids["House"], parent=ids["Shed"]),
    ]

    changed = "What it was put beside has gone elsewhere meanwhile, so it is back where it was. Try again."
    apart = (
        "What it was put beside stands in another project or section. Open its project to put it in order."
    )
    itself = "A task cannot be a step of itself."
    assert [answer.status for answer in answers[:4]] == [422] * 4
    assert [answer.toast for answer in answers[:4]] == [changed, apart, itself, itself]
    assert answers[4].status == 404
    assert house(alice) == before


def test_what_is_foreign_is_not_found_at_either_end(alice: Person, mallory: Person) -> None:
    (mine,), (hers,) = alice.has("Mine"), mallory.has("Hers")
    project = a_project(mallory, "Hers")
    before = contents(alice.app)

    ends = ({"after": hers}, {"before": hers}, {"parent": hers}, {"after": NOBODYS}, {"parent": NOBODYS})
    answers = [put(alice, mine, **fields).status for fields in ends]
    place = put(alice, mine, project=project)

    assert answers == [404] * 5
    assert (place.status, place.toast) == (422, "This place is no longer there. Choose another.")
    assert contents(alice.app) == before


@pytest.mark.parametrize(
    "fields", [{}, {"to": "left"}, {"after": "x"}, {"after": "-1"}, {"before": "9" * 30}]
)
def test_a_form_that_says_nothing_is_refused(alice: Person, fields: dict[str, str]) -> None:
    (id,) = alice.has("One")

    assert put(alice, id, **fields).status == 422


def test_a_task_is_moved_without_javascript(alice: Person) -> None:
    a_tree(alice, {"A": {}, "B": {}, "C": {}})
    alice.browser.open("/tasks")
    alice.browser.follow(".task:last-child .task__title")
    page = alice.browser.follow("a[href$='/position/edit']")

    first = page.words("#after option")
    page = alice.browser.submit("form[method=post]:not(#act)", after="0")

    assert first == ["At the end", "At the top", "Behind “A”", "Behind “B”"]
    assert page.toast == "Moved “C” up, 1 of 3."
    assert list(outline(alice)) == ["C", "A", "B"]


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("above", {"A": {}, "One": {}, "Two": {}, "B": {}, "C": {}}),
        ("below", {"A": {}, "B": {}, "One": {}, "Two": {}, "C": {}}),
        ("inside", {"A": {}, "B": {"One": {}, "Two": {}}, "C": {}}),
    ],
)
def test_tasks_are_added_beside_another_in_its_place(alice: Person, side: str, expected: Any) -> None:
    ids = a_tree(alice, {"A": {}, "B": {}, "C": {}})

    form = alice.browser.open(f"/tasks/new?{side}={ids['B']}")
    for title in ("One", "Two"):
        fields = {str(field["name"]): str(field.get("value", "")) for field in form.all("#beside-form input")}
        alice.browser.partial("POST", "/tasks", {**fields, "title": title, "request_key": title})

    assert outline(alice) == expected


moves = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 6),
        st.sampled_from(["after", "before", "parent", "project"]),
        st.integers(0, 6),
    ),
    min_size=5,
    max_size=40 if LONG else 15,
)


def test_random_moves_of_three_people_lose_and_double_nothing(alice: Person, app: Flask) -> None:
    tree = a_tree(alice, {"A": {"A1": {}, "A2": {}}, "B": {}, "C": {"C1": {}}, "D": {}})
    ids, inbox = list(tree.values()), alice.task(next(iter(tree.values()))).project_id
    project = a_project(alice, "Work")
    people = [Browser(app, alice.browser.token) for _ in range(3)]
    for browser in people:
        browser.open("/tasks")

    @settings(
        max_examples=200 if LONG else 12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(moves)
    def play(moves: list[tuple[int, int, str, int]]) -> None:
        for person, one, kind, other in moves:
            value = (inbox, project)[other % 2] if kind == "project" else ids[other]
            answer = people[person].partial("POST", f"/tasks/{ids[one]}/position", {kind: str(value)})
            assert answer.status in {200, 422}
        assert sorted(every(outline(alice))) == sorted(tree)

    play()


def every(tree: dict[str, Any]) -> list[str]:
    return [title for one, steps in tree.items() for title in (one, *every(steps))]


def test_dragging_at_once_loses_and_doubles_nothing(alice: Person, app: Flask) -> None:
    ids = alice.has(*"ABCDEFGH")
    a_step(alice, ids[0], "Step")
    browsers = [Browser(app, alice.browser.token) for _ in range(4)]
    for browser in browsers:
        browser.open("/tasks")

    def drag(number: int) -> list[int]:
        browser = browsers[number]
        fields = [(ids[(at * 3 + number) % 8], ids[(at * 5 + 2 * number) % 8]) for at in range(12)]
        sent = [("POST", f"/tasks/{one}/position", {"after": str(other)}) for one, other in fields]
        return [browser.partial(*each).status for each in sent]

    with ThreadPoolExecutor(4) as pool:
        statuses = [status for each in pool.map(drag, range(4)) for status in each]

    assert set(statuses) <= {200, 422}
    assert sorted(every(outline(alice))) == [*"ABCDEFGH", "Step"]
    positions = [alice.task(id).position for id in ids]
    assert len(set(positions)) == len(positions)
