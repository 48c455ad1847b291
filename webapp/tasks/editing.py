"""Changing what a task says."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import SmallInteger, String, Text
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.merging import merge
from ..activity.recording import Actor, Recorded, record
from .titles import LONGEST, clean_notes, clean_priority, clean_title

NO_PRIORITY = 4
CLEAN: Mapping[str, Callable[[Any], Any]] = {
    "title": clean_title,
    "notes": clean_notes,
    "priority": clean_priority,
}


class Editing(Recorded):
    """`notes` are Markdown; `priority` is 1 (highest) to 4 (none)."""

    title: Mapped[str] = mapped_column(String(LONGEST))
    notes: Mapped[str] = mapped_column(Text, default="")
    priority: Mapped[int] = mapped_column(SmallInteger, default=NO_PRIORITY)

    def edit(
        self, session: Session, wanted: Mapping[str, Any], seen_version: int, *, by: Actor, now: datetime
    ) -> None:
        """Change some of title, notes and priority.

        Raises Invalid, or Stale where somebody else has changed the same since `seen_version`.
        """
        cleaned = {name: CLEAN[name](value) for name, value in wanted.items()}
        for name, value in merge(session, self, cleaned, seen_version).items():
            setattr(self, name, value)
        record(self, "renamed" if set(wanted) == {"title"} else "changed", by=by, now=now)

    def check_words(self) -> None:
        """Raise Invalid if something of it cannot be kept as it stands."""
        for name, clean in CLEAN.items():
            clean(getattr(self, name))
