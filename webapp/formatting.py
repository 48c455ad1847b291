"""Jinja filters: numbers and instants as people say them, notes as they meant them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import Flask
from markupsafe import Markup

from .markdown import render

MANY = 1000


def bounded(count: int) -> str:
    """A count that the query stopped at MANY, as `999+`."""
    return f"{MANY - 1}+" if count >= MANY else str(count)


def counted(count: int, noun: str) -> str:
    """`1 task`, `2 tasks`, `999+ tasks`."""
    return f"{bounded(count)} {noun}" + ("" if count == 1 else "s")


def are(count: int, noun: str) -> str:
    """`1 task is`, `2 tasks are`."""
    return f"{counted(count, noun)} {'is' if count == 1 else 'are'}"


def local(instant: datetime, time_zone: str) -> str:
    """An instant on the wall clock of an IANA zone, as `Sun 22 Nov 2026, 16:05`."""
    return f"{instant.astimezone(ZoneInfo(time_zone)):%a %-d %b %Y, %H:%M}"


def day_name(day: date, today: date) -> str:
    """A day as people say it: `Today`, `Yesterday`, `Sun 22 Nov`, with the year if it is not this one."""
    near = {0: "Today", 1: "Yesterday"}.get((today - day).days)
    return near or f"{day:%a %-d %b}" + (f" {day.year}" if day.year != today.year else "")


def clock_time(instant: datetime, time_zone: str) -> str:
    """The wall-clock time of an instant in an IANA zone, as `16:05`."""
    return f"{instant.astimezone(ZoneInfo(time_zone)):%H:%M}"


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, as `MK`."""
    words = name.split()
    return "".join(word[0] for word in words[:1] + words[1:][-1:]).upper()


def ago(instant: datetime, now: datetime, time_zone: str) -> str:
    """How long ago an instant was, as `just now` or `2 minutes ago`; after a day, by the wall clock."""
    minutes = int((now - instant).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{counted(minutes, 'minute')} ago"
    return f"{counted(minutes // 60, 'hour')} ago" if minutes < 24 * 60 else local(instant, time_zone)


def markdown(notes: str, ticks: str = "", ids: str = "mark") -> Markup:
    """Notes as HTML, for inside of `prose`; below the address `ticks` each task mark has its own, as `…/1`.

    Two notes on one page want different `ids`.
    """
    return render(notes, (lambda number: f"{ticks}/{number}") if ticks else None, ids)


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        are=are,
        bounded=bounded,
        counted=counted,
        local=local,
        day_name=day_name,
        clock_time=clock_time,
        initials=initials,
        markdown=markdown,
    )
