"""Sections: the parts of a project."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from ..activity.deleting import Deleting
from ..activity.merging import Since, merge_since
from ..activity.recording import Actor, Recorded, Tracked, record
from ..database import Base, Id, InWorkspace, partial_index, refers_to, to_parent, workspace_args
from ..errors import Invalid
from ..names import clean_name, folded
from ..ordering import Siblings, put_before
from .editing import LONGEST_NAME
from .models import Project, editable
from .placing import Placing

KEPT = text("deleted_at IS NULL")


def clean_section_name(text: str) -> str:
    """The name as it is kept. Raises Invalid."""
    return clean_name(text, LONGEST_NAME, "A section needs a name.")


class Section(Placing, Deleting, Recorded, Base):
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
        "shifted": "making room for",
        "deleted": "deleting",
        "restored": "restoring",
    }

    project_id: Mapped[int] = mapped_column(Id)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    folded_name: Mapped[str] = mapped_column(String(2 * LONGEST_NAME))

    project: Mapped[Project] = relationship(
        primaryjoin=lambda: to_parent(Section, Section.project_id, Project)
    )

    @classmethod
    def add(cls, session: Session, project: Project, name: str, *, by: Actor, now: datetime) -> "Section":
        """A new section at the end of a project. Raises Invalid."""
        section = cls(workspace_id=project.workspace_id, project_id=project.id)
        section._call(session, name)
        section.position = section.last_position(session) + 1
        session.add(section)
        record(section, "added", by=by, now=now)
        return section

    @classmethod
    def add_before(
        cls, session: Session, other: "Section", name: str, *, by: Actor, now: datetime
    ) -> "Section":
        """A new section right before another one, in the same project. Raises Invalid."""
        section = cls(workspace_id=other.workspace_id, project_id=other.project_id)
        section._call(session, name)
        others = put_before(session, section, section.siblings(), other.id)
        session.add(section)
        section.record_place("added", others, by=by, now=now)
        return section

    def rename(
        self, session: Session, name: str, seen_version: int, *, by: Actor, now: datetime
    ) -> Mapping[str, Since]:
        """Change its name; what others have changed since `seen_version`.

        Raises Invalid if the name cannot be, or is that of another section of the project, or Stale where
        somebody else has renamed it since then.
        """
        merged = merge_since(session, self, {"name": clean_section_name(name)}, seen_version)
        self._call(session, merged.changes.get("name", self.name))
        record(self, "renamed", by=by, now=now)
        return merged.meanwhile

    def put_into(self, session: Session, project: Project, *, by: Actor, now: datetime) -> None:
        """To the end of another project, without its tasks. Raises Invalid if its name is taken there."""
        self.project_id = project.id
        self.position = self.last_position(session) + 1
        self._check_name(session)
        record(self, "moved", by=by, now=now)

    def siblings(self) -> Siblings:
        return (Section.project_id == self.project_id,)

    def last_position(self, session: Session) -> float:
        siblings = (Section.workspace_id == self.workspace_id, Section.project_id == self.project_id)
        return session.scalar(select(func.max(Section.position)).where(*siblings)) or 0

    @classmethod
    def check_reverted(cls, session: Session, rows: Iterable[Any]) -> None:
        for row in rows:
            if not row.is_deleted:
                row._check_name(session)

    def _call(self, session: Session, name: str) -> None:
        self.name = clean_section_name(name)
        self.folded_name = folded(self.name)
        self._check_name(session)

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
