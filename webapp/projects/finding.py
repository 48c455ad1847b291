"""Finding projects through the person who asks: what is not theirs does not exist for them."""

from flask import abort
from sqlalchemy import exists, select

from ..accounts.signing_in import visitor
from ..extensions import db
from .models import Project, ProjectMember


def find_project(id: int) -> Project:
    """A project to look at, archived or not. 404 unless the person is a member of it."""
    member = exists().where(
        ProjectMember.workspace_id == Project.workspace_id,
        ProjectMember.project_id == Project.id,
        ProjectMember.user_id == visitor().id,
    )
    seen = (Project.workspace_id.in_(visitor().workspaces), Project.deleted_at.is_(None), member)
    return db.session.scalar(select(Project).where(Project.id == id, *seen)) or abort(404)


def find_own_project(id: int) -> Project:
    """A project of the person's own. 404 unless they are a member, 403 unless it is theirs and stands."""
    own = (Project.may_be_changed_by(visitor()), Project.deleted_at.is_(None), Project.archived_at.is_(None))
    return db.session.scalar(select(Project).where(Project.id == id, *own)) or _refuse(find_project(id))


def _refuse(_project: Project) -> Project:
    abort(403)
