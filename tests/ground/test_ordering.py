"""A person's own order: nothing is lost or doubled, however often things are put between two others."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.arranging import acting, house, outline, redo, send, undo
from tests.builders import Person
from webapp.clock import now
from webapp.ordering import between
from webapp.tasks.models import Task

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(one=finite, other=finite)
def test_between_two_is_strictly_between_them_or_nothing(one: float, other: float) -> None:
    before, after = sorted((one, other))

    middle = between(before, after)

    if middle is not None:
        assert before < middle < after
    elif math.isfinite(after - before):
        assert math.nextafter(before, after) >= after


@given(end=finite)
def test_beyond_one_is_beyond_it_or_nothing(end: float) -> None:
    first, last = between(None, end), between(end, None)

    assert first is None or first < end
    assert last is None or last > end
    assert abs(end) > 2**52 or (first is not None and last is not None)


def put(person: Person, *positions: tuple[int, float]) -> None:
    """Let tasks stand at these positions, as time and other people may have brought them there."""
    with acting(person) as (session, user):
        for id, position in positions:
            session.get_one(Task, (user.workspace_id, id)).position = position


def test_moving_things_for_ever_loses_and_doubles_nothing(alice: Person) -> None:
    ids = dict(zip("ABCD", alice.has(*"ABCD"), strict=True))
    expected = list("ABCD")

    for turn in range(130):  # a double has room for 52 halvings
        title = expected[3]
        for _ in range(2):
            with acting(alice) as (session, user):
                session.get_one(Task, (user.workspace_id, ids[title])).move_up(session, by=user, now=now())
        expected.insert(1, expected.pop(3))
        if turn % 10 == 0:
            assert list(outline(alice)) == expected

    positions = [alice.task(id).position for id in ids.values()]
    assert list(outline(alice)) == expected
    assert len(set(positions)) == 4


@pytest.mark.parametrize("to", ["up", "down"])
def test_where_no_number_is_left_others_make_room_and_that_is_undone_too(alice: Person, to: str) -> None:
    a, b, c, d = alice.has(*"ABCD")
    tight = math.nextafter(1.0, 2)
    place = {
        "up": [(a, 1.0), (b, tight), (c, 5.0), (d, 6.0)],
        "down": [(c, 0.0), (a, 1.0), (b, tight), (d, 6.0)],
    }
    put(alice, *place[to])
    before, order = house(alice), list(outline(alice))

    send(alice, "POST", f"/tasks/{c}/position", {"to": to})
    moved, after = list(outline(alice)), house(alice)
    said = alice.browser.open("/history").words(".history__what")[0]
    undo(alice)
    undone = house(alice)
    redo(alice)

    assert sorted(moved) == sorted(order)
    assert moved == ["A", "C", "B", "D"]
    assert said == "You moved “C”"
    assert undone == before
    assert house(alice) == after


def test_ties_are_told_apart_by_who_came_first_and_can_be_moved_apart(alice: Person) -> None:
    ids = alice.has(*"ABC")
    put(alice, *((id, 1.0) for id in ids))
    tied = list(outline(alice))

    send(alice, "POST", f"/tasks/{ids[2]}/position", {"to": "up"})
    up = list(outline(alice))
    send(alice, "POST", f"/tasks/{ids[0]}/position", {"to": "down"})

    assert tied == ["A", "B", "C"]
    assert up == ["A", "C", "B"]
    assert list(outline(alice)) == ["C", "A", "B"]


def test_what_is_in_the_bin_makes_room_too_and_comes_back_to_its_place(alice: Person) -> None:
    ids = dict(zip("ABCD", alice.has(*"ABCD"), strict=True))
    send(alice, "DELETE", f"/tasks/{ids['B']}")
    tight = math.nextafter(1.0, 2)
    put(alice, (ids["A"], 1.0), (ids["B"], 1.0), (ids["C"], tight), (ids["D"], 9.0))

    send(alice, "POST", f"/tasks/{ids['D']}/position", {"to": "up"})
    send(alice, "POST", f"/tasks/{ids['B']}/deletion/delete")

    order = list(outline(alice))
    assert [title for title in order if title != "B"] == ["A", "D", "C"]
    assert order.index("A") < order.index("B") < order.index("C")
