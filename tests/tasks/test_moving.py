"""Moving a task with its steps to another project or section, with the full editor."""

import pytest

from tests.arranging import (
    a_label,
    a_project,
    a_section,
    a_step,
    a_tree,
    acting,
    house,
    outline,
    redo,
    send,
    undo,
)
from tests.builders import Person
from tests.policies import NOBODYS
from webapp.clock import now
from webapp.errors import Invalid
from webapp.projects.sections import Section
from webapp.tasks.models import Task

SENSELESS = ["x", "project-", "section-0", "project--1", "project-1.5", "task-1", "project-١", "project-\0"]
HUGE = [f"{kind}-{id}" for kind in ("project", "section") for id in (NOBODYS, 2**63, 2**64)]


@pytest.fixture
def ids(alice: Person) -> dict[str, int]:
    """A task with steps, one of them deleted."""
    ids = a_tree(alice, {"House": {"Kitchen": {"Sink": {}}, "Hall": {}}})
    send(alice, "DELETE", f"/tasks/{ids['Hall']}")
    return ids


def move(person: Person, id: int, place: str, title: str = "House") -> int:
    fields = {"title": title, "version": str(person.task(id).version), "place": place}
    return send(person, "PUT", f"/tasks/{id}", fields).status


def places_of(person: Person, ids: dict[str, int]) -> set[tuple[int, int | None]]:
    return {(task.project_id, task.section_id) for task in (person.task(id) for id in ids.values())}


def test_a_task_moves_with_all_its_steps_and_back(alice: Person, ids: dict[str, int]) -> None:
    work = a_project(alice, "Work")
    soon = a_section(alice, work, "Soon")
    a_label(alice, "home", ids["Sink"])
    states = [house(alice)]

    for place, where in ((f"project-{work}", (work, None)), (f"section-{soon}", (work, soon))):
        assert move(alice, ids["House"], place) == 200
        assert places_of(alice, ids) == {where}
        states.append(house(alice))
    for state in reversed(states[:-1]):
        undo(alice)
        assert house(alice) == state
    for state in states[1:]:
        redo(alice)
        assert house(alice) == state

    send(alice, "POST", f"/tasks/{ids['Hall']}/deletion/delete")
    assert outline(alice) == {"House": {"Kitchen": {"Sink": {}}, "Hall": {}}}


def test_a_step_that_is_moved_hangs_on_nothing_there(alice: Person, ids: dict[str, int]) -> None:
    work = a_project(alice, "Work")

    move(alice, ids["Kitchen"], f"project-{work}", "Kitchen")

    assert outline(alice) == {"House": {}, "Kitchen": {"Sink": {}}}
    assert alice.task(ids["Sink"]).project_id == work


def test_saving_where_it_stands_moves_nothing(alice: Person, ids: dict[str, int]) -> None:
    before, place = house(alice), f"project-{alice.task(ids['Kitchen']).project_id}"

    assert move(alice, ids["Kitchen"], place, "Kitchen") == 200
    assert house(alice) == before


@pytest.mark.parametrize("place", [*SENSELESS, *HUGE])
def test_a_place_that_is_none_is_refused_and_what_was_typed_stays(
    alice: Person, ids: dict[str, int], place: str
) -> None:
    before = house(alice)
    fields = {"title": "Typed", "notes": "Typed too", "version": "1", "place": place}

    answer = send(alice, "PUT", f"/tasks/{ids['House']}", fields)

    assert answer.status == 422
    assert answer.words(".field__error") == ["This place is no longer there. Choose another."]
    assert answer.one("[name=title]").get_text() == "Typed"
    assert answer.one("[name=notes]").get_text() == "Typed too"
    assert house(alice) == before


def test_a_foreign_place_is_as_if_it_were_missing_and_a_deleted_one_says_so(
    alice: Person, mallory: Person, ids: dict[str, int]
) -> None:
    hers = a_project(mallory, "Hers")
    theirs, gone = a_section(mallory, hers, "Hers"), a_section(alice, a_project(alice, "Work"), "Gone")
    delete_section(alice, gone)
    before = house(alice), house(mallory)
    places = [f"project-{hers}", f"section-{theirs}", f"section-{gone}", f"project-{NOBODYS}"]

    answers = [
        send(alice, "PUT", f"/tasks/{ids['House']}", {"title": "House", "version": "1", "place": place})
        for place in places
    ]

    assert [answer.status for answer in answers] == [422] * 4
    words = [" ".join(answer.words(".field__error")) for answer in answers]
    nowhere = "This place is no longer there. Choose another."
    deleted = "“Gone” was deleted meanwhile. Copy your text, then reload the page."
    assert words == [nowhere, nowhere, deleted, nowhere]
    assert (house(alice), house(mallory)) == before


def delete_section(person: Person, id: int) -> None:
    with acting(person) as (session, user):
        session.get_one(Section, (user.workspace_id, id)).delete(by=user, now=now())


def test_a_move_is_not_undone_where_a_new_step_would_stay_behind(alice: Person, ids: dict[str, int]) -> None:
    work = a_project(alice, "Work")
    move(alice, ids["House"], f"project-{work}")
    undoing = newest_undo(alice)
    a_step(alice, ids["House"], "Garden")
    before = house(alice)

    answer = send(alice, "POST", undoing)

    assert answer.status == 409
    assert answer.toast.endswith("It has got steps since, which would stay behind.")
    assert house(alice) == before


def newest_undo(person: Person) -> str:
    return str(person.browser.open("/history").all(".history__undo")[0]["formaction"])


def test_a_move_is_not_undone_into_a_section_that_is_gone(alice: Person, ids: dict[str, int]) -> None:
    work = a_project(alice, "Work")
    soon = a_section(alice, work, "Soon")
    move(alice, ids["House"], f"section-{soon}")
    move(alice, ids["House"], f"project-{work}")
    undoing = newest_undo(alice)
    delete_section(alice, soon)
    before = house(alice)

    answer = send(alice, "POST", undoing)

    assert answer.status == 409
    assert answer.toast.endswith("cannot be undone: The place where it was is gone.")
    assert house(alice) == before


def test_a_section_is_not_taken_back_from_under_its_tasks(alice: Person, ids: dict[str, int]) -> None:
    soon = a_section(alice, a_project(alice, "Work"), "Soon")
    undoing = newest_undo(alice)
    move(alice, ids["House"], f"section-{soon}")
    before = house(alice)

    answer = send(alice, "POST", undoing)

    assert answer.status == 409
    assert answer.toast == (
        "Adding “Soon” cannot be undone: It has got tasks since, which would stay behind."
    )
    assert house(alice) == before


def test_a_tree_whose_section_is_gone_comes_back_without_one(alice: Person, ids: dict[str, int]) -> None:
    soon = a_section(alice, a_project(alice, "Work"), "Soon")
    move(alice, ids["House"], f"section-{soon}")
    send(alice, "DELETE", f"/tasks/{ids['House']}")
    delete_section(alice, soon)

    send(alice, "POST", f"/tasks/{ids['House']}/deletion/delete")

    standing = {title: id for title, id in ids.items() if title != "Hall"}
    assert {section_id for _, section_id in places_of(alice, standing)} == {None}
    assert outline(alice) == {"House": {"Kitchen": {"Sink": {}}}}


def test_putting_a_task_under_itself_or_its_own_step_is_refused(alice: Person, ids: dict[str, int]) -> None:
    before = house(alice)

    for under in ("House", "Kitchen", "Sink"):
        with pytest.raises(Invalid, match="A task cannot be a step of itself"):
            put_under(alice, ids["House"], ids[under])

    assert house(alice) == before


def put_under(person: Person, id: int, parent_id: int) -> None:
    with acting(person) as (session, user):
        task, parent = (session.get_one(Task, (user.workspace_id, one)) for one in (id, parent_id))
        task.put_under(session, parent, by=user, now=now())


def test_what_stays_where_it_is_is_not_recorded_when_its_task_is_put_elsewhere(alice: Person) -> None:
    ids = a_tree(alice, {"First": {}, "House": {"Kitchen": {}}})

    send(alice, "POST", f"/tasks/{ids['House']}/level")

    assert alice.task(ids["House"]).version == 2
    assert alice.task(ids["Kitchen"]).version == 1
