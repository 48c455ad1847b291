"""The database itself refuses labels that cross between two workspaces, and two of one name in one."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.builders import Person
from webapp.extensions import db


def _execute(app: Flask, statement: str, parameters: dict[str, Any]) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text(statement), parameters)


def test_a_task_cannot_bear_a_label_of_another_workspace(alice: Person, mallory: Person) -> None:
    (own,), (foreign,) = alice.has("Call mum"), mallory.has("Spy")
    label = alice.has_label("errand")
    home, elsewhere = alice.workspace_id, mallory.workspace_id
    crossing = [(home, foreign, label), (elsewhere, foreign, label), (elsewhere, own, label)]

    for workspace_id, task_id, label_id in crossing:
        with pytest.raises(IntegrityError):
            _bear(alice.app, workspace_id, task_id, label_id)

    _bear(alice.app, home, own, label)


def test_what_a_task_bears_cannot_be_moved_to_another_workspace(alice: Person, mallory: Person) -> None:
    label = alice.has_label("errand", *alice.has("Call mum"))
    (foreign,) = mallory.has("Spy")
    moves = {"workspace_id": mallory.workspace_id, "task_id": foreign, "label_id": mallory.has_label("mine")}

    for column, value in moves.items():
        with pytest.raises(IntegrityError):
            _execute(alice.app, f"UPDATE task_label SET {column} = :value", {"value": value})

    with pytest.raises(IntegrityError):
        _execute(
            alice.app,
            "UPDATE label SET workspace_id = :value WHERE id = :id",
            {"value": mallory.workspace_id, "id": label},
        )


def test_two_labels_of_a_workspace_never_have_one_name(alice: Person, mallory: Person) -> None:
    alice.has_label("errand")
    again = "INSERT INTO label (workspace_id, name, folded_name, version) VALUES (:id, 'Errand', 'errand', 1)"

    with pytest.raises(IntegrityError):
        _execute(alice.app, again, {"id": alice.workspace_id})

    _execute(alice.app, again, {"id": mallory.workspace_id})


def _bear(app: Flask, workspace_id: int, task_id: int, label_id: int) -> None:
    row = {"workspace_id": workspace_id, "task_id": task_id, "label_id": label_id}
    columns = "workspace_id, task_id, label_id, version"
    _execute(app, f"INSERT INTO task_label ({columns}) VALUES (:workspace_id, :task_id, :label_id, 1)", row)
