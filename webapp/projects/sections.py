"""Sections: the parts of a project."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from ..activity.deleting import Deleting
from ..activity.recording import Actor, Recorded, Tracked, record
from ..database import Base, Id, InWorkspace, partial_index, refers_to, to_parent, workspace_args
from ..errors import Invalid
from ..names import clean_name, folded
from .models import LONGEST_NAME, Project, editable

KEPT = text("deleted_at IS NULL")


class Section(Deleting, Recorded, Base):
    """A part of a project with a name of its own; `position` orders it among the others."""

    __tablename__ = "section"
    __table_args__ = workspace_args(
        refers_to("project", "project_id"),
        partial_index("ix_section_place", "workspace_id", "project_id", "position", where=KEPT),
        partial_index(
            "uq_section_name", "workspace_id", "project_id", "folded_name", where=KEPT, unique=True
        ),
    )

    subject = noun = "section"
    tracked: ClassVar = {
        "name": Tracked("name", str),
        "folded_name": Tracked("name"),
        "project_id": Tracked("project", refers="project"),
        "position": Tracked("order"),
        "deleted_at": Tracked("deleted"),
    }
    verbs: ClassVar = {
        "added": "adding",
        "renamed": "renaming",
        "moved": "moving",
        "deleted": "deleting",
        "restored": "restoring",
    }

    project_id: Mapped[int] = mapped_column(Id)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    folded_name: Mapped[str] = mapped_column(String(2 * LONGEST_NAME))
    position: Mapped[float] = mapped_column(default=0)

    project: Mapped[Project] = relationship(
        primaryjoin=lambda: to_parent(Section, Section.project_id, Project)
    )

    @classmethod
    def add(cls, session: Session, project: Project, name: str, *, by: Actor, now: datetime) -> "Section":
        """A new section at the end of a project. Raises Invalid."""
        name = clean_name(name, LONGEST_NAME)
        section = cls(
            workspace_id=project.workspace_id, project_id=project.id, name=name, folded_name=folded(name)
        )
        section.position = section.last_position(session) + 1
        section._check_name(session)
        session.add(section)
        record(section, "added", by=by, now=now)
        return section

    def rename(self, session: Session, name: str, *, by: Actor, now: datetime) -> None:
        """Raises Invalid if the name cannot be, or is that of another section of the project."""
        self.name = clean_name(name, LONGEST_NAME)
        self.folded_name = folded(self.name)
        self._check_name(session)
        record(self, "renamed", by=by, now=now)

    def last_position(self, session: Session) -> float:
        siblings = (Section.workspace_id == self.workspace_id, Section.project_id == self.project_id)
        return session.scalar(select(func.max(Section.position)).where(*siblings)) or 0

    @classmethod
    def check_reverted(cls, session: Session, rows: Iterable[Any]) -> None:
        for row in rows:
            if not row.is_deleted:
                row._check_name(session)

    def _check_name(self, session: Session) -> None:
        same = (
            Section.folded_name == self.folded_name,
            Section.id != (self.id or 0),
            Section.deleted_at.is_(None),
        )
        here = (Section.workspace_id == self.workspace_id, Section.project_id == self.project_id)
        if session.scalar(select(Section.id).where(*here, *same)):
            raise Invalid(f"There is a section “{self.name}” in this project already.")

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        return editable(cls, actor)


class FoldedSection(InWorkspace, Base):
    """A section that a person has folded away on their screen. It is no change of the project."""

    __tablename__ = "folded_section"
    __table_args__ = workspace_args(
        refers_to("section", "section_id"),
        UniqueConstraint("workspace_id", "section_id", "user_id"),
    )

    section_id: Mapped[int] = mapped_column(Id)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
