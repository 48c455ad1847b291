"""Projects, the tree that they form, and their members."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

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
    func,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from ..accounts.models import User
from ..activity.recording import Actor, Recorded, Tracked, record
from ..database import Base, Id, InWorkspace, partial_index, refers_to, to_children, to_parent, workspace_args
from ..errors import Invalid
from ..names import folded
from ..ordering import Siblings
from ..trees import Misplaced, check_place
from .archiving import Archiving
from .editing import Editing, clean_project_name
from .placing import Placing

LEVELS = 4
HUES = 24
OWNER, EDITOR, VIEWER = "owner", "editor", "viewer"
MAY_EDIT = (OWNER, EDITOR)

TOP = text("parent_id IS NULL AND deleted_at IS NULL")
NESTED = text("parent_id IS NOT NULL AND deleted_at IS NULL")


class Project(Editing, Placing, Archiving, Recorded, Base):
    """A list of tasks with members. Everybody has one Inbox, in their own workspace.

    `hue` is one of HUES colours around the wheel; `position` orders it among those with the same parent.
    """

    __tablename__ = "project"
    __table_args__ = workspace_args(
        refers_to("project", "parent_id"),
        partial_index("uq_project_inbox", "workspace_id", where=text("is_inbox"), unique=True),
        partial_index(
            "uq_project_nested", "workspace_id", "parent_id", "folded_name", where=NESTED, unique=True
        ),
        partial_index("uq_project_top", "workspace_id", "folded_name", where=TOP, unique=True),
        CheckConstraint(f"hue >= 0 AND hue < {HUES}", "hue"),
    )

    subject = noun = "project"
    project_from = "id"
    tracked: ClassVar = {
        "name": Tracked("name", str),
        "folded_name": Tracked("name"),
        "hue": Tracked("colour"),
        "emoji": Tracked("emoji", str),
        "parent_id": Tracked("inside", refers="project"),
        "position": Tracked("order"),
        "archived_at": Tracked("archived"),
        "deleted_at": Tracked("deleted"),
    }
    verbs: ClassVar = {
        "added": "adding",
        "changed": "changing",
        "moved": "moving",
        "shifted": "making room for",
        "archived": "archiving",
        "unarchived": "bringing back",
        "deleted": "deleting",
        "restored": "restoring",
    }

    is_inbox: Mapped[bool] = mapped_column(default=False)

    members: Mapped[list["ProjectMember"]] = relationship(
        primaryjoin=lambda: to_children(ProjectMember, ProjectMember.project_id, Project),
        back_populates="project",
    )

    @classmethod
    def begin_inbox(cls, owner: User) -> "Project":
        """The Inbox of a new person, with them as its owner."""
        inbox = cls(workspace_id=owner.workspace_id, name="Inbox", folded_name=folded("Inbox"), is_inbox=True)
        inbox.members.append(ProjectMember(user_id=owner.id, role=OWNER))
        return inbox

    @classmethod
    def inbox_of(cls, workspace_id: int) -> "Select[Project]":
        """The Inbox of the person whose own workspace this is."""
        return select(cls).where(cls.workspace_id == workspace_id, cls.is_inbox.is_(True))

    @classmethod
    def new(cls, session: Session, workspace_id: int, *, parent_id: int | None = None) -> "Project":
        """One without a name yet, at the end of its siblings; to be described and then added."""
        last = select(func.max(cls.position), func.count(cls.id)).where(cls.workspace_id == workspace_id)
        position, count = session.execute(last).one()
        hue = 7 * count % HUES  # neighbours look different, and every hue has its turn
        return cls(workspace_id=workspace_id, parent_id=parent_id, position=(position or 0) + 1, hue=hue)

    def rename(self, name: str) -> None:
        """Raises Invalid. Recorded by `add_to` or `change`."""
        name = clean_project_name(name)
        if self.is_inbox and name != self.name:
            raise Invalid("The Inbox keeps its name.")
        self.name, self.folded_name = name, folded(name)

    def add_to(self, session: Session, *, by: Actor, now: datetime) -> "Project":
        """Keep a new one; whoever adds it owns it. Raises Invalid if its name is taken or it is too deep."""
        self.members.append(ProjectMember(workspace_id=self.workspace_id, user_id=by.id, role=OWNER))
        self._check_name(session)
        session.add(self)
        record(self, "added", by=by, now=now)
        self._check_level(session)
        return self

    def change(self, session: Session, *, by: Actor, now: datetime) -> None:
        """Keep its new name, colour, emoji or place. Raises Invalid."""
        self._check_name(session)
        record(self, "changed", by=by, now=now)
        self._check_level(session)

    def siblings(self) -> Siblings:
        place = Project.parent_id.is_not_distinct_from(self.parent_id)
        return place, Project.archived_at.is_(None), Project.is_inbox.is_(False)

    def move(self, session: Session, step: str, *, by: Actor, now: datetime) -> None:
        self.refuse_inbox("moved")
        super().move(session, step, by=by, now=now)

    @classmethod
    def check_reverted(cls, session: Session, rows: Iterable[Any]) -> None:
        for row in rows:
            if row.is_deleted:
                row._check_nothing_inside(session)
            else:
                row._check_name(session)
                row._check_level(session)

    def _check_nothing_inside(self, session: Session) -> None:
        inside = (Project.parent_id == self.id, Project.deleted_at.is_(None))
        if session.scalar(select(Project.id).where(Project.workspace_id == self.workspace_id, *inside)):
            raise Invalid("It has got sub-projects since, which would stay behind.")

    def _check_name(self, session: Session) -> None:
        place = Project.parent_id.is_not_distinct_from(self.parent_id)
        same = (
            Project.folded_name == self.folded_name,
            Project.id != (self.id or 0),
            Project.deleted_at.is_(None),
        )
        if session.scalar(select(Project.id).where(Project.workspace_id == self.workspace_id, place, *same)):
            raise Invalid(f"There is a project “{self.name}” already.")

    def _check_level(self, session: Session) -> None:
        parent = self.parent_id and session.get_one(Project, (self.workspace_id, self.parent_id))
        if parent and (parent.is_deleted or parent.is_inbox):
            raise Misplaced(f"Nothing can be put into “{parent.name}”.")
        into_itself = "A project cannot be put into itself."
        check_place(session, self, LEVELS, into_itself, f"Projects go {LEVELS} levels deep, no deeper.")

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> ColumnElement[bool]:
        return and_(cls.workspace_id.in_(actor.workspaces), _membership(cls, cls.id, actor, (OWNER,)))

    @classmethod
    def may_be_filled_by(cls, actor: Any) -> ColumnElement[bool]:
        """The condition on projects in which a person may add and change tasks."""
        standing = (cls.deleted_at.is_(None), cls.archived_at.is_(None))
        return and_(
            cls.workspace_id.in_(actor.workspaces), _membership(cls, cls.id, actor, MAY_EDIT), *standing
        )

    @classmethod
    def may_be_seen_by(cls, actor: Any) -> ColumnElement[bool]:
        """The condition on projects that are there for a person, archived or not."""
        return and_(cls.has_member(actor), cls.deleted_at.is_(None))

    @classmethod
    def has_member(cls, actor: Any) -> ColumnElement[bool]:
        """The condition on projects of which a person is a member, deleted or not."""
        membership = _membership(cls, cls.id, actor, (*MAY_EDIT, VIEWER))
        return and_(cls.workspace_id.in_(actor.workspaces), membership)


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
    standing = exists().where(
        Project.workspace_id == model.workspace_id,
        Project.id == model.project_id,
        Project.deleted_at.is_(None),
        Project.archived_at.is_(None),
    )
    membership = _membership(model, model.project_id, actor, MAY_EDIT)
    return and_(model.workspace_id.in_(actor.workspaces), membership, standing)


def _membership(model: Any, project_id: Any, actor: Any, roles: tuple[str, ...]) -> ColumnElement[bool]:
    return exists().where(
        ProjectMember.workspace_id == model.workspace_id,
        ProjectMember.project_id == project_id,
        ProjectMember.user_id == actor.id,
        ProjectMember.role.in_(roles),
    )
