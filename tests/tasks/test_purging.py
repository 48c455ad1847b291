"""What is deleted for good goes with all that hangs on it, and nothing else does."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.builders import Person
from tests.contents import contents
from tests.houses import (
    deleted,
    doing,
    favourite,
    folded,
    folded_inside,
    label,
    labelled,
    project,
    row,
    section,
    share,
    step,
    task,
    waiting,
)
from webapp.clock import now
from webapp.extensions import db
from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.labels import Label
from webapp.tasks.models import Task
from webapp.tasks.purging import purge_labels, purge_projects, purge_sections, purge_tasks

EMPTIED = (
    "task",
    "section",
    "task_label",
    "blocker",
    "favourite",
    "folded_section",
    "folded_project",
    "project_member",
)


def rows_of(person: Person, *tables: str) -> dict[str, int]:
    """How many rows there are of each kind."""
    kept = contents(person.app)
    return {table: len(kept[table]) for table in tables}


def furnished(person: Person, project_id: int) -> dict[str, int]:
    """A project with everything that can be in one; the ids."""
    place = section(person, project_id, "Later")
    first, second = task(person, "First", project_id=project_id), task(person, "Second", section_id=place)
    deeper = step(person, step(person, second, "Step"), "Deeper")
    word = label(person, f"word {project_id}")
    labelled(person, deeper, word)
    waiting(person, first, second)
    favourite(person, project_id)
    folded_inside(person, project_id)
    folded(person, place)
    return {"section": place, "first": first, "second": second, "deeper": deeper, "label": word}


def purged(person: Person, purge: Any, *conditions: Any) -> int:
    return int(doing(person, lambda session, _by: purge(session, *conditions)))


def test_a_task_goes_with_its_steps_labels_and_what_waits_for_it(alice: Person) -> None:
    work = project(alice, "Work")
    ids = furnished(alice, work)
    deleted(alice, Task, ids["second"])

    count = purged(alice, purge_tasks)

    assert count == 3
    assert rows_of(alice, "task", "task_label", "blocker") == {"task": 1, "task_label": 0, "blocker": 0}
    assert rows_of(alice, "label", "section", "project") == {"label": 1, "section": 1, "project": 2}
    assert not row(alice, Task, ids["first"]).is_deleted


def test_what_is_not_in_the_bin_is_never_purged(alice: Person) -> None:
    furnished(alice, project(alice, "Work"))
    before = contents(alice.app)

    counts = [purged(alice, purge) for purge in (purge_projects, purge_sections, purge_tasks, purge_labels)]

    assert counts == [0, 0, 0, 0]
    assert contents(alice.app) == before


def test_a_label_goes_from_all_tasks_and_they_stay(alice: Person) -> None:
    ids = furnished(alice, project(alice, "Work"))
    deleted(alice, Label, ids["label"])

    count = purged(alice, purge_labels)

    assert count == 1
    assert rows_of(alice, "label", "task_label", "task") == {"label": 0, "task_label": 0, "task": 4}


def test_a_project_goes_with_all_that_is_in_it_and_under_it(alice: Person, bob: Person) -> None:
    work = project(alice, "Work")
    furnished(alice, work)
    furnished(alice, project(alice, "Beneath", project(alice, "Under", work)))
    share(alice, work, bob)
    favourite(bob, work)
    members = rows_of(alice, "project_member")["project_member"]
    deleted(alice, Project, work)

    count = purged(alice, purge_projects)

    assert count == 3
    assert rows_of(alice, *EMPTIED) == {**dict.fromkeys(EMPTIED, 0), "project_member": members - 4}
    assert {kept.name for kept in contents(alice.app)["project"]} == {"Inbox"}


def test_a_project_beside_the_one_that_goes_keeps_everything(alice: Person) -> None:
    furnished(alice, project(alice, "Kept"))
    before = rows_of(alice, *EMPTIED)
    gone = project(alice, "Gone")
    furnished(alice, gone)
    deleted(alice, Project, gone)

    purged(alice, purge_projects)

    assert rows_of(alice, *EMPTIED) == before


def test_a_section_goes_with_the_tasks_deleted_with_it_and_lets_go_of_the_others(alice: Person) -> None:
    work = project(alice, "Work")
    place = section(alice, work, "Later")
    folded(alice, place)
    together, alone = task(alice, "Together", section_id=place), task(alice, "Alone", section_id=place)
    deleted(alice, Task, alone)
    instant = now() + timedelta(seconds=1)

    def delete_both(session: Any, by: Any) -> None:
        for model, id in ((Section, place), (Task, together)):
            session.get_one(model, (by.workspace_id, id)).delete(by=by, now=instant)

    doing(alice, delete_both)

    count = purged(alice, purge_sections)

    assert count == 1
    assert rows_of(alice, "section", "folded_section") == {"section": 0, "folded_section": 0}
    assert [kept.title for kept in contents(alice.app)["task"]] == ["Alone"]
    assert row(alice, Task, alone).section_id is None


def test_a_purge_takes_the_same_few_statements_however_much_there_is(
    alice: Person, queries: list[str]
) -> None:
    costs = []
    for names in (["Work"], ["Home", "Garden", "Boat"]):
        for name in names:
            place = project(alice, name)
            furnished(alice, place)
            deleted(alice, Project, place)
        queries.clear()
        purged(alice, purge_projects)
        costs.append(len(queries))

    assert costs[0] == costs[1] <= 20


def test_a_purge_goes_on_where_a_statement_is_full(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webapp.tasks.purging.AT_ONCE", 2)
    work = project(alice, "Work")
    for _ in range(3):
        step(alice, step(alice, task(alice, "Task", project_id=work), "Step"), "Deeper")
    deleted(alice, Project, work)

    count = purged(alice, purge_projects)

    assert count == 1
    assert rows_of(alice, "task") == {"task": 0}


def test_what_was_purged_cannot_be_undone_into_being(alice: Person) -> None:
    id = task(alice, "First")
    deleted(alice, Task, id)
    purged(alice, purge_tasks)
    alice.browser.open("/tasks")

    answer = alice.browser.partial("POST", "/history/undo")

    assert (
        answer.toast
        == "Deleting “First” cannot be undone: “First” is gone for good, or you may no longer change it."
    )
    with alice.app.app_context():
        assert db.session.scalars(select(Task.id).where(Task.workspace_id == alice.workspace_id)).all() == []
