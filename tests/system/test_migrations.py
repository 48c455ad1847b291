"""Migrations: up, down and up again on a database that is in use, without drift."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect, text

from tests.activity.told import SAID, edit, of_inbox
from tests.arranging import a_project
from tests.builders import make_person
from tests.sources import ROOT
from webapp.extensions import db, metadata

from .schemas import rows, schema

FIRST = "0001"
REMADE = """
revision = "9999"
down_revision = "NEWEST"


def upgrade():
    with op.batch_alter_table(
        "task", recreate=RECREATE, table_kwargs={"sqlite_autoincrement": True}
    ) as task:
        task.alter_column("title", type_=sa.String(600), existing_nullable=False)
"""
ORPHANED = """
revision = "9999"
down_revision = "NEWEST"


def upgrade():
    op.execute("DELETE FROM project")
"""


def test_a_database_in_use_goes_down_to_nothing_and_up_again(own_app: Flask) -> None:
    make_person(own_app, "Alice").has("Put the bins out")

    _down(own_app, "base")
    emptied = _tables(own_app)
    _up(own_app)

    alice = make_person(own_app, "Alice")
    alice.has("Water the plants")
    assert emptied == set()
    assert alice.browser.open("/tasks").titles == ["Water the plants"]


def test_what_people_keep_survives_every_revision_after_the_first(own_app: Flask) -> None:
    alice = make_person(own_app, "Alice")
    alice.has("Put the bins out")

    _down(own_app, FIRST)
    _up(own_app)

    assert alice.browser.open("/tasks").titles == ["Put the bins out"]


def test_moves_of_the_past_are_told_in_the_project_that_was_left(own_app: Flask) -> None:
    alice = make_person(own_app, "Alice")
    (id,) = alice.has("Put the bins out")
    alice.has_step(id, "Rinse them")
    garden = a_project(alice, "Garden")
    edit(alice, id, place=f"project-{garden}")

    _down(own_app, "0008")
    _up(own_app)

    there, here = of_inbox(alice, alice), alice.browser.open(f"/projects/{garden}/history")
    assert there.words(SAID)[0] == here.words(SAID)[0] == "You moved 2 tasks"


def test_upgrading_twice_changes_nothing(own_app: Flask) -> None:
    make_person(own_app, "Alice").has("Put the bins out")
    with own_app.app_context(), db.engine.connect() as connection:
        before = schema(), rows(connection)

    _up(own_app)

    with own_app.app_context(), db.engine.connect() as connection:
        assert (schema(), rows(connection)) == before


def test_the_migrations_make_what_the_models_declare(
    own_app: Flask, new_app: Callable[..., Flask], new_database: Callable[[], str]
) -> None:
    declared = new_app(DATABASE_URL=new_database())

    with declared.app_context():
        metadata.create_all(db.engine)
        expected = schema()

    with own_app.app_context():
        check()
        assert schema() == expected


def test_a_column_that_no_migration_made_is_noticed(own_app: Flask) -> None:
    with own_app.app_context(), db.engine.begin() as connection:
        connection.execute(text("ALTER TABLE task ADD COLUMN colour VARCHAR(10)"))

    with own_app.app_context(), pytest.raises(SystemExit):
        check()


@pytest.mark.usefixtures("on_sqlite")
def test_every_table_on_sqlite_gives_ids_by_autoincrement(own_app: Flask) -> None:
    without = text(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%AUTOINCREMENT%'"
        " AND name NOT IN ('alembic_version', 'sqlite_sequence')"
    )

    with own_app.app_context(), db.engine.connect() as connection:
        assert connection.scalars(without).all() == []
        counted = set(connection.scalars(text("SELECT name FROM sqlite_sequence")))
        assert counted <= set(metadata.tables)


def test_the_id_of_a_deleted_task_is_never_given_again(own_app: Flask) -> None:
    alice = make_person(own_app, "Alice")
    *_, newest = alice.has("First", "Second")
    _execute(own_app, "DELETE FROM task")

    (next_one,) = alice.has("Third")

    assert next_one > newest


@pytest.mark.parametrize("recreate", ["auto", "always"])
def test_remaking_a_table_keeps_its_rows_its_keys_and_its_ids(
    own_app: Flask, tmp_path: Path, recreate: str, engine_name: str
) -> None:
    if engine_name == "postgresql" and recreate == "always":
        pytest.skip("PostgreSQL alters a table as it stands")
    alice = make_person(own_app, "Alice")
    *_, newest = alice.has("First", "Second", "Third")
    _execute(own_app, f"DELETE FROM task WHERE id = {newest}")
    with own_app.app_context():
        before = schema()["task"]
    kept = alice.browser.open("/tasks").titles

    _up(own_app, _with_revision(tmp_path, REMADE.replace("RECREATE", repr(recreate))))

    with own_app.app_context():
        after = schema()["task"]
    assert after["columns"].pop("title") == ("VARCHAR(600)", False)
    assert before["columns"].pop("title") == ("VARCHAR(500)", False)
    assert after == before
    assert alice.browser.open("/tasks").titles == kept == ["First", "Second"]
    assert alice.has("Fourth") > [newest]


@pytest.mark.usefixtures("on_sqlite")
def test_a_migration_that_leaves_rows_without_their_parents_is_undone(own_app: Flask, tmp_path: Path) -> None:
    alice = make_person(own_app, "Alice")
    alice.has("Put the bins out")

    with pytest.raises(SystemExit):
        _up(own_app, _with_revision(tmp_path, ORPHANED))

    assert alice.browser.open("/tasks").titles == ["Put the bins out"]
    assert _revision(own_app) == ScriptDirectory(str(ROOT / "migrations")).get_current_head()
    assert _foreign_keys(own_app) == 1


@pytest.mark.usefixtures("on_sqlite")
def test_after_a_migration_sqlite_holds_to_foreign_keys_again(own_app: Flask) -> None:
    make_person(own_app, "Alice").has("Put the bins out")

    _down(own_app, "base")
    _up(own_app)

    assert _foreign_keys(own_app) == 1


def _up(app: Flask, folder: Path | None = None) -> None:
    with app.app_context():
        upgrade(directory=str(folder) if folder else None)


def _down(app: Flask, revision: str) -> None:
    with app.app_context():
        downgrade(revision=revision)


def _with_revision(tmp_path: Path, source: str) -> Path:
    """A copy of the migrations with one more at the end."""
    folder = tmp_path / "migrations"
    shutil.copytree(ROOT / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    header = "import sqlalchemy as sa\nfrom alembic import op\n"
    newest = ScriptDirectory(str(folder)).get_current_head() or ""
    (folder / "versions" / "9999_one_more.py").write_text(header + source.replace("NEWEST", newest))
    return folder


def _tables(app: Flask) -> set[str]:
    with app.app_context():
        return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def _execute(app: Flask, statement: str) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text(statement))


def _revision(app: Flask) -> str:
    with app.app_context(), db.engine.connect() as connection:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def _foreign_keys(app: Flask) -> int:
    """Whether the connection that migrated, now in the pool, checks foreign keys."""
    with app.app_context(), db.engine.connect() as connection:
        return int(connection.scalar(text("PRAGMA foreign_keys")) or 0)
