"""Files that are written while they are sent."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from flask import Response, stream_with_context

from ..accounts.signing_in import visitor
from ..extensions import db
from . import formats
from .exporting import taken_away
from .plan import Plan, PlannedProject


def download(name: str, format: str, projects: Iterable[tuple[int, int, str]]) -> Response:
    """Projects as a file, which no cache keeps."""
    written = formats.WRITABLE[format]
    found = _by_the_wall_clock(taken_away(db.session(), projects), visitor().time_zone)
    answer = Response(stream_with_context(written.write(found)), mimetype=written.media_type)
    answer.headers["Content-Disposition"] = _attachment(name, written.ending)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _by_the_wall_clock(projects: Iterable[PlannedProject], time_zone: str) -> Iterator[PlannedProject]:
    """Instants as the person would say them: formats that hold only the day hold the day of the person."""
    zone = ZoneInfo(time_zone)
    for project in projects:
        for task in Plan([project]).tasks():
            task.completed, task.created = (_local(at, zone) for at in (task.completed, task.created))
        yield project


def _local(at: date | datetime | None, zone: ZoneInfo) -> date | datetime | None:
    return at.astimezone(zone) if isinstance(at, datetime) else at


def _attachment(name: str, ending: str) -> str:
    """A file name for old browsers in ASCII, and for all others as it is (RFC 6266)."""
    safe = "".join("-" if character in '/\\:*?"<>|' else character for character in name).strip(". ")
    plain = unicodedata.normalize("NFKD", safe).encode("ascii", "ignore").decode().strip() or "tasks"
    return f"attachment; filename=\"{plain}{ending}\"; filename*=UTF-8''{quote(safe or 'tasks')}{ending}"
