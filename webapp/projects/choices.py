"""The projects that a person may choose from, as a tree that is read from above."""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.recording import Actor
from .models import Project


class Choice(NamedTuple):
    """A project, and how deep it stands; 0 is the top."""

    id: int
    name: str
    emoji: str
    depth: int

    @property
    def words(self) -> str:
        """What a list of choices says; what is below something is indented by spaces that do not break."""
        return "\u00a0\u00a0\u00a0" * self.depth + " ".join(filter(None, (self.emoji, self.name)))


def parents_for(
    session: Session, workspace_id: int, by: Actor, project: Project | None = None
) -> list[Choice]:
    """A person's own projects under which one may stand; itself and what is beneath it are left out.

    It may stay where it is, even if that was archived.
    """
    present = project.parent_id if project else None
    standing = or_(Project.archived_at.is_(None), Project.id == present) & Project.deleted_at.is_(None)
    own = (Project.may_be_changed_by(by), Project.is_inbox.is_(False), standing)
    return _tree(session, project.id if project else 0, workspace_id, *own)


def projects_to_fill(session: Session, workspace_id: int, by: Actor) -> list[Choice]:
    """The projects of a workspace into which a person may put something, the Inbox first."""
    return _tree(session, 0, workspace_id, Project.may_be_filled_by(by))


def archived_projects(session: Session, by: Visitor) -> list[Choice]:
    """All archived projects of which a person is a member, their own first."""
    seen = (Project.may_be_seen_by(by), Project.archived_at.is_not(None))
    others = sorted(set(by.workspaces) - {by.workspace_id})
    return [choice for home in (by.workspace_id, *others) for choice in _tree(session, 0, home, *seen)]


def _tree(
    session: Session, leaving_out: int, workspace_id: int, *conditions: ColumnElement[bool]
) -> list[Choice]:
    """Each project, then what is below it. What hangs on something that is not here stands at the top."""
    found = select(Project.id, Project.name, Project.emoji, Project.parent_id)
    ordered = found.order_by(Project.is_inbox.desc(), Project.position, Project.id)
    rows = session.execute(ordered.where(Project.workspace_id == workspace_id, *conditions)).all()
    here = {row.id for row in rows}
    below: dict[int | None, list[Any]] = {}
    for row in rows:
        below.setdefault(row.parent_id if row.parent_id in here else None, []).append(row)

    def walk(parent_id: int | None, depth: int) -> list[Choice]:
        return [
            choice
            for row in below.get(parent_id, ())
            if row.id != leaving_out
            for choice in (Choice(row.id, row.name, row.emoji, depth), *walk(row.id, depth + 1))
        ]

    return walk(None, 0)
