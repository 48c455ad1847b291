"""A row lives in one workspace for ever: the database itself refuses what crosses between two."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import UniqueConstraint, inspect, text
from sqlalchemy.exc import IntegrityError

from tests.builders import Person
from webapp.clock import now
from webapp.database import Base, InWorkspace, writing
from webapp.extensions import db, metadata
from webapp.projects.models import Project
from webapp.tasks.models import Task

# Tables that say who there is and where; everything else is what people keep, and lives in a workspace.
OF_THE_INSTANCE = {
    *("workspace", "workspace_member", "user", "session", "password_reset"),
    *("attempt", "sent_form"),
}
CLASSES: dict[str, type[Any]] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers
}
TABLES = metadata.tables
HOUSED = sorted(name for name, class_ in CLASSES.items() if issubclass(class_, InWorkspace))

NEW_TASK = """
    INSERT INTO task (
        workspace_id, project_id, title, notes, priority, position, version, created_at, created_by_id
    )
    VALUES (:workspace_id, :project_id, 'Spy', '', 4, 1, 1, '2026-11-22 12:00:00+00:00', :user_id)
"""
NEW_MEMBER = """
    INSERT INTO project_member (workspace_id, project_id, user_id, role)
    VALUES (:workspace_id, :project_id, :user_id, :role)
"""
NEW_PROJECT = """
    INSERT INTO project (workspace_id, name, folded_name, hue, emoji, position, version, is_inbox)
    VALUES (:workspace_id, 'Second', 'second', 0, '', 1, 1, :is_inbox)
"""


@pytest.fixture
def inboxes(alice: Person, mallory: Person) -> dict[str, dict[str, int]]:
    """The parameters by which plain SQL refers to each person's own Inbox."""
    return {person.name: _own_inbox(person) for person in (alice, mallory)}


def _own_inbox(person: Person) -> dict[str, int]:
    workspace_id = person.workspace_id
    with person.app.app_context():
        inbox = db.session.scalars(Project.inbox_of(workspace_id)).one()
        return {"workspace_id": workspace_id, "project_id": inbox.id, "user_id": person.id}


def _execute(app: Flask, statement: str, parameters: dict[str, Any]) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text(statement), parameters)


def test_a_task_in_another_workspaces_project_is_refused(
    app: Flask, inboxes: dict[str, dict[str, int]]
) -> None:
    crossing = {**inboxes["Mallory"], "project_id": inboxes["Alice"]["project_id"]}

    with pytest.raises(IntegrityError):
        _execute(app, NEW_TASK, crossing)

    _execute(app, NEW_TASK, inboxes["Mallory"])


def test_a_task_cannot_be_moved_into_another_workspaces_project(
    alice: Person, mallory: Person, inboxes: dict[str, dict[str, int]]
) -> None:
    (id,) = mallory.has("Spy")

    for column, value in (("project_id", "project_id"), ("workspace_id", "workspace_id")):
        with pytest.raises(IntegrityError):
            _execute(
                alice.app,
                f"UPDATE task SET {column} = :value WHERE id = :id",
                {"value": inboxes["Alice"][value], "id": id},
            )

    assert alice.browser.open("/tasks").titles == []


def test_a_member_of_another_workspaces_project_is_refused(
    app: Flask, inboxes: dict[str, dict[str, int]]
) -> None:
    mallory = inboxes["Mallory"]
    crossing = {**mallory, "project_id": inboxes["Alice"]["project_id"], "role": "editor"}

    with pytest.raises(IntegrityError):
        _execute(app, NEW_MEMBER, crossing)


def test_a_workspace_has_one_inbox(app: Flask, inboxes: dict[str, dict[str, int]]) -> None:
    with pytest.raises(IntegrityError):
        _execute(app, NEW_PROJECT, {**inboxes["Alice"], "is_inbox": True})

    _execute(app, NEW_PROJECT, {**inboxes["Alice"], "is_inbox": False})


@pytest.mark.parametrize("role", ["admin", "", "Owner"])
def test_a_member_has_one_of_three_roles(
    app: Flask, inboxes: dict[str, dict[str, int]], mallory: Person, role: str
) -> None:
    newcomer = {**inboxes["Alice"], "user_id": mallory.id}

    with pytest.raises(IntegrityError):
        _execute(app, NEW_MEMBER, {**newcomer, "role": role})

    _execute(app, NEW_MEMBER, {**newcomer, "role": "viewer"})


def test_nobody_is_a_member_of_a_project_twice(app: Flask, inboxes: dict[str, dict[str, int]]) -> None:
    with pytest.raises(IntegrityError):
        _execute(app, NEW_MEMBER, {**inboxes["Alice"], "role": "viewer"})


def test_what_people_keep_lives_in_workspaces() -> None:
    assert set(TABLES) - OF_THE_INSTANCE == set(HOUSED)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_keeps_the_ids_it_gave(name: str) -> None:
    assert TABLES[name].dialect_options["sqlite"]["autoincrement"] is True


@pytest.mark.parametrize("name", sorted(TABLES))
def test_no_foreign_key_changes_rows_by_itself(name: str) -> None:
    for key in TABLES[name].foreign_key_constraints:
        assert (key.ondelete, key.onupdate) == (None, None)


@pytest.mark.parametrize("name", HOUSED)
def test_other_rows_can_refer_to_a_row_together_with_its_workspace(name: str) -> None:
    assert ["workspace_id", "id"] in [_columns(key) for key in _unique(name)]
    assert TABLES[name].c.workspace_id.nullable is False


@pytest.mark.parametrize("name", HOUSED)
def test_references_between_rows_of_workspaces_name_the_workspace(name: str) -> None:
    for key in TABLES[name].foreign_key_constraints:
        if key.referred_table.name in HOUSED:
            assert key.columns.keys()[0] == "workspace_id"
            assert [one.column.name for one in key.elements] == ["workspace_id", "id"]


@pytest.mark.parametrize("name", HOUSED)
def test_unique_keys_and_composite_indexes_begin_with_the_workspace(name: str) -> None:
    wide = [one for one in TABLES[name].indexes if one.unique or len(one.columns) > 1]

    first_columns = [_columns(one)[0] for one in _unique(name)] + [one.columns.keys()[0] for one in wide]

    assert set(first_columns) == {"workspace_id"}


@pytest.mark.parametrize("name", HOUSED)
def test_the_mapper_identifies_a_row_by_workspace_and_id(name: str) -> None:
    key = inspect(CLASSES[name]).primary_key

    assert [column.name for column in key] == ["workspace_id", "id"]


def _unique(name: str) -> list[UniqueConstraint]:
    return [one for one in TABLES[name].constraints if isinstance(one, UniqueConstraint)]


def _columns(constraint: UniqueConstraint) -> list[str]:
    return list(constraint.columns.keys())


def test_a_new_row_takes_the_workspace_of_its_parent(alice: Person) -> None:
    (id,) = alice.has("Put the bins out")

    assert alice.task(id).workspace_id == alice.workspace_id


def test_a_row_cannot_move_to_another_workspace(alice: Person, mallory: Person) -> None:
    (id,) = alice.has("Put the bins out")
    home, elsewhere = alice.workspace_id, mallory.workspace_id

    with pytest.raises(ValueError, match=f"Task {id} cannot move"):
        _change(alice, id, workspace_id=elsewhere)

    assert alice.task(id).workspace_id == home


def test_giving_a_task_to_another_workspaces_project_is_refused(alice: Person, mallory: Person) -> None:
    (id,) = alice.has("Put the bins out")
    elsewhere = mallory.workspace_id
    with alice.app.app_context():
        foreign = db.session.scalars(Project.inbox_of(elsewhere)).one()

    with pytest.raises(IntegrityError):
        _change(alice, id, project=foreign)

    assert mallory.browser.open("/tasks").titles == []
    assert alice.browser.open("/tasks").titles == ["Put the bins out"]


def test_a_new_row_without_a_parent_is_a_mistake(alice: Person) -> None:
    orphan = Task(title="Spy", position=1, created_at=now(), created_by_id=alice.id)

    with pytest.raises(ValueError, match="A new Task has no parent"):
        _add(alice.app, orphan)


def _change(person: Person, id: int, **values: Any) -> None:
    home = person.workspace_id
    with person.app.app_context(), writing() as session:
        task = session.get_one(Task, {"workspace_id": home, "id": id})
        for name, value in values.items():
            setattr(task, name, value)


def _add(app: Flask, row: Base) -> None:
    with app.app_context(), writing() as session:
        session.add(row)


def test_every_statement_of_the_orm_names_the_workspace(alice: Person, queries: list[str]) -> None:
    (id,) = alice.has("Put the bins out")
    home = alice.workspace_id
    queries.clear()

    with alice.app.app_context(), writing() as session:
        task = session.get_one(Task, {"workspace_id": home, "id": id})
        session.refresh(task)
        member = task.project.members[0]
        assert isinstance(member.project, Project)
        task.title = "Water the plants"
        session.flush()
        session.expire(task, ["title"])
        assert task.title == "Water the plants"
        session.delete(task)

    assert len(queries) == 7
    assert [one for one in queries if "workspace_id" not in one.partition("WHERE")[2]] == []
