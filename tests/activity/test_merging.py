"""Two people edit the same task: what each of them changed is kept, or both texts are shown."""

import itertools

import pytest
from sqlalchemy import delete

from tests.arranging import a_project, a_section, a_step, house, send
from tests.builders import Person
from tests.pages import Page, form_values
from webapp.activity.models import Activity
from webapp.database import writing
from webapp.extensions import db
from webapp.projects.models import Project


def put(person: Person, id: int, fields: dict[str, str], version: int) -> Page:
    """Save the full editor as it was made at a version."""
    return send(person, "PUT", f"/tasks/{id}", {**fields, "version": str(version)})


def kept(person: Person, id: int) -> dict[str, str]:
    task = person.task(id)
    return {"title": task.title, "notes": task.notes, "priority": str(task.priority)}


def test_where_the_log_does_not_reach_back_all_that_differs_is_shown(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    put(alice, id, {"title": "First", "notes": "Hers", "priority": "1"}, 1)
    home = alice.workspace_id
    with alice.app.app_context(), writing() as session:
        session.execute(delete(Activity).where(Activity.workspace_id == home))
    before = house(alice)

    answer = put(bob, id, {"title": "His", "notes": "", "priority": "1"}, 1)

    assert answer.status == 409
    assert {"First", "Hers"} <= set(answer.words(".choice__text"))
    assert "Priority" not in answer.words(".choice__label")
    assert house(alice) == before


@pytest.mark.parametrize("version", ["0", "", "x", "99", "-1", str(2**63), "9" * 30])
def test_a_version_that_never_was_overwrites_nothing(alice: Person, version: str) -> None:
    (id,) = alice.has("First")
    put(alice, id, {"title": "Second"}, 1)

    answer = send(alice, "PUT", f"/tasks/{id}", {"title": "Third", "version": version})

    assert answer.status == 409
    assert alice.task(id).title == "Second"


@pytest.fixture
def places(alice: Person) -> dict[str, str]:
    """Where a task may go, as a form says it."""
    work, home = a_project(alice, "Work"), alice.workspace_id
    with alice.app.app_context():
        inbox = db.session.scalars(Project.inbox_of(home)).one().id
    return {
        "Inbox": f"project-{inbox}",
        "Work": f"project-{work}",
        "Work / Soon": f"section-{a_section(alice, work, 'Soon')}",
        "Work / Later": f"section-{a_section(alice, work, 'Later')}",
        "Inbox / Here": f"section-{a_section(alice, inbox, 'Here')}",
    }


def test_two_moves_never_mix_to_a_third_place(alice: Person, places: dict[str, str]) -> None:
    wrong: list[object] = []
    for start, hers, his in itertools.product(places, repeat=3):
        (id,) = alice.has("First")
        put(alice, id, {"title": "First", "place": places[start]}, 1)
        version = alice.task(id).version
        put(alice, id, {"title": "First", "place": places[hers]}, version)

        answer = put(alice, id, {"title": "First", "place": places[his]}, version)

        expected = hers if his in (start, hers) else his if hers == start else None
        now_at = place_of(alice, id)
        if now_at != places[expected or hers] or (answer.status == 409) != (expected is None):
            wrong.append((start, hers, his, now_at, answer.status))
        elif expected is None and answer.words(".choice__text") != [his, hers]:
            wrong.append((start, hers, his, answer.words(".choice__text")))
    assert wrong == []


def place_of(person: Person, id: int) -> str:
    task = person.task(id)
    return f"section-{task.section_id}" if task.section_id else f"project-{task.project_id}"


def test_a_move_does_not_undo_that_somebody_made_it_a_step(alice: Person, places: dict[str, str]) -> None:
    parent, id = alice.has("Parent", "First")
    send(alice, "POST", f"/tasks/{id}/level")

    answer = put(alice, id, {"title": "First", "place": places["Work"]}, 1)

    assert answer.status == 409
    assert answer.words(".choice__text") == ["Work", "Inbox, as a step"]
    assert alice.task(id).parent_id == parent


def test_a_move_and_a_conflict_in_the_title_leave_the_move(alice: Person, places: dict[str, str]) -> None:
    (id,) = alice.has("First")
    put(alice, id, {"title": "Hers", "place": places["Work / Soon"]}, 1)

    answer = put(alice, id, {"title": "His", "place": places["Inbox"]}, 1)
    again = form_values(answer.one("form.editor"))
    saved = put(alice, id, {"title": again["title"], "place": again["place"]}, int(again["version"]))

    assert (answer.status, saved.status) == (409, 200)
    assert alice.task(id).title == "His"
    assert place_of(alice, id) == places["Work / Soon"]


def test_a_step_that_was_typed_stays_in_the_form_after_a_conflict(alice: Person) -> None:
    (id,) = alice.has("First")
    put(alice, id, {"title": "Hers"}, 1)

    answer = put(alice, id, {"title": "His", "step": "A step"}, 1)

    assert answer.one("[name=step]")["value"] == "A step"
    assert alice.browser.open(f"/tasks/{id}").words(".step__title") == []


def test_the_title_alone_merges_with_notes_that_somebody_else_wrote(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    a_step(alice, id, "Unrelated")
    put(alice, id, {"title": "First", "notes": "Hers"}, 1)

    answer = send(bob, "PUT", f"/tasks/{id}/title", {"title": "His", "version": "1"})

    assert answer.status == 200
    assert kept(alice, id) == {"title": "His", "notes": "Hers", "priority": "4"}


def test_what_was_changed_and_taken_back_is_no_change(alice: Person, bob: Person) -> None:
    (id,) = alice.has("First")
    put(alice, id, {"title": "Hers"}, 1)
    send(alice, "POST", "/history/undo")

    answer = put(bob, id, {"title": "His"}, 1)

    assert answer.status == 200
    assert alice.task(id).title == "His"
