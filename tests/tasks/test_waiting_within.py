"""A task and its steps do not wait for each other: they are done together, so that neither could begin."""

import pytest

from tests.arranging import a_tree, house, outline, send, undo, waits
from tests.builders import Person


@pytest.fixture
def ids(alice: Person) -> dict[str, int]:
    return a_tree(alice, {"Shed": {}, "House": {"Kitchen": {"Sink": {}, "Tap": {}}}})


@pytest.mark.parametrize(
    ("waiting", "other"), [("Sink", "Kitchen"), ("Kitchen", "Sink"), ("Sink", "House"), ("House", "Sink")]
)
def test_a_task_and_what_hangs_on_it_do_not_wait_for_each_other(
    alice: Person, ids: dict[str, int], waiting: str, other: str
) -> None:
    before = house(alice)

    answer = send(alice, "POST", f"/tasks/{ids[waiting]}/blockers", {"blocked_by": str(ids[other])})

    assert answer.status == 422
    assert answer.toast == f"“{waiting}” cannot wait for “{other}”: one is a step of the other."
    assert house(alice) == before


def test_steps_of_one_task_may_wait_for_each_other_and_move_with_it(
    alice: Person, ids: dict[str, int]
) -> None:
    waits(alice, ids["Tap"], ids["Sink"])

    answer = send(alice, "POST", f"/tasks/{ids['House']}/level")

    assert answer.status == 200
    assert outline(alice) == {"Shed": {"House": {"Kitchen": {"Sink": {}, "Tap": {}}}}}


@pytest.mark.parametrize(("waiting", "other"), [("Shed", "Sink"), ("Sink", "Shed")])
def test_what_waits_does_not_become_a_step_of_what_it_waits_for(
    alice: Person, ids: dict[str, int], waiting: str, other: str
) -> None:
    waits(alice, ids[waiting], ids[other])
    before = house(alice)

    answer = send(alice, "POST", f"/tasks/{ids['House']}/level")

    assert answer.status == 422
    assert answer.toast == f"“{waiting}” waits for “{other}”: neither can be a step of the other."
    assert house(alice) == before


def test_an_undo_does_not_let_a_task_wait_for_what_it_has_become_a_step_of(
    alice: Person, ids: dict[str, int]
) -> None:
    waits(alice, ids["House"], ids["Shed"])
    ended = send(alice, "DELETE", f"/tasks/{ids['House']}/blockers/{ids['Shed']}")
    send(alice, "POST", f"/tasks/{ids['House']}/level")
    before = house(alice)

    answer = send(alice, "POST", str(ended.one("#undo")["formaction"]))

    assert answer.status == 409
    assert answer.toast.endswith("“House” cannot wait for “Shed”: one is a step of the other.")
    assert house(alice) == before


def test_an_undo_does_not_make_a_step_of_what_waits_by_now(alice: Person, ids: dict[str, int]) -> None:
    moved = send(alice, "DELETE", f"/tasks/{ids['Sink']}/level")
    waits(alice, ids["Sink"], ids["Kitchen"])
    before = house(alice)

    answer = send(alice, "POST", str(moved.one("#undo")["formaction"]))

    assert answer.status == 409
    assert answer.toast.endswith("“Sink” waits for “Kitchen”: neither can be a step of the other.")
    assert house(alice) == before


def test_a_step_comes_back_beside_what_it_waits_for(alice: Person, ids: dict[str, int]) -> None:
    waits(alice, ids["Sink"], ids["Shed"])
    send(alice, "DELETE", f"/tasks/{ids['Sink']}")
    send(alice, "POST", f"/tasks/{ids['House']}/level")

    send(alice, "POST", f"/tasks/{ids['Sink']}/deletion/delete")

    assert outline(alice) == {"Shed": {"House": {"Kitchen": {"Tap": {}}}}, "Sink": {}}


def test_only_tasks_for_which_one_could_wait_are_found(alice: Person, ids: dict[str, int]) -> None:
    send(alice, "PUT", f"/tasks/{ids['Shed']}/title", {"title": "Tap of the shed", "version": "1"})

    found = alice.browser.open(f"/tasks/{ids['House']}/blockers?q=tap").words(
        "[aria-label=Found] .step__title"
    )

    assert found == ["Tap of the shed"]


def test_doing_again_what_others_have_turned_over_makes_no_ring(
    alice: Person, bob: Person, ids: dict[str, int]
) -> None:
    send(alice, "POST", f"/tasks/{ids['Shed']}/completion")
    moved = send(alice, "POST", f"/tasks/{ids['House']}/level")  # which opens the shed again
    undo(alice)
    bob.browser.open("/tasks")
    bob.browser.partial("POST", f"/tasks/{ids['Shed']}/position", {"to": "down"})
    bob.browser.partial("POST", f"/tasks/{ids['Shed']}/level")
    before = house(alice)

    answer = send(alice, "POST", f"{moved.one('#undo')['formaction']}/delete")

    assert answer.status == 409
    assert answer.toast.endswith("A task cannot be a step of itself.")
    assert house(alice) == before
