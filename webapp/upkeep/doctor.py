"""Looks at an instance and says what to do: the questions that its administrator would ask."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from ..clock import now
from ..database import reading
from ..health import schema_fits

LARGEST_DRIFT = timedelta(seconds=30)
LEAST_ARGON2_MEMORY = 19456  # KiB, with two passes: OWASP's Password Storage Cheat Sheet
ROUTERS = ("DYNO", "DOKKU_APP_TYPE", "PIKU_APP")  # what platforms set that put a router in front

UNKNOWN_PROXY = (
    "Set PROXY_HOPS=1, or how many there are: until then everybody seems to come from one place, and a "
    "stranger who tries passwords makes the owner of the account wait too."
)


class Finding(NamedTuple):
    """One thing that was looked at; `advice` is empty where all is well."""

    what: str
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Everything that can be seen from inside; the settings themselves were checked at start."""
    config = current_app.config
    yield _settings(config)
    yield _cookies(config)
    yield _proxies(config)
    yield from _paths(config)
    yield from _database()


def _settings(config: dict[str, Any]) -> Finding:
    what = f"settings ({config['ENVIRONMENT']})"
    if config["ENVIRONMENT"] == "production" and config["ARGON2_MEMORY_KIB"] < LEAST_ARGON2_MEMORY:
        return Finding(
            what, f"Passwords are hashed cheaply. Set ARGON2_MEMORY_KIB to {LEAST_ARGON2_MEMORY} or more."
        )
    if config["SQLITE_SYNCHRONOUS"] == "OFF" and config["ENVIRONMENT"] == "production":
        return Finding(what, "A power cut may destroy the database. Set SQLITE_SYNCHRONOUS=FULL.")
    return Finding(what)


def _cookies(config: dict[str, Any]) -> Finding:
    url = str(config["PUBLIC_URL"])
    what = f"cookies ({'https only' if config['SECURE'] else 'also by plain http'})"
    if not url:
        return Finding(
            what, "Set PUBLIC_URL to the address that people type, so that links and cookies fit it."
        )
    local = urlsplit(url).hostname in {"localhost", "127.0.0.1"}
    if not config["SECURE"] and not local and config["ENVIRONMENT"] == "production":
        return Finding(what, "PUBLIC_URL is plain http: fine in a home network, never on the internet.")
    return Finding(what)


def _proxies(config: dict[str, Any]) -> Finding:
    what = f"proxies ({config['PROXY_HOPS']} in front)"
    if config["PROXY_HOPS"]:
        return Finding(what)
    if any(name in os.environ for name in ROUTERS):
        return Finding(what, f"This platform has a router in front. {UNKNOWN_PROXY}")
    if urlsplit(str(config["PUBLIC_URL"])).scheme == "https" and config["ENVIRONMENT"] == "production":
        return Finding(what, f"Something in front speaks https for this server. {UNKNOWN_PROXY}")
    return Finding(what)


def _paths(config: dict[str, Any]) -> Iterator[Finding]:
    yield _writable("temporary folder", Path(tempfile.gettempdir()))
    url = str(config["DATABASE_URL"])
    if url.startswith("sqlite:///"):
        yield _writable("data folder", Path(url.removeprefix("sqlite:///")).parent)


def _writable(what: str, folder: Path) -> Finding:
    allowed = os.access(folder, os.W_OK | os.X_OK)
    return Finding(f"{what} {folder}", "" if allowed else f"Let this user write to {folder}.")


def _database() -> Iterator[Finding]:
    try:
        reading().execute(text("SELECT 1"))
    except DBAPIError as error:
        reason = str(error.orig).partition("\n")[0]
        yield Finding("database", f"It does not answer: {reason}. Is DATABASE_URL right, and the server up?")
        return
    yield Finding("database")
    yield Finding("migrations", "" if schema_fits() else "Run: flask --app wsgi db upgrade")
    yield _clock()


def _clock() -> Finding:
    if reading().dialect.name == "sqlite":
        return Finding("clock")
    theirs: datetime = reading().execute(text("SELECT now()")).scalar_one().astimezone(UTC)
    drift = abs(now() - theirs)
    advice = (
        f"It differs from the database's by {drift.seconds} s. Let NTP set it."
        if drift > LARGEST_DRIFT
        else ""
    )
    return Finding("clock", advice)
