"""Whatever hangs on a task that is done is done too; whatever is open hangs on nothing that is done."""

import pytest

from tests.arranging import Tree, a_label, a_step, a_tree, house, outline, redo, send, undo, waits
from tests.builders import Person

TREE: Tree = {"House": {"Kitchen": {"Sink": {}, "Oven": {}}, "Hall": {}}, "Garden": {}}


@pytest.fixture
def ids(alice: Person) -> dict[str, int]:
    return a_tree(alice, TREE)


def test_completing_a_task_completes_its_open_steps_and_undo_reopens_exactly_those(
    alice: Person, ids: dict[str, int]
) -> None:
    send(alice, "POST", f"/tasks/{ids['Sink']}/completion")
    before = house(alice)

    send(alice, "POST", f"/tasks/{ids['House']}/completion")
    done = outline(alice)
    after = house(alice)
    undone = undo(alice)
    taken_back = house(alice)
    redone = redo(alice)

    assert done == {"✓ House": {"✓ Kitchen": {"✓ Sink": {}, "✓ Oven": {}}, "✓ Hall": {}}, "Garden": {}}
    assert undone.toast == "Undid completing 4 tasks."
    assert taken_back == before
    assert redone.status == 200
    assert house(alice) == after


def test_reopening_a_step_reopens_what_it_hangs_on(alice: Person, ids: dict[str, int]) -> None:
    send(alice, "POST", f"/tasks/{ids['House']}/completion")
    before = house(alice)

    send(alice, "DELETE", f"/tasks/{ids['Sink']}/completion")
    opened = outline(alice)
    undo(alice)

    assert opened == {"House": {"Kitchen": {"Sink": {}, "✓ Oven": {}}, "✓ Hall": {}}, "Garden": {}}
    assert house(alice) == before


def test_a_new_step_reopens_what_it_hangs_on_and_is_one_change(alice: Person, ids: dict[str, int]) -> None:
    send(alice, "POST", f"/tasks/{ids['House']}/completion")

    send(alice, "POST", f"/tasks/{ids['Hall']}/steps", {"title": "Mirror"})
    opened = outline(alice)
    said = alice.browser.open("/history").words(".history__what")[0]
    undo(alice)

    assert opened["House"]["Hall"] == {"Mirror": {}}
    assert opened["House"]["✓ Kitchen"] == {"✓ Sink": {}, "✓ Oven": {}}
    assert said == "You added “Mirror” Also reopened 2 tasks"
    assert outline(alice)["✓ House"]["✓ Hall"] == {}


def test_an_open_task_put_under_a_done_one_reopens_it(alice: Person, ids: dict[str, int]) -> None:
    send(alice, "POST", f"/tasks/{ids['House']}/completion")
    before = house(alice)

    send(alice, "POST", f"/tasks/{ids['Garden']}/level")
    opened = outline(alice)
    undo(alice)

    assert list(opened) == ["House"]
    assert list(opened["House"]) == ["✓ Kitchen", "✓ Hall", "Garden"]
    assert house(alice) == before


def test_a_done_task_put_under_a_done_one_leaves_it_done(alice: Person, ids: dict[str, int]) -> None:
    for title in ("House", "Garden"):
        send(alice, "POST", f"/tasks/{ids[title]}/completion")

    send(alice, "POST", f"/tasks/{ids['Garden']}/level")

    assert list(outline(alice)["✓ House"]) == ["✓ Kitchen", "✓ Hall", "✓ Garden"]


def test_completing_a_done_task_again_changes_nothing(alice: Person, ids: dict[str, int]) -> None:
    send(alice, "POST", f"/tasks/{ids['House']}/completion")
    before = house(alice)

    answer = send(alice, "POST", f"/tasks/{ids['House']}/completion")

    assert answer.all("#undo") == []
    assert house(alice) == before


def test_a_row_says_what_blocks_it_until_that_is_done(alice: Person, ids: dict[str, int]) -> None:
    waits(alice, ids["Garden"], ids["Hall"])

    blocked = alice.browser.open("/tasks").one(f"#task-{ids['Garden']}")
    send(alice, "POST", f"/tasks/{ids['House']}/completion")
    free = alice.browser.open("/tasks").one(f"#task-{ids['Garden']}")
    undo(alice)
    again = alice.browser.open("/tasks").one(f"#task-{ids['Garden']}")

    assert "task--blocked" in blocked["class"]
    assert "Waiting for “Hall”" in " ".join(blocked.get_text(" ", strip=True).split())
    assert "task--blocked" not in free["class"]
    assert "task--blocked" in again["class"]


def test_a_deleted_tree_comes_back_as_it_was(alice: Person, ids: dict[str, int]) -> None:
    a_label(alice, "home", ids["Kitchen"], ids["Sink"])
    waits(alice, ids["Oven"], ids["Hall"])
    send(alice, "DELETE", f"/tasks/{ids['Hall']}")
    before = house(alice)

    send(alice, "DELETE", f"/tasks/{ids['House']}")
    gone = outline(alice)
    undo(alice)
    by_undo = house(alice)
    redo(alice)
    send(alice, "POST", f"/tasks/{ids['House']}/deletion/delete")

    assert gone == {"Garden": {}}
    assert by_undo == before
    assert house(alice) == before
    assert list(outline(alice)["House"]) == ["Kitchen"]


def test_a_step_that_comes_back_reopens_what_it_hangs_on(alice: Person, ids: dict[str, int]) -> None:
    send(alice, "DELETE", f"/tasks/{ids['Sink']}")
    send(alice, "POST", f"/tasks/{ids['House']}/completion")

    send(alice, "POST", f"/tasks/{ids['Sink']}/deletion/delete")

    assert outline(alice)["House"] == {"Kitchen": {"Sink": {}, "✓ Oven": {}}, "✓ Hall": {}}


def test_a_step_whose_task_is_in_the_bin_comes_back_at_the_end_of_the_top(
    alice: Person, ids: dict[str, int]
) -> None:
    send(alice, "DELETE", f"/tasks/{ids['House']}")

    send(alice, "POST", f"/tasks/{ids['Kitchen']}/deletion/delete")
    first = outline(alice)
    send(alice, "POST", f"/tasks/{ids['House']}/deletion/delete")

    assert first == {"Garden": {}, "Kitchen": {"Sink": {}, "Oven": {}}}
    assert list(first) == ["Garden", "Kitchen"]
    assert outline(alice)["House"] == {"Hall": {}}


def test_a_step_that_would_be_too_deep_by_now_comes_back_at_the_top(alice: Person) -> None:
    ids = a_tree(alice, {"One": {"Two": {"Three": {"Four": {}}}}, "Far": {"Near": {"Next": {}}}})
    send(alice, "DELETE", f"/tasks/{ids['Next']}")
    for _ in range(4):
        send(alice, "POST", f"/tasks/{ids['Far']}/level")

    send(alice, "POST", f"/tasks/{ids['Next']}/deletion/delete")

    deep = outline(alice)
    assert deep["One"]["Two"]["Three"] == {"Four": {}, "Far": {"Near": {}}}
    assert "Next" in deep


def test_restoring_what_is_not_deleted_changes_nothing(alice: Person, ids: dict[str, int]) -> None:
    before, version = house(alice), alice.task(ids["Kitchen"]).version

    answer = send(alice, "POST", f"/tasks/{ids['House']}/deletion/delete")

    assert answer.all("#undo") == []
    assert house(alice) == before
    assert alice.task(ids["Kitchen"]).version == version


def test_deleting_completed_tasks_spares_done_steps_of_open_ones(alice: Person, ids: dict[str, int]) -> None:
    send(alice, "POST", f"/tasks/{ids['Hall']}/completion")
    send(alice, "POST", f"/tasks/{ids['Garden']}/completion")
    a_step(alice, ids["Garden"], "Fence")
    send(alice, "POST", f"/tasks/{ids['Garden']}/completion")

    answer = send(alice, "DELETE", "/tasks/completed")

    assert answer.toast == "Deleted 2 completed tasks."
    assert outline(alice) == {"House": {"Kitchen": {"Sink": {}, "Oven": {}}, "✓ Hall": {}}}
