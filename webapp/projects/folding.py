"""Folding sections away on one's own screen, and unfolding them. It is no change of the project."""

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from ..activity.recording import Actor
from .sections import FoldedSection, Section


def fold(session: Session, section: Section, *, by: Actor) -> None:
    """Once is enough, also when two tabs do it in the same moment."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    folded = {"workspace_id": section.workspace_id, "section_id": section.id, "user_id": by.id}
    session.execute(insert(FoldedSection).values(**folded).on_conflict_do_nothing())


def unfold(session: Session, section: Section, *, by: Actor) -> None:
    own = (FoldedSection.section_id == section.id, FoldedSection.user_id == by.id)
    session.execute(delete(FoldedSection).where(FoldedSection.workspace_id == section.workspace_id, *own))
