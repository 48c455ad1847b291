"""What the columns of a CSV file may be called, and what may stand in them."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from .tables import Table

# What a column may be, and the names by which it goes in the files of others.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "type": (),
    "project": ("list", "list name", "project name", "folder", "folder name", "board"),
    "section": ("section/column", "column", "column name", "bucket", "bucket name", "group"),
    "level": ("indent", "depth"),
    "title": ("task", "name", "task name", "content", "summary", "subject", "what", "todo", "to do", "item"),
    "notes": ("note", "description", "details", "content", "comment", "body", "text"),
    "priority": ("importance",),
    "labels": ("tags", "label", "tag", "categories", "contexts", "context"),
    "done": ("completed", "is completed", "complete", "checked", "finished", "status", "state"),
    "completed": ("completed at", "completed on", "completed time", "completed date", "completion date"),
    "created": ("created at", "created on", "created time", "created date", "creation date"),
    "due": ("due date", "due on", "due_date", "date", "when", "deadline"),
    "duration": ("estimate",),
    "deadline": (),
    "start": ("start date", "start on", "begin", "defer date"),
}
# What a person may choose a column for, in words.
CHOICES: Mapping[str, str] = {
    "title": "Title",
    "notes": "Notes",
    "project": "Project",
    "section": "Section",
    "level": "Level (1 is the top)",
    "labels": "Labels",
    "priority": "Priority (1 is the highest)",
    "due": "Date",
    "duration": "Duration",
    "deadline": "Deadline",
    "start": "Start",
    "done": "Done",
    "completed": "Completed on",
    "created": "Made on",
}
DONE = {"x", "true", "yes", "y", "1", "2", "done", "completed", "complete", "closed", "finished", "✓", "✔"}
OPEN = {"", "false", "no", "n", "0", "open", "todo", "to do", "not started", "in progress", "new", "-"}
PRIORITIES = {
    1: ("1", "p1", "!1", "a", "urgent", "critical", "highest", "high", "important"),
    2: ("2", "p2", "!2", "b", "medium"),
    3: ("3", "p3", "!3", "c", "low"),
    4: ("4", "p4", "", "0", "none", "normal", "no priority", "lowest", "not set"),
}

Columns = Mapping[str, int]


def guess(table: Table) -> Columns:
    """Which column holds what, by their names; none is taken for two things."""
    taken: dict[str, int] = {}
    for field in FIELDS:
        _take(taken, field, [field], table)
    for field, names in FIELDS.items():
        if field not in taken:
            _take(taken, field, names, table)
    return taken


def _take(taken: dict[str, int], field: str, names: Iterable[str], table: Table) -> None:
    found = (table.names.index(name) for name in names if name in table.names)
    at = next((at for at in found if at not in taken.values()), None)
    if at is not None:
        taken[field] = at


def parse_priority(words: str) -> int | None:
    """1 to 4, or nothing."""
    found = (number for number, names in PRIORITIES.items() if words.strip().casefold() in names)
    return next(found, None)


def parse_instant(words: str) -> date | datetime | None:
    """A day or an instant in ISO 8601, or nothing."""
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(words) if len(words) > 7 else None
        except ValueError:
            pass
    return None
