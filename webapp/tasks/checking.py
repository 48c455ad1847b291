"""What holds for tasks as they stand together, checked when an undo has put some of them back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from ..errors import Invalid
from ..projects.models import Project
from ..projects.sections import Section


def check_tasks(session: Session, rows: Iterable[Any]) -> None:
    """Raise Invalid if one of these tasks stands where nothing stands, or is done where its steps are not."""
    standing = [row for row in rows if not row.is_deleted]
    if not standing:
        return
    task = type(standing[0])
    for row in standing:
        row.check_words()
    for broken, reason in (
        (_homeless(task), "The place where it was is gone."),
        (_half_done(task), HALF_DONE),
    ):
        ids = [row.id for row in standing]
        if session.scalar(broken.where(task.workspace_id == standing[0].workspace_id, task.id.in_(ids))):
            raise Invalid(reason)
    among = {row.id for row in standing}
    for row in standing:
        if row.parent_id and row.parent_id not in among:
            row.check_level(session)


HALF_DONE = "A task is done only when its steps are."


def _homeless(task: Any) -> Any:
    parent = aliased(task)
    return (
        select(task.id)
        .join(Project, and_(Project.workspace_id == task.workspace_id, Project.id == task.project_id))
        .outerjoin(Section, and_(Section.workspace_id == task.workspace_id, Section.id == task.section_id))
        .outerjoin(parent, and_(parent.workspace_id == task.workspace_id, parent.id == task.parent_id))
        .where(
            or_(
                Project.deleted_at.is_not(None),
                Section.deleted_at.is_not(None),
                Section.project_id != task.project_id,
                parent.deleted_at.is_not(None),
                parent.project_id != task.project_id,
                parent.section_id.is_distinct_from(task.section_id) & parent.id.is_not(None),
            )
        )
        .limit(1)
    )


def _half_done(task: Any) -> Any:
    step, parent = aliased(task), aliased(task)
    return (
        select(task.id)
        .outerjoin(
            step,
            and_(
                step.workspace_id == task.workspace_id,
                step.parent_id == task.id,
                step.deleted_at.is_(None),
                step.completed_at.is_(None),
            ),
        )
        .outerjoin(parent, and_(parent.workspace_id == task.workspace_id, parent.id == task.parent_id))
        .where(
            or_(
                task.completed_at.is_not(None) & step.id.is_not(None),
                task.completed_at.is_(None) & parent.completed_at.is_not(None),
            )
        )
        .limit(1)
    )
