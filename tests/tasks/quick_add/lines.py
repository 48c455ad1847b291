"""Lines of quick add, read on one afternoon in Zagreb."""

from datetime import UTC, datetime
from typing import Any

from webapp.tasks.quick_add import Names, ParsedLine, Settings, parse

# Sunday, 16:05 on the wall clock of Zagreb.
NOW = datetime(2026, 11, 22, 15, 5, tzinfo=UTC)
ZONE = "Europe/Zagreb"
NAMES = Names(
    projects=("Home", "Website relaunch", "Día"),
    sections={"Home": ("Kitchen", "Living room"), "Website relaunch": ("Design",)},
    labels=("shop", "waiting", "very urgent"),
    people=("Bob", "Ann Lee"),
)


def read(line: str, *, now: datetime = NOW, zone: str = ZONE, **options: Any) -> ParsedLine:
    settings = options.pop("settings", Settings())
    return parse(line, now, zone, settings, options.pop("names", NAMES), **options)


def due(parsed: ParsedLine) -> str | None:
    """`2026-11-27`, or `2026-11-27 16:00`."""
    if parsed.due_at:
        return f"{parsed.due_at:%Y-%m-%d %H:%M}"
    return parsed.due_on.isoformat() if parsed.due_on else None
