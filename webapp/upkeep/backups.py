"""Backing up and restoring the whole database by the engine's own means."""

import os
import shutil
import sqlite3
import subprocess
import tempfile
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, func, inspect, make_url, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ..accounts.models import User
from ..errors import Invalid
from ..extensions import db


def back_up(file: Path) -> None:
    """Write a copy of everything, consistent while others write. Raises Invalid."""
    try:
        # Only this user may read it: it holds everything.
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise Invalid(f"{file} exists already; name a new file.") from error
    except OSError as error:
        raise Invalid(f"{file} cannot be written: {error.strerror}.") from error
    try:
        _copy_sqlite(file) if _is_sqlite() else _dump(file)
    except BaseException:
        file.unlink()
        raise


def restore(file: Path, *, overwrite: bool) -> None:
    """Put a copy in the place of what is there. Raises Invalid, also where people are and may not be lost."""
    if not file.is_file():
        raise Invalid(f"There is no file {file}.")
    if _has_people() and not overwrite:
        raise Invalid("The database holds people's tasks. Say --overwrite to replace all of it.")
    if _is_sqlite():
        _restore_sqlite(file)
    else:
        _restore_postgresql(file)


def _copy_sqlite(file: Path) -> None:
    with db.engine.connect() as connection:
        driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
        try:
            driver.execute("VACUUM INTO ?", (str(file),))
        except sqlite3.Error as error:
            raise Invalid(f"The copy failed: {error}.") from error


def _dump(file: Path) -> None:
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={file.resolve()}", _place())


def _restore_sqlite(file: Path) -> None:
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source:
        try:
            source.execute("SELECT version_num FROM alembic_version").fetchall()
        except sqlite3.DatabaseError as error:
            raise Invalid(f"{file} is not a backup of Docket.") from error
        with closing(sqlite3.connect(str(_url().database), timeout=5)) as target:
            try:
                source.backup(target)
            except sqlite3.Error as error:
                raise Invalid(f"The copy failed: {error}. Stop the server and try again.") from error


def _restore_postgresql(file: Path) -> None:
    """In one transaction: all that is there goes, unknown tables too, and the copy comes."""
    with tempfile.TemporaryDirectory() as folder:
        script = f"{folder}/restore.sql"
        _run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(file.resolve()))
        quoted = [db.engine.dialect.identifier_preparer.quote(name) for name in _tables()]
        drop = f"DROP TABLE {', '.join(quoted)} CASCADE" if quoted else "SELECT 1"
        stop = "--set=ON_ERROR_STOP=1"
        _run("psql", "--no-psqlrc", "--quiet", "-1", stop, "-c", drop, "-f", script, _place())


def _tables() -> list[str]:
    try:
        return inspect(db.engine).get_table_names()
    except DBAPIError as error:
        raise Invalid(f"The database does not answer: {error.orig}") from error


def _has_people() -> bool:
    if "user" not in _tables():
        return False
    with Session(db.engine) as session:
        return bool(session.scalar(select(func.count(User.id))))


def _run(command: str, *arguments: str) -> None:
    """One of PostgreSQL's tools; the password goes by the environment, which other users cannot list."""
    if shutil.which(command) is None:
        raise Invalid(f"{command} is not installed. It comes with PostgreSQL's client.")
    environment = {**os.environ, "PGPASSWORD": _url().password or os.environ.get("PGPASSWORD", "")}
    call = [command, *arguments]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise Invalid(f"{command} failed: {done.stderr.strip()}")


def _place() -> str:
    """The database in the words of PostgreSQL's tools, without its password."""
    plain = _url().set(drivername="postgresql", password=None)
    return f"--dbname={plain.render_as_string(hide_password=False)}"


def _is_sqlite() -> bool:
    return db.engine.dialect.name == "sqlite"


def _url() -> URL:
    return make_url(db.engine.url)
