"""Folding sections and the insides of projects away on one's own screen. It is no change of the project."""

from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint, delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.recording import Actor
from ..database import Base, Id, InWorkspace, refers_to, workspace_args
from .models import Project
from .sections import FoldedSection, Section


class FoldedProject(InWorkspace, Base):
    """A project whose sub-projects a person has folded away among their places."""

    __tablename__ = "folded_project"
    __table_args__ = workspace_args(
        refers_to("project", "project_id"),
        UniqueConstraint("workspace_id", "project_id", "user_id"),
    )

    project_id: Mapped[int] = mapped_column(Id)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))


def fold(session: Session, row: Section | Project, *, by: Actor) -> None:
    """Once is enough, also when two tabs do it in the same moment."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    model, column = _folded(row)
    folded = {"workspace_id": row.workspace_id, column.key: row.id, "user_id": by.id}
    session.execute(insert(model).values(**folded).on_conflict_do_nothing())


def unfold(session: Session, row: Section | Project, *, by: Actor) -> None:
    model, column = _folded(row)
    own = (model.workspace_id == row.workspace_id, column == row.id, model.user_id == by.id)
    session.execute(delete(model).where(*own))


def _folded(row: Section | Project) -> tuple[Any, Any]:
    """The model of what is folded, and its column that names the row."""
    if isinstance(row, Section):
        return FoldedSection, FoldedSection.section_id
    return FoldedProject, FoldedProject.project_id
