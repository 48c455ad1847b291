"""Who may do what to a task: owner and editor everything, a viewer nothing, a stranger not even know."""

import pytest
from flask import Flask

from tests.builders import Person, make_person

CHANGES = [
    ("PUT", "/tasks/{id}", {"title": "Mine", "version": "1"}),
    ("POST", "/tasks/{id}", {"title": "Mine", "version": "1"}),
    ("POST", "/tasks/{id}/completion", {}),
    ("DELETE", "/tasks/{id}/completion", {}),
    ("POST", "/tasks/{id}/completion/delete", {}),
    ("DELETE", "/tasks/{id}", {}),
    ("POST", "/tasks/{id}/delete", {}),
    ("DELETE", "/tasks/{id}/deletion", {}),
    ("POST", "/tasks/{id}/deletion/delete", {"title": "Mine", "version": "1"}),
]
READS: list[tuple[str, str, dict[str, str]]] = [("GET", "/tasks/{id}", {}), ("GET", "/tasks/{id}/edit", {})]


@pytest.fixture
def viewer(app: Flask, alice: Person) -> Person:
    """Somebody who may look at Alice's Inbox."""
    return make_person(app, "Vera").joining(alice, "viewer")


@pytest.mark.parametrize(("method", "path", "fields"), CHANGES)
def test_an_editor_may_change_the_owners_task(
    alice: Person, bob: Person, method: str, path: str, fields: dict[str, str]
) -> None:
    (id,) = alice.has("Hers")
    bob.browser.open("/tasks")

    answer = bob.browser.partial(method, path.format(id=id), fields)

    assert answer.status == 200


@pytest.mark.parametrize(("method", "path", "fields"), CHANGES)
def test_a_viewer_may_not_change_it(
    alice: Person, viewer: Person, method: str, path: str, fields: dict[str, str]
) -> None:
    (id,) = alice.has("Hers")
    before = state(alice, id)
    viewer.browser.open("/tasks")

    answer = viewer.browser.partial(method, path.format(id=id), fields)

    assert answer.status == 403
    assert state(alice, id) == before


@pytest.mark.parametrize(("method", "path", "fields"), CHANGES + READS)
def test_a_stranger_finds_nothing_there(
    alice: Person, mallory: Person, method: str, path: str, fields: dict[str, str]
) -> None:
    (id,) = alice.has("Hers")
    before = state(alice, id)
    mallory.browser.open("/tasks")

    foreign = mallory.browser.partial(method, path.format(id=id), fields)
    missing = mallory.browser.partial(method, path.format(id=id + 1000), fields)

    assert (foreign.status, missing.status) == (404, 404)
    assert foreign.text == missing.text
    assert state(alice, id) == before


def test_a_viewer_sees_rows_without_controls(alice: Person, viewer: Person) -> None:
    alice.has("Hers")

    page = viewer.browser.open("/tasks")

    assert page.titles == ["Hers"]
    assert page.all(".task button") == []


def test_a_viewer_may_not_open_the_editor(alice: Person, viewer: Person) -> None:
    (id,) = alice.has("Hers")

    page = viewer.browser.open(f"/tasks/{id}/edit")

    assert page.status == 403


@pytest.mark.parametrize("path", ["/tasks/completion", "/tasks/completed/delete", "/tasks/completion/delete"])
def test_changing_all_spares_what_one_may_only_see(alice: Person, viewer: Person, path: str) -> None:
    (open,), (done,) = alice.has("Open"), alice.has("Done", completed=True)
    viewer.has("Own")
    before = state(alice, open), state(alice, done)
    viewer.browser.open("/tasks")

    viewer.browser.partial("POST", path)

    assert (state(alice, open), state(alice, done)) == before


def test_whoever_may_edit_what_was_changed_may_take_it_back_and_no_stranger(
    alice: Person, bob: Person, mallory: Person
) -> None:
    (id,) = alice.has("Hers")
    alice.browser.open("/tasks")
    undo = alice.browser.partial("POST", "/tasks/completion").one("#undo")
    for person in (mallory, bob):
        person.browser.open("/tasks")

    refused = mallory.browser.partial("POST", str(undo["hx-post"]))
    completed = alice.task(id).is_completed
    bob.browser.partial("POST", str(undo["hx-post"]))

    assert (refused.status, completed) == (404, True)
    assert not alice.task(id).is_completed


def state(person: Person, id: int) -> tuple[object, ...]:
    task = person.task(id)
    return task.title, task.version, task.completed_at, task.deleted_at
