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


def cleaned(words: Mapping[str, Any]) -> dict[str, Any]:
    """Title, notes and priority as they are kept. Raises Invalid."""
    return {name: CLEAN.get(name, _as_it_is)(value) for name, value in words.items()}


def _as_it_is(value: Any) -> Any:
    return value


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
        self.put_words(merge(session, self, cleaned(wanted), seen_version), by=by, now=now)

    def put_words(self, words: Mapping[str, Any], *, by: Actor, now: datetime) -> None:
        """Change what is to be changed, without asking what it was before."""
        self.set_words(words)
        record(self, "renamed" if words.keys() == {"title"} else "changed", by=by, now=now)

    def set_words(self, words: Mapping[str, Any]) -> None:
        """As `put_words`, not yet recorded."""
        for name, value in words.items():
            setattr(self, name, value)

    def check_words(self) -> None:
        """Raise Invalid if something of it cannot be kept as it stands."""
        cleaned({name: getattr(self, name) for name in CLEAN})
