"""Projects, sections and tasks cannot hang on what is in another workspace: the database itself refuses."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from tests.builders import Person
from tests.places import add_project, add_sections, add_tasks
from webapp.extensions import db, metadata


@pytest.mark.parametrize(
    ("table", "column", "refers_to"),
    [
        ("project", "parent_id", "project"),
        ("section", "project_id", "project"),
        ("task", "section_id", "section"),
    ],
)
def test_nothing_hangs_on_what_is_in_another_workspace(
    alice: Person, mallory: Person, table: str, column: str, refers_to: str
) -> None:
    for person in (alice, mallory):
        project = add_project(person, "Household")
        (section,) = add_sections(person, project, "Bath")
        add_tasks(person, ["Tap"], project, section)
    row, own, foreign = _last(mallory, table), _last(mallory, refers_to), _last(alice, refers_to)
    change = text(f"UPDATE {table} SET {column} = :to WHERE id = :id")

    with pytest.raises(IntegrityError), alice.app.app_context(), db.engine.begin() as connection:
        connection.execute(change, {"id": row, "to": foreign})

    with alice.app.app_context(), db.engine.begin() as connection:
        connection.execute(change, {"id": row, "to": own})


def _last(person: Person, name: str) -> int:
    table, home = metadata.tables[name], person.workspace_id
    newest = select(func.max(table.c.id)).where(table.c.workspace_id == home)
    with person.app.app_context():
        return int(db.session.scalars(newest).one())
