"""What a task waits for: never itself, neither directly nor through others."""

import pytest

from tests.arranging import a_tree, house, redo, send, undo, waits
from tests.builders import Person
from tests.policies import NOBODYS

HUGE = [str(NOBODYS), str(2**63), str(2**64), "9" * 40]
SENSELESS = ["", "x", "-1", "0", "1.5", "1 OR 1=1", "\0", "١", "\ud800"]


@pytest.fixture
def ids(alice: Person) -> dict[str, int]:
    return a_tree(alice, {"A": {}, "B": {}, "C": {}})


def wait(person: Person, id: int, other: object) -> tuple[int, str]:
    """Let a task wait for another by its form: the status, and what is said."""
    page = send(person, "POST", f"/tasks/{id}/blockers", {"blocked_by": str(other)})
    return page.status, page.toast


def test_waiting_is_undone_and_done_again(alice: Person, ids: dict[str, int]) -> None:
    before = alice.browser.open(f"/tasks/{ids['A']}/blockers").words(".blockers__item")

    said = wait(alice, ids["A"], ids["B"])
    waiting = alice.browser.open(f"/tasks/{ids['A']}/blockers").words(".blockers__item a")
    undone = undo(alice).toast
    after = alice.browser.open(f"/tasks/{ids['A']}/blockers").words(".blockers__item")
    redo(alice)

    assert said == (200, "“A” waits for “B”.")
    assert (before, waiting, after) == ([], ["B"], [])
    assert undone == "Undid blocking “A, waiting for B”."
    assert alice.browser.open(f"/tasks/{ids['A']}/blockers").words(".blockers__item a") == ["B"]


def test_waiting_ends_by_its_button_and_begins_again(alice: Person, ids: dict[str, int]) -> None:
    wait(alice, ids["A"], ids["B"])

    ended = send(alice, "DELETE", f"/tasks/{ids['A']}/blockers/{ids['B']}")
    row = alice.browser.open("/tasks").one(f"#task-{ids['A']}")
    again = wait(alice, ids["A"], ids["B"])

    assert ended.toast == "“A” no longer waits for “B”."
    assert "task--blocked" not in row["class"]
    assert again == (200, "“A” waits for “B”.")


def test_nothing_waits_for_itself(alice: Person, ids: dict[str, int]) -> None:
    before = house(alice)

    assert wait(alice, ids["A"], ids["A"]) == (422, "A task cannot wait for itself.")
    assert house(alice) == before


def test_two_tasks_do_not_wait_for_each_other_even_through_others(alice: Person, ids: dict[str, int]) -> None:
    waits(alice, ids["A"], ids["B"])
    waits(alice, ids["B"], ids["C"])
    before = house(alice)

    direct, through = wait(alice, ids["B"], ids["A"]), wait(alice, ids["C"], ids["A"])

    assert direct == (422, "“A” already waits for “B”: neither could ever begin.")
    assert through == (422, "“A” already waits for “C”: neither could ever begin.")
    assert house(alice) == before


def test_an_undo_makes_no_ring_either(alice: Person, ids: dict[str, int]) -> None:
    wait(alice, ids["A"], ids["B"])
    ended = send(alice, "DELETE", f"/tasks/{ids['A']}/blockers/{ids['B']}")
    wait(alice, ids["B"], ids["A"])
    before = house(alice)

    answer = send(alice, "POST", str(ended.one("#undo")["formaction"]))

    assert answer.status == 409
    assert answer.toast.endswith("“B” already waits for “A”: neither could ever begin.")
    assert house(alice) == before


@pytest.mark.parametrize("other", [*HUGE, *SENSELESS])
def test_what_is_no_task_cannot_be_waited_for(alice: Person, ids: dict[str, int], other: str) -> None:
    before = house(alice)
    alice.browser.open("/tasks")

    answer = alice.browser.partial(
        "POST", f"/tasks/{ids['A']}/blockers", {"blocked_by": other.encode("utf-8", "surrogatepass")}
    )

    assert answer.status == (404 if other else 422)
    assert house(alice) == before


def test_what_is_foreign_deleted_or_missing_is_the_same(
    alice: Person, mallory: Person, ids: dict[str, int]
) -> None:
    (foreign,) = mallory.has("Hers")
    send(alice, "DELETE", f"/tasks/{ids['C']}")
    before = house(alice)
    alice.browser.open("/tasks")
    path = f"/tasks/{ids['A']}/blockers"

    answers = [
        alice.browser.partial(method, where, {"blocked_by": str(id)})
        for id in (foreign, ids["C"], NOBODYS)
        for method, where in (("POST", path), ("DELETE", f"{path}/{id}"), ("POST", f"{path}/{id}/delete"))
    ]

    assert {answer.status for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert house(alice) == before
    assert mallory.task(foreign).title == "Hers"


def test_a_task_waits_for_another_only_once(alice: Person, ids: dict[str, int]) -> None:
    wait(alice, ids["A"], ids["B"])
    before = house(alice)

    again = send(alice, "POST", f"/tasks/{ids['A']}/blockers", {"blocked_by": str(ids["B"])})

    assert again.all("#undo") == []
    assert house(alice) == before


def test_a_deleted_task_blocks_nothing_until_it_is_back(alice: Person, ids: dict[str, int]) -> None:
    waits(alice, ids["A"], ids["B"])
    send(alice, "DELETE", f"/tasks/{ids['B']}")

    free = alice.browser.open("/tasks").one(f"#task-{ids['A']}")
    undo(alice)

    assert "task--blocked" not in free["class"]
    assert "task--blocked" in alice.browser.open("/tasks").one(f"#task-{ids['A']}")["class"]


@pytest.mark.parametrize("text", ["\0", "B\0", "%", "_", "\\", "\ud800", "x" * 6000, "' OR 1=1 --", "  "])
def test_any_words_can_be_looked_for(alice: Person, ids: dict[str, int], text: str) -> None:
    alice.browser.open("/tasks")

    response = alice.browser.client.get(
        f"/tasks/{ids['A']}/blockers", query_string={"q": text.encode("utf-8", "surrogatepass")}
    )

    assert response.status_code == 200


def test_open_tasks_are_found_by_words_of_their_titles(alice: Person, mallory: Person) -> None:
    milk, _, done = alice.has("Buy milk", "Read", "Milk the cow")
    mallory.has("Spilt milk")
    send(alice, "POST", f"/tasks/{done}/completion")
    (other,) = alice.has("Bread")

    page = alice.browser.open(f"/tasks/{other}/blockers?q=MILK")

    assert page.words("[aria-label=Found] .step__title") == ["Buy milk"]
    assert page.one("[aria-label=Found] button")["value"] == str(milk)
