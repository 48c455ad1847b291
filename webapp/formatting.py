"""Jinja filters: numbers and instants as people say them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Flask

MANY = 1000


def bounded(count: int) -> str:
    """A count that the query stopped at MANY, as `999+`."""
    return f"{MANY - 1}+" if count >= MANY else str(count)


def counted(count: int, noun: str) -> str:
    """`1 task`, `2 tasks`, `999+ tasks`."""
    return f"{bounded(count)} {noun}" + ("" if count == 1 else "s")


def local(instant: datetime, time_zone: str) -> str:
    """An instant on the wall clock of an IANA zone, as `Sun 22 Nov 2026, 16:05`."""
    return f"{instant.astimezone(ZoneInfo(time_zone)):%a %-d %b %Y, %H:%M}"


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(bounded=bounded, counted=counted, local=local)
