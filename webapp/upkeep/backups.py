"""Backing up and restoring the whole database by the engine's own means."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, func, inspect, make_url, select
from sqlalchemy.orm import Session

from ..accounts.models import User
from ..errors import Invalid
from ..extensions import db


def back_up(file: Path) -> None:
    """Write a copy of everything, consistent while others write. Raises Invalid."""
    if file.exists():
        raise Invalid(f"{file} exists already; name a new file.")
    if not file.parent.is_dir():
        raise Invalid(f"The folder {file.parent} does not exist.")
    if _is_sqlite():
        with db.engine.connect() as connection:
            connection.rollback()
            driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
            driver.execute("VACUUM INTO ?", (str(file),))
    else:
        _run("pg_dump", "--format=custom", f"--file={file}")


def restore(file: Path, *, overwrite: bool) -> None:
    """Put a copy in the place of what is there. Raises Invalid, also where people are and may not be lost."""
    if not file.is_file():
        raise Invalid(f"There is no file {file}.")
    if _has_people() and not overwrite:
        raise Invalid("The database holds people's tasks. Say --overwrite to replace all of it.")
    if _is_sqlite():
        _restore_sqlite(file)
    else:
        _run("pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", str(file))


def _restore_sqlite(file: Path) -> None:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as source:
        try:
            source.execute("SELECT version_num FROM alembic_version").fetchall()
        except sqlite3.DatabaseError as error:
            raise Invalid(f"{file} is not a backup of Docket.") from error
        with closing(sqlite3.connect(str(_url().database))) as target:
            source.backup(target)


def _has_people() -> bool:
    with Session(db.engine) as session:
        return inspect(db.engine).has_table("user") and bool(session.scalar(select(func.count(User.id))))


def _run(command: str, *arguments: str) -> None:
    """One of PostgreSQL's tools; the password goes by the environment, which other users cannot list."""
    if shutil.which(command) is None:
        raise Invalid(f"{command} is not installed. It comes with PostgreSQL's client.")
    url = _url().set(drivername="postgresql")
    environment = {**os.environ, "PGPASSWORD": url.password or ""}
    place = url.set(password=None).render_as_string(hide_password=False)
    call = [command, f"--dbname={place}", *arguments]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Invalid(f"{command} failed: {done.stderr.strip()}")


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def _url() -> URL:
    return make_url(db.engine.url)
