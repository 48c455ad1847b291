"""What members of a project may read: what is in it, and what the log tells of it."""

from typing import Any

from sqlalchemy import ColumnElement, exists

from ..activity.seeing import lets_read
from .models import ProjectMember


@lets_read
def in_their_projects(workspace_id: Any, project_id: Any, actor: Any) -> ColumnElement[bool]:
    """The condition on rows of a project that a person is a member of it, whatever became of it."""
    return exists().where(
        ProjectMember.workspace_id == workspace_id,
        ProjectMember.project_id == project_id,
        ProjectMember.user_id == actor.id,
    )
