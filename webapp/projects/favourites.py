"""The projects that a person likes to have at hand."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, and_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.recording import Actor, Recorded, Tracked, record
from ..database import Base, Id, refers_to, workspace_args
from .editing import LONGEST_NAME
from .models import Project


class Favourite(Recorded, Base):
    """That a project is a person's favourite; one that it no longer is stays as a deleted row."""

    __tablename__ = "favourite"
    __table_args__ = workspace_args(
        refers_to("project", "project_id"),
        UniqueConstraint("workspace_id", "user_id", "project_id"),
    )

    subject, noun = "favourite", "project"
    tracked: ClassVar = {"deleted_at": Tracked("favourite")}
    verbs: ClassVar = {"liked": "liking", "unliked": "no longer liking"}

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    project_id: Mapped[int] = mapped_column(Id)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))

    @classmethod
    def set(cls, session: Session, project: Project, liked: bool, *, by: Actor, now: datetime) -> None:
        """Let a project be a favourite of whoever acts, or no longer."""
        own = (cls.workspace_id == project.workspace_id, cls.user_id == by.id, cls.project_id == project.id)
        row = session.scalar(select(cls).where(*own))
        if row is None:
            if not liked:
                return
            row = cls(
                workspace_id=project.workspace_id, user_id=by.id, project_id=project.id, name=project.name
            )
            session.add(row)
        row.name = project.name
        row.deleted_at = None if liked else row.deleted_at or now
        record(row, "liked" if liked else "unliked", by=by, now=now)

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        return and_(cls.workspace_id.in_(actor.workspaces), cls.user_id == actor.id)
