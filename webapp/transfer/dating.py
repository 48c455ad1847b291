"""What the dates of a file mean, by the clock and the habits of the person who brings it."""

import re
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from ..tasks.dates import LONGEST_MINUTES
from ..tasks.quick_add import Names, Settings, parse
from .column_names import parse_instant
from .plan import DATES, Plan, PlannedTask

LENGTH = re.compile(r"(\d{1,5}) ?(?:(m|min|mins|minutes?)|(h|hours?))?", re.IGNORECASE)
LONGEST_WORDS = 200


class When(NamedTuple):
    """A day, and a time of it if there is one."""

    day: date
    at: time | None = None


class Dating:
    """Reads words as the person would mean them at an instant; what is said twice is read once."""

    def __init__(self, now: datetime, zone: str, settings: Settings) -> None:
        self.now, self.zone, self.settings = now, zone, settings
        self._read: dict[str, When | None] = {}

    def date(self, task: PlannedTask, plan: Plan) -> None:
        """Put its dates in its columns; those that are not understood are kept in its notes, and told."""
        columns = self._columns(task)
        for name, words in task.dates.items():
            if not columns.keys() & TAKEN[name]:
                task.note(f"{DATES[name]}: {words}")
                plan.remark(task.line, f"“{words[:60]}” is kept in the notes: {_why(name, words)}")
        task.columns = columns

    def _columns(self, task: PlannedTask) -> dict[str, Any]:
        due, deadline, start = (self._when(task.dates.get(name, "")) for name in ("due", "deadline", "start"))
        columns: dict[str, Any] = {}
        if due:
            columns["due_on"] = due.day
        if due and due.at:
            columns["due_time"] = due.at
            minutes = _minutes(task.dates.get("duration", ""))
            columns |= {"due_minutes": minutes} if minutes else {}
        columns |= {"deadline_on": deadline.day} if deadline and not deadline.at else {}
        columns |= {"start_on": start.day} if start and not start.at else {}
        return columns

    def _when(self, words: str) -> When | None:
        if words not in self._read:
            self._read[words] = self._by_iso(words) or self._by_words(words)
        return self._read[words]

    def _by_iso(self, words: str) -> When | None:
        instant = parse_instant(words)
        if isinstance(instant, datetime):
            local = instant.astimezone(ZoneInfo(self.zone)) if instant.tzinfo else instant
            return When(local.date(), local.time())
        return When(instant) if instant else None

    def _by_words(self, words: str) -> When | None:
        """Only where all of them are understood, and nothing is repeated."""
        if not words or len(words) > LONGEST_WORDS:
            return None
        parsed = parse(words, self.now, self.zone, self.settings, Names())
        if not parsed.is_untitled or parsed.recurrence or parsed.due_on is None:
            return None
        return When(parsed.due_on, parsed.due_at.time() if parsed.due_at else None)


# The columns of a task that say that words were understood.
TAKEN = {"due": {"due_on"}, "duration": {"due_minutes"}, "deadline": {"deadline_on"}, "start": {"start_on"}}


def _minutes(words: str) -> int | None:
    found = LENGTH.fullmatch(words.strip())
    minutes = int(found[1]) * (60 if found[3] else 1) if found else 0
    return minutes if 1 <= minutes <= LONGEST_MINUTES else None


def _why(name: str, words: str) -> str:
    if name == "duration":
        return "only a task with a time of day has a duration, of at most a day."
    if words.casefold().startswith(("every", "each", "daily", "weekly", "monthly", "yearly")):
        return "it repeats."
    return "it is no date that is understood."
