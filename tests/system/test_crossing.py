"""What hangs on another row of a task's room hangs on one of its own workspace: plain SQL is refused."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.arranging import a_label, a_project, a_section
from tests.builders import Person
from webapp.extensions import db

# Each refers from a row of Mallory's to one of Alice's, or the other way round.
CROSSING = {
    "a step of a foreign task": "UPDATE task SET parent_id = :task WHERE id = :own_task",
    "a task in a foreign section": "UPDATE task SET section_id = :section WHERE id = :own_task",
    "a foreign task in one's own section": "UPDATE task SET section_id = :own_section WHERE id = :task",
    "a section of a foreign project": "UPDATE section SET project_id = :project WHERE id = :own_section",
    "a project in a foreign one": "UPDATE project SET parent_id = :project WHERE id = :own_project",
    "waiting for a foreign task": """
        INSERT INTO blocker (workspace_id, task_id, blocked_by_id, version)
        VALUES (:own_workspace, :own_task, :task, 1)
    """,
    "letting a foreign task wait": """
        INSERT INTO blocker (workspace_id, task_id, blocked_by_id, version)
        VALUES (:own_workspace, :task, :own_task, 1)
    """,
    "a foreign label": """
        INSERT INTO task_label (workspace_id, task_id, label_id, version)
        VALUES (:own_workspace, :own_task, :label, 1)
    """,
    "one's own label on a foreign task": """
        INSERT INTO task_label (workspace_id, task_id, label_id, version)
        VALUES (:own_workspace, :task, :own_label, 1)
    """,
    "a foreign favourite": """
        INSERT INTO favourite (workspace_id, user_id, project_id, name, version)
        VALUES (:own_workspace, :user, :project, 'Spied', 1)
    """,
    "folding a foreign project": """
        INSERT INTO folded_project (workspace_id, project_id, user_id)
        VALUES (:own_workspace, :project, :user)
    """,
    "folding a foreign section": """
        INSERT INTO folded_section (workspace_id, section_id, user_id)
        VALUES (:own_workspace, :section, :user)
    """,
}


@pytest.fixture
def rows(alice: Person, mallory: Person) -> dict[str, int]:
    """One of each kind of row of Alice's, and of Mallory's own."""
    return {**_rows(alice, ""), **_rows(mallory, "own_"), "user": mallory.id}


def _rows(person: Person, prefix: str) -> dict[str, int]:
    (task,) = person.has("Put the bins out")
    project = a_project(person, "Household")
    found = {
        "task": task,
        "project": project,
        "section": a_section(person, project, "Soon"),
        "label": a_label(person, "home"),
        "workspace": person.workspace_id,
    }
    return {f"{prefix}{name}": id for name, id in found.items()}


def _execute(person: Person, statement: str, parameters: dict[str, Any]) -> None:
    with person.app.app_context(), db.engine.begin() as connection:
        connection.execute(text(statement), parameters)


@pytest.mark.parametrize("crossing", CROSSING)
def test_the_database_refuses_what_crosses_workspaces(
    mallory: Person, rows: dict[str, int], crossing: str
) -> None:
    statement = CROSSING[crossing]

    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        _execute(mallory, statement, rows)


@pytest.mark.parametrize("crossing", CROSSING)
def test_the_same_within_one_workspace_is_accepted(
    mallory: Person, rows: dict[str, int], crossing: str
) -> None:
    (other,) = mallory.has("Another")
    own = {name: rows[f"own_{name.removeprefix('own_')}"] for name in rows if name != "user"}

    _execute(mallory, CROSSING[crossing], {**own, "task": other, "user": mallory.id})


@pytest.mark.parametrize("priority", [0, 5, -1])
def test_a_priority_is_one_of_four_in_the_database_too(
    mallory: Person, rows: dict[str, int], priority: int
) -> None:
    with pytest.raises(IntegrityError):
        _execute(
            mallory,
            "UPDATE task SET priority = :priority WHERE id = :own_task",
            {**rows, "priority": priority},
        )
