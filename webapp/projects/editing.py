"""What a project is called, how it looks, and under which other one it stands."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.merging import Since, merge_since
from ..activity.recording import Actor, Recorded
from ..database import Id
from ..errors import Invalid
from ..names import clean_name, folded
from ..trees import Misplaced
from .emoji import LONGEST as LONGEST_EMOJI
from .emoji import clean_emoji
from .hues import clean_hue

LONGEST_NAME = 120


def clean_project_name(text: str) -> str:
    """The name as it is kept. Raises Invalid."""
    return clean_name(text, LONGEST_NAME, "A project needs a name.")


CLEAN: Mapping[str, Callable[[Any], Any]] = {
    "name": clean_project_name,
    "emoji": clean_emoji,
    "hue": clean_hue,
    "parent_id": lambda id: id or None,
}


class Editing(Recorded):
    """`hue` is one of HUE_NAMES."""

    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    folded_name: Mapped[str] = mapped_column(String(2 * LONGEST_NAME))
    hue: Mapped[int] = mapped_column(default=0)
    emoji: Mapped[str] = mapped_column(String(LONGEST_EMOJI), default="")
    parent_id: Mapped[int | None] = mapped_column(Id)
    position: Mapped[float]
    is_inbox: Mapped[bool]

    def edit(
        self, session: Session, wanted: Mapping[str, Any], seen_version: int, *, by: Actor, now: datetime
    ) -> Mapping[str, Since]:
        """Change some of name, emoji, hue and parent_id; what others have changed since `seen_version`.

        Raises Invalid, Misplaced where it cannot stand there, or Stale where somebody else has changed
        the same since `seen_version`.
        """
        if self.is_inbox:
            raise Invalid("The Inbox keeps its name, its colour and its place.")
        cleaned = {name: CLEAN[name](value) for name, value in wanted.items()}
        merged = merge_since(session, self, cleaned, seen_version)
        self.describe(session, merged.changes)
        self.change(session, by=by, now=now)
        return merged.meanwhile

    def describe(self, session: Session, wanted: Mapping[str, Any]) -> None:
        """Put these on it, not yet recorded. Raises Invalid or Misplaced."""
        for name, value in wanted.items():
            setattr(self, name, CLEAN[name](value))
        if "name" in wanted:
            self.folded_name = folded(self.name)
        if "parent_id" in wanted:
            self._go_to_the_end(session)

    def change(self, session: Session, *, by: Actor, now: datetime) -> None:
        """Keep what was put on it. Raises Invalid."""
        raise NotImplementedError

    def _go_to_the_end(self, session: Session) -> None:
        project: Any = type(self)
        here = project.workspace_id == self.workspace_id
        if self.parent_id:
            parent = session.scalar(select(project).where(here, project.id == self.parent_id))
            if parent is None or parent.is_archived:
                raise Misplaced("Choose a project that is still there and not archived.")
        self.position = (session.scalar(select(func.max(project.position)).where(here)) or 0) + 1
