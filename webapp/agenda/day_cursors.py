"""Days as forms and addresses say them, and where a page of tasks by day goes on.

That is `2026-11-23_0900_1.5_17` in `?after=`, `-` for no time.
"""

from datetime import date, datetime, time

from ..errors import Invalid
from ..tasks import rows
from .due import LATEST, Key


def read_day(text: str) -> date:
    """A day as forms and addresses say it: `2026-11-27`. Raises Invalid."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()  # noqa: DTZ007  (a day has no zone)
    except ValueError as error:
        raise Invalid("Choose a day, or write it as 2026-11-27.") from error


def cursor_of(key: Key) -> str:
    at = "-" if key.at == LATEST else f"{key.at:%H%M}"
    return f"{key.day}_{at}_{key.position!r}_{key.id}"


def parse_cursor(text: str) -> Key | None:
    """The key in a cursor; None for anything else."""
    day, _, rest = text.partition("_")
    at, _, place = rest.partition("_")
    found = rows.parse_cursor(place) if place else None
    try:
        return Key(date.fromisoformat(day), _time(at), *found) if found else None
    except ValueError:
        return None


def _time(text: str) -> time:
    if text == "-":
        return LATEST
    if len(text) != 4 or not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return time(int(text[:2]), int(text[2:]))
