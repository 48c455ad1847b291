"""The history says of tasks that were moved, changed and blocked what a person would say."""

import pytest

from tests.arranging import a_project, a_section, a_step, a_tree, send, undo
from tests.builders import Person


def told(person: Person) -> tuple[str, list[str]]:
    """What the newest entry says, and its changes as `name: before → after`."""
    page = person.browser.open("/history")
    changes = [
        f"{change.contents[0].strip()} {change.del_text} → {change.ins_text}"
        for change in map(Told, page.all(".history__item")[0].select(".history__change"))
    ]
    return page.words(".history__what > p:first-child")[0], changes


class Told:
    """One line of an entry."""

    def __init__(self, line: object) -> None:
        self.contents = line.contents  # type: ignore[attr-defined]
        self.del_text = "".join(part.get_text() for part in line.select("del"))  # type: ignore[attr-defined]
        self.ins_text = "".join(part.get_text() for part in line.select("ins"))  # type: ignore[attr-defined]


@pytest.fixture
def id(alice: Person) -> int:
    return alice.has("Paint")[0]


def test_a_move_names_the_places(alice: Person, id: int) -> None:
    work = a_project(alice, "Work")
    soon = a_section(alice, work, "Soon")

    send(alice, "PUT", f"/tasks/{id}", {"title": "Paint", "version": "1", "place": f"section-{soon}"})

    said, changes = told(alice)
    assert said == "You moved “Paint”"
    assert sorted(changes) == ["Project: Inbox → Work", "Section: none → Soon"]


def test_a_new_level_names_the_task(alice: Person) -> None:
    _, second = alice.has("Paint", "Brush")

    send(alice, "POST", f"/tasks/{second}/level")

    assert told(alice) == ("You moved “Brush”", ["Step of: none → Paint"])


def test_several_words_are_one_change(alice: Person, id: int) -> None:
    send(
        alice,
        "PUT",
        f"/tasks/{id}",
        {"title": "Paint", "notes": "Blue", "priority": "1", "step": "Brush", "version": "1"},
    )

    said, changes = told(alice)
    assert said == "You changed “Paint”"
    assert sorted(changes) == ["Notes:  → Blue", "Priority: none → 1"]


def test_a_step_and_what_it_opened_are_one_thing_added(alice: Person, id: int) -> None:
    send(alice, "POST", f"/tasks/{id}/completion")

    send(alice, "POST", f"/tasks/{id}/steps", {"title": "Brush"})

    assert told(alice)[0] == "You added “Brush”"
    assert undo(alice).toast == "Undid adding “Brush”."


def test_waiting_is_told_with_both_tasks(alice: Person, id: int) -> None:
    (other,) = alice.has("Buy paint")

    send(alice, "POST", f"/tasks/{id}/blockers", {"blocked_by": str(other)})

    assert told(alice)[0] == "You blocked “Paint, waiting for Buy paint”"


def test_a_place_that_is_gone_for_good_is_told_as_that(alice: Person, id: int) -> None:
    (second,) = alice.has("Brush")
    send(alice, "POST", f"/tasks/{second}/level")
    send(alice, "DELETE", f"/tasks/{second}/level")
    send(alice, "DELETE", f"/tasks/{id}")
    send(alice, "DELETE", f"/bin/{id}")

    lines = alice.browser.open("/history").words(".history__change")

    assert lines == [
        "Step of: something that is gone, or not shared with you none",
        "Step of: none something that is gone, or not shared with you",
    ]


def test_names_cost_one_query_for_each_kind(alice: Person, id: int, queries: list[str]) -> None:
    places = [f"section-{a_section(alice, a_project(alice, f'Project {n}'), 'S')}" for n in range(5)]
    for version, place in enumerate(places, 1):
        send(alice, "PUT", f"/tasks/{id}", {"title": "Paint", "version": str(version), "place": place})
    a_tree(alice, {"Other": {"Step": {}}})
    a_step(alice, id, "Brush")
    queries.clear()

    page = alice.browser.open("/history")

    assert len(page.words(".history__change")) == 10
    assert len(queries) == 10  # two of them are the sidebar's, one asks what builds on these changes
