"""Steps: five levels and no more, in and out, up and down, through the browser."""

from typing import Any

import pytest

from tests.arranging import Tree, a_step, a_tree, house, outline, redo, send, undo
from tests.builders import Person
from tests.policies import NOBODYS
from webapp.tasks.placing import LEVELS, TOO_DEEP

DEEP: Tree = {"1": {"2": {"3": {"4": {"5": {}}}}}}


def test_a_step_is_added_in_the_editor_and_shown_with_its_task(alice: Person) -> None:
    (id,) = alice.has("Paint")
    alice.browser.open(f"/tasks/{id}/edit")

    page = alice.browser.submit("form.editor", step="Buy a brush")

    assert page.words(".step__title") == ["Buy a brush"]
    assert page.one("[name=step]")["value"] == ""
    assert alice.browser.open("/tasks").titles == ["Paint"]
    assert "Steps done: 0/1" in alice.browser.current.words(".task__meta")[0]


def test_the_same_step_sent_twice_is_added_once(alice: Person) -> None:
    (id,) = alice.has("Paint")
    fields = {"title": "Brush", "request_key": "a key"}

    answers = [send(alice, "POST", f"/tasks/{id}/steps", fields) for _ in range(2)]

    assert [answer.status for answer in answers] == [200, 200]
    assert outline(alice) == {"Paint": {"Brush": {}}}


@pytest.mark.parametrize(("title", "reason"), [("", "A task needs a title."), ("x" * 501, "too long")])
def test_a_step_needs_a_title_that_can_be_kept(alice: Person, title: str, reason: str) -> None:
    (id,) = alice.has("Paint")

    answer = send(alice, "POST", f"/tasks/{id}/steps", {"title": title})

    assert answer.status == 422
    assert reason in answer.toast
    assert outline(alice) == {"Paint": {}}


def test_a_sixth_level_is_refused_when_adding(alice: Person) -> None:
    ids = a_tree(alice, DEEP)
    before = house(alice)

    by_button = send(alice, "POST", f"/tasks/{ids['5']}/steps", {"title": "6"})
    fields = {"title": "5", "step": "6", "version": "1", "notes": "Typed"}
    in_editor = send(alice, "PUT", f"/tasks/{ids['5']}", fields)

    assert LEVELS == 5
    assert (by_button.status, by_button.toast) == (422, TOO_DEEP)
    assert in_editor.status == 422
    assert in_editor.words(".field__error") == [TOO_DEEP]
    assert in_editor.one("[name=notes]").get_text() == "Typed"
    assert house(alice) == before


def test_a_sixth_level_is_refused_when_indenting_with_what_hangs_on_it(alice: Person) -> None:
    ids = a_tree(alice, {"1": {"2": {"3": {}}}, "A": {"B": {"C": {}}}})
    for _ in range(2):
        send(alice, "POST", f"/tasks/{ids['A']}/level")
    before = house(alice)

    answer = send(alice, "POST", f"/tasks/{ids['A']}/level")

    assert (answer.status, answer.toast) == (422, TOO_DEEP)
    assert outline(alice) == {"1": {"2": {"3": {}, "A": {"B": {"C": {}}}}}}
    assert house(alice) == before


def test_deleted_steps_do_not_count_as_levels_until_they_come_back(alice: Person) -> None:
    ids = a_tree(alice, {"1": {"2": {"3": {}}}, "A": {"B": {"C": {}}}})
    send(alice, "DELETE", f"/tasks/{ids['C']}")

    for _ in range(3):
        send(alice, "POST", f"/tasks/{ids['A']}/level")
    undone = send(alice, "POST", f"/tasks/{ids['C']}/deletion/delete")

    assert undone.status == 200
    assert outline(alice) == {"1": {"2": {"3": {"A": {"B": {}}}}}, "C": {}}


def test_an_undo_brings_nothing_back_too_deep(alice: Person) -> None:
    ids = a_tree(alice, {"1": {"2": {"3": {}}}, "A": {"B": {"C": {}}}})
    deleted = send(alice, "DELETE", f"/tasks/{ids['C']}")
    for _ in range(3):
        send(alice, "POST", f"/tasks/{ids['A']}/level")
    before = house(alice)

    answer = send(alice, "POST", str(deleted.one("#undo")["formaction"]))

    assert answer.status == 409
    assert answer.toast == f"Deleting “C” cannot be undone: {TOO_DEEP}"
    assert house(alice) == before


@pytest.mark.parametrize("levels", [1, 2])
def test_in_and_out_is_where_it_was_and_each_is_undone(alice: Person, levels: int) -> None:
    ids = a_tree(alice, {"1": {"2": {}}, "A": {"B": {}}, "Z": {}})
    states = [house(alice)]
    for _ in range(levels):
        send(alice, "POST", f"/tasks/{ids['A']}/level")
        states.append(house(alice))
    inside = outline(alice)

    for state in reversed(states[:-1]):
        undo(alice)
        assert house(alice) == state
    for state in states[1:]:
        redo(alice)
        assert house(alice) == state
    for _ in range(levels):
        send(alice, "DELETE", f"/tasks/{ids['A']}/level")

    assert list(inside) == ["1", "Z"]
    assert outline(alice) == {"1": {"2": {}}, "A": {"B": {}}, "Z": {}}
    assert list(outline(alice)) == ["1", "A", "Z"]


def test_the_first_has_nothing_before_it_and_the_top_nothing_above(alice: Person) -> None:
    (id,) = alice.has("First")
    before = house(alice)

    inwards, outwards = send(alice, "POST", f"/tasks/{id}/level"), send(alice, "DELETE", f"/tasks/{id}/level")

    assert (inwards.status, inwards.toast) == (
        422,
        "There is no task before it of which it could be a step.",
    )
    assert (outwards.status, outwards.toast) == (422, "It is not a step of another task.")
    assert house(alice) == before


def test_up_and_down_change_neighbours_and_end_at_the_ends(alice: Person) -> None:
    ids = a_tree(alice, {"P": {"A": {}, "B": {}, "C": {}}})
    orders = []

    for title, to in (("A", "up"), ("A", "down"), ("A", "down"), ("A", "down"), ("B", "down"), ("A", "up")):
        send(alice, "POST", f"/tasks/{ids[title]}/position", {"to": to})
        orders.append("".join(outline(alice)["P"]))
    for _ in range(4):
        undo(alice)

    assert orders == ["ABC", "BAC", "BCA", "BCA", "CBA", "CAB"]
    assert "".join(outline(alice)["P"]) == "ABC"


@pytest.mark.parametrize("to", ["", "left", "UP", "-1", "\0", "up down", str(2**63)])
def test_a_direction_that_is_none_is_refused(alice: Person, to: str) -> None:
    id, _ = alice.has("A", "B")
    before = house(alice)

    answer = send(alice, "POST", f"/tasks/{id}/position", {"to": to})

    assert answer.status == 422
    assert house(alice) == before


def test_a_deleted_neighbour_is_none_but_keeps_its_place(alice: Person) -> None:
    ids = a_tree(alice, {"A": {}, "B": {}, "C": {}})
    send(alice, "DELETE", f"/tasks/{ids['B']}")

    send(alice, "POST", f"/tasks/{ids['C']}/level")
    under = outline(alice)
    undo(alice)
    undo(alice)

    assert under == {"A": {"C": {}}}
    assert list(outline(alice)) == ["A", "B", "C"]


ROUTES: list[tuple[str, str, dict[str, Any]]] = [
    ("GET", "/tasks/{id}/steps", {}),
    ("POST", "/tasks/{id}/steps", {"title": "Spy"}),
    ("POST", "/tasks/{id}/level", {}),
    ("DELETE", "/tasks/{id}/level", {}),
    ("POST", "/tasks/{id}/position", {"to": "up"}),
    ("POST", "/tasks/{id}/blockers", {"blocked_by": "{own}"}),
    ("PUT", "/tasks/{id}", {"title": "Spy", "version": "1", "step": "Spy"}),
]


@pytest.mark.parametrize(("method", "path", "fields"), ROUTES)
def test_a_strangers_step_is_as_a_missing_one(
    alice: Person, mallory: Person, method: str, path: str, fields: dict[str, str]
) -> None:
    ids = a_tree(alice, {"P": {"A": {}, "B": {}}})
    (own,) = mallory.has("Own")
    sent = {name: value.format(own=own) for name, value in fields.items()}
    before = house(alice)
    mallory.browser.open("/tasks")

    answers = [mallory.browser.partial(method, path.format(id=id), sent) for id in (ids["B"], NOBODYS, 2**63)]

    assert [answer.status for answer in answers] == [404] * 3
    assert len({answer.text for answer in answers}) == 1
    assert house(alice) == before


def test_a_step_of_a_deleted_task_answers_that_it_was_deleted(alice: Person) -> None:
    ids = a_tree(alice, {"P": {"A": {}}})
    send(alice, "DELETE", f"/tasks/{ids['P']}")
    before = house(alice)

    answers = [
        send(alice, "POST", f"/tasks/{ids['P']}/steps", {"title": "B"}),
        send(alice, "POST", f"/tasks/{ids['A']}/level"),
        send(alice, "POST", f"/tasks/{ids['A']}/position", {"to": "up"}),
    ]

    assert [answer.status for answer in answers] == [404] * 3
    assert answers[0].toast == "“P” was deleted meanwhile."
    assert house(alice) == before


def test_undoing_to_have_added_a_task_leaves_no_steps_behind(alice: Person) -> None:
    alice.browser.open("/tasks")
    added = alice.browser.partial("POST", "/tasks", {"title": "P"})
    id = int(str(added.one(".task")["id"]).removeprefix("task-"))
    a_step(alice, id, "A")
    before = house(alice)

    answer = send(alice, "POST", str(added.one("#undo")["formaction"]))

    assert answer.status == 409
    assert answer.toast == ("Adding “P” cannot be undone: It has got steps since, which would stay behind.")
    assert house(alice) == before
