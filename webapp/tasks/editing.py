"""Changing what a task says, and when it is to be done."""

from collections.abc import Callable, Mapping, Set
from datetime import date, datetime
from typing import Any

from sqlalchemy import SmallInteger, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.merging import Rules, merge_since
from ..activity.recording import Actor, record
from .dates import CLEAN_DATES, DUE, Dated, planned_for
from .titles import LONGEST, clean_notes, clean_priority, clean_title

NO_PRIORITY = 4
CLEAN: Mapping[str, Callable[[Any], Any]] = {
    "title": clean_title,
    "notes": clean_notes,
    "priority": clean_priority,
    **CLEAN_DATES,
}
EDITED = Rules((DUE,))


def cleaned(words: Mapping[str, Any]) -> dict[str, Any]:
    """Title, notes, priority and dates as they are kept. Raises Invalid."""
    return {name: CLEAN[name](value) for name, value in words.items()}


class Editing(Dated):
    """`notes` are Markdown; `priority` is 1 (highest) to 4 (none)."""

    title: Mapped[str] = mapped_column(String(LONGEST))
    notes: Mapped[str] = mapped_column(Text, default="")
    priority: Mapped[int] = mapped_column(SmallInteger, default=NO_PRIORITY)

    def edit(
        self, session: Session, wanted: Mapping[str, Any], seen_version: int, *, by: Actor, now: datetime
    ) -> None:
        """Change some of title, notes, priority and dates.

        Raises Invalid, or Stale where somebody else has changed the same since `seen_version`.
        """
        merged = merge_since(session, self, cleaned(wanted), seen_version, EDITED)
        self.put_words(merged.changes, by=by, now=now)

    def plan_for(self, day: date | None, *, by: Actor, now: datetime) -> None:
        """Plan it for a day, its time with it, or for none. A start that comes later than the day goes."""
        words = planned_for(day)
        if day and self.start_on and self.start_on > day:
            words["start_on"] = None
        self.put_words(cleaned(words), by=by, now=now)

    def put_words(self, words: Mapping[str, Any], *, by: Actor, now: datetime) -> None:
        """Change what is to be changed, without asking what it was before. Raises Invalid."""
        self.set_words(words)
        record(self, _verb(words.keys()), by=by, now=now)

    def set_words(self, words: Mapping[str, Any]) -> None:
        """As `put_words`, not yet recorded."""
        for name, value in words.items():
            setattr(self, name, value)
        self.check_dates()

    def check_words(self) -> None:
        """Raise Invalid if something of it cannot be kept as it stands."""
        cleaned({name: getattr(self, name) for name in CLEAN})
        self.check_dates()


def _verb(names: Set[str]) -> str:
    if names == {"title"}:
        return "renamed"
    return "rescheduled" if names <= CLEAN_DATES.keys() else "changed"
