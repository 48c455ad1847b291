"""Projects and their members."""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    String,
    UniqueConstraint,
    and_,
    exists,
    select,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..accounts.models import User
from ..database import Base, Id, InWorkspace, partial_index, refers_to, to_children, to_parent, workspace_args

LONGEST_NAME = 120
OWNER, EDITOR, VIEWER = "owner", "editor", "viewer"
MAY_EDIT = (OWNER, EDITOR)


class Project(InWorkspace, Base):
    """A list of tasks with members. Everybody has one Inbox, in their own workspace."""

    __tablename__ = "project"
    __table_args__ = workspace_args(
        partial_index("uq_project_inbox", "workspace_id", where=text("is_inbox"), unique=True),
    )

    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    is_inbox: Mapped[bool] = mapped_column(default=False)

    members: Mapped[list["ProjectMember"]] = relationship(
        primaryjoin=lambda: to_children(ProjectMember, ProjectMember.project_id, Project),
        back_populates="project",
    )

    @classmethod
    def begin_inbox(cls, owner: User) -> "Project":
        """The Inbox of a new person, with them as its owner."""
        inbox = cls(workspace_id=owner.workspace_id, name="Inbox", is_inbox=True)
        inbox.members.append(ProjectMember(user_id=owner.id, role=OWNER))
        return inbox

    @classmethod
    def inbox_of(cls, workspace_id: int) -> "Select[Project]":
        """The Inbox of the person whose own workspace this is."""
        return select(cls).where(cls.workspace_id == workspace_id, cls.is_inbox.is_(True))


class ProjectMember(InWorkspace, Base):
    """A person who may see a project and, as owner or editor, change what is in it."""

    __tablename__ = "project_member"
    __table_args__ = workspace_args(
        refers_to("project", "project_id"),
        UniqueConstraint("workspace_id", "project_id", "user_id"),
        Index("ix_project_member_workspace_id_user_id", "workspace_id", "user_id"),
        CheckConstraint(f"role IN ('{OWNER}', '{EDITOR}', '{VIEWER}')", "role"),
    )

    project_id: Mapped[int] = mapped_column(Id)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    role: Mapped[str] = mapped_column(String(10))

    project: Mapped[Project] = relationship(
        primaryjoin=lambda: to_parent(ProjectMember, ProjectMember.project_id, Project),
        back_populates="members",
    )


def editable(model: Any, actor: Any) -> ColumnElement[bool]:
    """The condition on rows with a `project_id` that a person may change, as its owner or editor."""
    membership = and_(
        ProjectMember.workspace_id == model.workspace_id,
        ProjectMember.project_id == model.project_id,
        ProjectMember.user_id == actor.id,
        ProjectMember.role.in_(MAY_EDIT),
    )
    return and_(model.workspace_id.in_(actor.workspaces), exists().where(membership))
