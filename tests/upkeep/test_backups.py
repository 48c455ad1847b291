"""`flask backup` and `flask restore`: what was there is there again, row for row."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from flask import Flask
from flask_migrate import downgrade, upgrade

from tests.accounts.browsers import is_signed_in
from tests.builders import Person, make_person
from tests.system.schemas import rows, schema
from webapp.extensions import db, metadata


def run(app: Flask, *words: str) -> Result:
    return app.test_cli_runner().invoke(args=list(words))


def everything(app: Flask) -> tuple[Any, Any]:
    """All tables and rows. PostgreSQL words a check anew when it reads it: its name is what counts."""
    with app.app_context(), db.engine.connect() as connection:
        tables = {name: {**table, "checks": set(table["checks"])} for name, table in schema().items()}
        return tables, rows(connection)


def wipe(app: Flask) -> None:
    with app.app_context(), db.engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture
def alice_at_home(house: Flask) -> Person:
    """Alice with all kinds of rows: open, done, deleted and undone ones."""
    alice = make_person(house, "Alice")
    make_person(house, "Bob").joining(alice, "editor")
    alice.has("Put the bins out", "Zażółć gęślą jaźń 🦊")
    alice.has("Done", completed=True)
    alice.browser.open("/tasks")
    alice.browser.submit("#create-form", title="By the form")
    return alice


def test_backing_up_wiping_and_restoring_brings_every_row_back(alice_at_home: Person, tmp_path: Path) -> None:
    app, before = alice_at_home.app, everything(alice_at_home.app)

    backed_up = run(app, "backup", f"{tmp_path}/copy")
    wipe(app)
    restored = run(app, "restore", f"{tmp_path}/copy")

    assert backed_up.output == f"Everything is in {tmp_path}/copy.\n"
    assert restored.output == f"Everything from {tmp_path}/copy is back. Run: flask --app wsgi db upgrade\n"
    assert everything(app) == before
    assert is_signed_in(alice_at_home.browser)


def test_a_backup_brings_a_house_into_an_empty_database(
    alice_at_home: Person, tmp_path: Path, new_app: Callable[..., Flask], new_database: Callable[[], str]
) -> None:
    moved = new_app(DATABASE_URL=new_database())
    run(alice_at_home.app, "backup", f"{tmp_path}/copy")

    answer = run(moved, "restore", f"{tmp_path}/copy")

    assert answer.exit_code == 0
    assert everything(moved) == everything(alice_at_home.app)


def test_what_is_added_after_a_restore_takes_new_ids(alice_at_home: Person, tmp_path: Path) -> None:
    app = alice_at_home.app
    run(app, "backup", f"{tmp_path}/copy")
    before = alice_at_home.has("Lost")
    run(app, "restore", f"{tmp_path}/copy", "--overwrite")

    assert alice_at_home.has("New") == before
    assert "Lost" not in alice_at_home.browser.open("/tasks").titles


def test_restoring_refuses_to_overwrite_until_it_is_told_to(alice_at_home: Person, tmp_path: Path) -> None:
    app = alice_at_home.app
    run(app, "backup", f"{tmp_path}/copy")
    alice_at_home.has("Later")
    later = everything(app)

    refused = run(app, "restore", f"{tmp_path}/copy")

    assert refused.exit_code == 1
    assert "Say --overwrite to replace all of it." in refused.output
    assert everything(app) == later
    assert run(app, "restore", f"{tmp_path}/copy", "--overwrite").exit_code == 0
    assert "Later" not in alice_at_home.browser.open("/tasks").titles


def test_a_backup_of_an_older_docket_is_restored_and_upgraded(alice_at_home: Person, tmp_path: Path) -> None:
    app = alice_at_home.app
    with app.app_context():
        downgrade(revision="-1")
    older = everything(app)
    run(app, "backup", f"{tmp_path}/copy")
    with app.app_context():
        upgrade()

    answer = run(app, "restore", f"{tmp_path}/copy", "--overwrite")

    assert answer.exit_code == 0
    assert everything(app) == older
    with app.app_context():
        upgrade()
    assert "Put the bins out" in alice_at_home.browser.open("/tasks").titles


def test_only_its_user_may_read_a_backup(house: Flask, tmp_path: Path) -> None:
    run(house, "backup", f"{tmp_path}/copy")

    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["backup", "{folder}/taken"], "exists already; name a new file."),
        (["backup", "{folder}/nowhere/copy"], "cannot be written: No such file or directory."),
        (["restore", "{folder}/nowhere"], "There is no file"),
        (["restore", "{folder}/taken"], ""),
        (["restore", "{folder}/taken", "--overwrite"], ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_said_and_changes_nothing(
    alice_at_home: Person, tmp_path: Path, words: list[str], complaint: str
) -> None:
    (tmp_path / "taken").write_text("not a backup\n" * 100)
    before = everything(alice_at_home.app)

    answer = run(alice_at_home.app, *[word.format(folder=tmp_path) for word in words])

    assert answer.exit_code == 1
    assert answer.output.startswith("Error: ")
    assert complaint in answer.output
    assert everything(alice_at_home.app) == before
    assert (tmp_path / "taken").read_text() == "not a backup\n" * 100


@pytest.mark.usefixtures("on_postgresql")
def test_a_backup_that_fails_leaves_no_file(
    house: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    answer = run(house, "backup", f"{tmp_path}/copy")

    assert answer.exit_code == 1
    assert answer.output == "Error: pg_dump is not installed. It comes with PostgreSQL's client.\n"
    assert list(tmp_path.iterdir()) == []
