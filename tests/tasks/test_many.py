"""What is done to many tasks at once: one change, one undo; what does not fit stays and is told of."""

from typing import Any

import pytest
from sqlalchemy import insert

from tests.arranging import a_label, a_project, a_section, a_tree, house, outline, redo, send, undo
from tests.builders import Person
from webapp.clock import now
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.tasks.models import Task

SELECTION = "/tasks/selection"
VERBS: dict[str, dict[str, Any]] = {
    "completion": {},
    "date": {"when": "4 jan 2027 9am for 45 min"},
    "place": {"place": "project-{project}"},
    "labels": {"labels": "{label}"},
    "labels/delete": {"labels": "{label}"},
    "priority": {"priority": "1"},
    "copy": {},
    "deletion": {},
}


def to_all(person: Person, verb: str, ids: list[int], **fields: Any) -> Any:
    return send(person, "POST", f"{SELECTION}/{verb}", {"ids": [str(id) for id in ids], **fields})


def fields_for(person: Person, verb: str) -> dict[str, Any]:
    ids = {"project": a_project(person, "Work"), "label": a_label(person, "home")}
    return {name: text.format(**ids) for name, text in VERBS[verb].items()}


def standing(person: Person) -> list[Any]:
    """What people see; what was made and taken back stays as a deleted row."""
    return [row for row in house(person) if row[-1] is None]


def many(person: Person, count: int) -> list[int]:
    """That many tasks, put into the Inbox without the verbs."""
    home = person.workspace_id
    with person.app.app_context(), db.engine.begin() as connection:
        inbox = db.session.scalars(Project.inbox_of(home)).one().id
        row = {"workspace_id": home, "project_id": inbox, "created_at": now(), "created_by_id": person.id}
        same = {**row, "notes": "", "priority": 4, "version": 1}
        rows = [{**same, "title": f"Number {at}", "position": float(at)} for at in range(1, count + 1)]
        connection.execute(insert(Task), rows)
    with person.app.app_context():
        return list(db.session.scalars(db.select(Task.id).where(Task.workspace_id == home)))


@pytest.mark.parametrize("verb", VERBS)
def test_one_undo_takes_back_what_was_done_to_all_and_redo_does_it_again(alice: Person, verb: str) -> None:
    ids = a_tree(alice, {"House": {"Kitchen": {"Sink": {}}, "Hall": {}}, "Garden": {}, "Car": {}})
    a_label(alice, "work", ids["House"], ids["Sink"])
    fields = fields_for(alice, verb)
    if verb == "labels/delete":
        to_all(alice, "labels", list(ids.values())[:2], **fields)
    before, whole = standing(alice), [ids["House"], ids["Kitchen"], ids["Car"]]

    answer = to_all(alice, verb, whole, **fields)

    assert answer.status == 200
    after = standing(alice)
    assert after != before
    assert undo(alice).status == 200
    assert standing(alice) == before
    assert redo(alice).status == 200
    assert standing(alice) == after


def test_completing_several_is_one_entry_with_their_open_steps(alice: Person) -> None:
    ids = a_tree(alice, {"House": {"Kitchen": {}, "Hall": {}}, "Garden": {}, "Car": {}})

    answer = to_all(alice, "completion", [ids["House"], ids["Garden"]])

    assert answer.toast == "Completed 2 tasks."
    assert outline(alice) == {"✓ House": {"✓ Kitchen": {}, "✓ Hall": {}}, "✓ Garden": {}, "Car": {}}
    assert alice.browser.open("/history").words(".history__what")[0].startswith("You completed 4 tasks")


def test_several_move_to_the_end_in_their_order_and_steps_go_along(alice: Person) -> None:
    ids = a_tree(alice, {"House": {"Kitchen": {"Sink": {}}}, "Garden": {"Shed": {}}, "Car": {}})
    section = a_section(alice, a_project(alice, "Work"), "Soon")
    chosen = [ids[title] for title in ("Car", "Kitchen", "House", "Shed")]

    answer = to_all(alice, "place", chosen, place=f"section-{section}")

    assert answer.toast == "Moved 4 tasks to “Soon”."
    assert outline(alice) == {"House": {"Kitchen": {"Sink": {}}}, "Garden": {}, "Shed": {}, "Car": {}}
    assert {alice.task(ids[title]).section_id for title in ids if title != "Garden"} == {section}
    assert alice.task(ids["Garden"]).section_id is None


def test_duplicates_stand_behind_their_tasks_with_steps_and_labels(alice: Person) -> None:
    ids = a_tree(alice, {"House": {"Kitchen": {}}, "Garden": {}, "Car": {}})
    a_label(alice, "home", ids["House"], ids["Kitchen"])
    alice.browser.open("/tasks")
    alice.browser.partial("POST", f"/tasks/{ids['Car']}/completion")

    answer = to_all(alice, "copy", [ids["House"], ids["Kitchen"], ids["Car"]])

    assert answer.toast == "Duplicated 3 tasks."
    page = alice.browser.open("/tasks")
    assert page.titles == ["House", "House", "Garden", "Car", "Car"]
    assert page.words(".task__label") == ["home", "home"]
    assert outline(alice).keys() == {"House", "Garden", "Car", "✓ Car"}


def test_duplicating_where_no_number_is_left_keeps_the_order(alice: Person) -> None:
    ids = alice.has("One", "Two", "Three")
    with alice.app.app_context(), db.engine.begin() as connection:
        connection.execute(db.update(Task).values(position=1.0))

    to_all(alice, "copy", ids)

    assert alice.browser.open("/tasks").titles == ["One", "One", "Two", "Two", "Three", "Three"]
    undo(alice)
    assert alice.browser.open("/tasks").titles == ["One", "Two", "Three"]


def test_labels_are_added_and_taken_from_all_that_can_bear_them(alice: Person) -> None:
    one, two = alice.has("One", "Two")
    home, work = a_label(alice, "home", one), a_label(alice, "work")

    added = to_all(alice, "labels", [one, two], labels=[home, work])
    page = alice.browser.open("/tasks")

    assert added.toast == "Labelled 2 tasks."
    assert page.words(".task__label") == ["home", "work", "home", "work"]
    removed = to_all(alice, "labels/delete", [one, two], labels=[home])
    assert removed.toast == "Took labels from 2 tasks."
    assert alice.browser.open("/tasks").words(".task__label") == ["work", "work"]


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("completion", "Completed 2 of 5 tasks; 2 were deleted meanwhile and 1 was done already."),
        ("priority", "Gave priority 1 to 3 of 5 tasks; 2 were deleted meanwhile."),
        ("place", "Moved 3 of 5 tasks to “Work”; 2 were deleted meanwhile."),
        ("deletion", "Deleted 3 of 5 tasks; 2 were deleted meanwhile."),
    ],
)
def test_what_no_longer_fits_stays_and_is_told_of(alice: Person, verb: str, said: str) -> None:
    ids = alice.has("One", "Two", "Three", "Four", "Five")
    fields = fields_for(alice, verb)
    to_all(alice, "deletion", ids[:2])
    to_all(alice, "completion", ids[2:3])
    gone = [alice.task(id).version for id in ids[:2]]

    answer = to_all(alice, verb, ids, **fields)

    assert (answer.status, answer.toast) == (200, said)
    assert [alice.task(id).version for id in ids[:2]] == gone


def test_where_nothing_fits_nothing_is_changed_and_that_is_said(alice: Person) -> None:
    ids = alice.has("One", "Two")
    to_all(alice, "completion", ids)

    answer = to_all(alice, "completion", ids)

    assert answer.toast == "Nothing was changed: 2 were done already."
    assert answer.all("#undo") == []


# The person, the tasks and, for a change of place or of labels, those. Then the change itself, for tasks
# that hang on them too; raising the workspace's number and two for the log. Then the answer says so.
@pytest.mark.parametrize("verb", VERBS)
def test_a_thousand_take_few_statements(alice: Person, queries: list[str], verb: str) -> None:
    ids = many(alice, 999)
    ids.append(alice.has_step(ids[0], "A step"))
    fields = fields_for(alice, verb)
    if verb == "labels/delete":
        to_all(alice, "labels", ids, **fields)
    alice.browser.open("/tasks")
    queries.clear()

    answer = alice.browser.partial("POST", f"{SELECTION}/{verb}", {"ids": [*map(str, ids)], **fields})

    assert answer.status == 200
    assert "1000 tasks" in answer.toast
    assert len(queries) <= 12, "\n".join(query[:150] for query in queries)
