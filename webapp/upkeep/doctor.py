"""Looks at an instance and says what to do: the questions that its administrator would ask."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from ..clock import now
from ..database import reading
from ..health import schema_fits

LARGEST_DRIFT = timedelta(seconds=30)


class Finding(NamedTuple):
    """One thing that was looked at; `advice` is empty where all is well."""

    what: str
    advice: str = ""


def examine() -> Iterator[Finding]:
    """Everything that can be seen from inside; the settings themselves were checked at start."""
    config = current_app.config
    yield Finding(f"settings ({config['ENVIRONMENT']})")
    yield _cookies(config)
    yield _proxies(config)
    yield from _paths(config)
    yield from _database()


def _cookies(config: dict[str, object]) -> Finding:
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


def _proxies(config: dict[str, object]) -> Finding:
    what = f"proxies ({config['PROXY_HOPS']} in front)"
    behind_router = "DYNO" in os.environ or "DOKKU_APP_TYPE" in os.environ
    if behind_router and not config["PROXY_HOPS"]:
        return Finding(what, "This platform has a router in front. Set PROXY_HOPS=1.")
    return Finding(what)


def _paths(config: dict[str, object]) -> Iterator[Finding]:
    url = str(config["DATABASE_URL"])
    if url.startswith("sqlite:///"):
        folder = Path(url.removeprefix("sqlite:///")).parent
        writable = os.access(folder, os.W_OK)
        yield Finding(f"data folder {folder}", "" if writable else f"Let this user write to {folder}.")


def _database() -> Iterator[Finding]:
    try:
        reading().execute(text("SELECT 1"))
    except DBAPIError as error:
        yield Finding(
            "database", f"It does not answer: {error.orig}. Is DATABASE_URL right, and the server up?"
        )
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
