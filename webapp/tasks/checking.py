"""What holds for tasks as they stand together, checked when an undo has put some of them back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session, aliased

from ..errors import Invalid
from ..projects.models import Project
from ..projects.sections import Section
from .waiting import check_waiting

HALF_DONE = "A task is done only when its steps are."
HOMELESS = "The place where it was is gone."
LEFT_BEHIND = "It has got steps since, which would stay behind."


def check_tasks(session: Session, rows: Iterable[Any]) -> None:
    """Raise Invalid if one of these tasks stands where nothing stands, is done where its steps are not, or
    left steps behind.
    """
    changed = list(rows)
    task, workspace_id = type(changed[0]), changed[0].workspace_id
    standing = [row for row in changed if not row.is_deleted]
    for row in standing:
        row.check_words()
    for broken, among, reason in (
        (_left_behind(task), changed, LEFT_BEHIND),
        (_homeless(task), standing, HOMELESS),
        (_half_done(task), changed, HALF_DONE),
    ):
        these = (task.workspace_id == workspace_id, task.id.in_([row.id for row in among]))
        if among and session.scalar(broken.where(*these)):
            raise Invalid(reason)
    for row in _tops(standing):
        row.check_level(session)
        check_waiting(session, row)


def _tops(standing: list[Any]) -> list[Any]:
    """Of rows with steps or parents, those on which the others hang; one of each ring."""
    rows, parents = {row.id: row for row in standing}, {row.parent_id for row in standing}
    tops: dict[int, Any] = {}
    for row in standing:
        top, seen = row, {row.id}
        while top.parent_id in rows and top.parent_id not in seen:
            top = rows[top.parent_id]
            seen.add(top.id)
        if top.parent_id or top.id in parents:
            tops[top.id] = top
    return list(tops.values())


def _left_behind(task: Any) -> Any:
    """Tasks that are deleted or stand elsewhere while a step of theirs does not."""
    step = aliased(task)
    elsewhere = (step.project_id != task.project_id) | step.section_id.is_distinct_from(task.section_id)
    lost = step.deleted_at.is_(None) & task.deleted_at.is_not(None)
    left = lost | (_together(step, task) & elsewhere)
    return select(task.id).join(step, _hangs(step, task)).where(left).limit(1)


def _homeless(task: Any) -> Any:
    parent = aliased(task)
    gone = (
        Project.deleted_at.is_not(None),
        Section.deleted_at.is_not(None),
        Section.project_id != task.project_id,
        parent.deleted_at.is_not(None),
        parent.project_id != task.project_id,
        parent.section_id.is_distinct_from(task.section_id) & parent.id.is_not(None),
    )
    return (
        select(task.id)
        .join(Project, and_(Project.workspace_id == task.workspace_id, Project.id == task.project_id))
        .outerjoin(Section, and_(Section.workspace_id == task.workspace_id, Section.id == task.section_id))
        .outerjoin(parent, _hangs(task, parent))
        .where(or_(*gone))
        .limit(1)
    )


def _half_done(task: Any) -> Any:
    """Also in the bin, so that a task can come back from there with its steps."""
    step, parent = aliased(task), aliased(task)
    open_step = and_(_hangs(step, task), _together(step, task), step.completed_at.is_(None))
    done_parent = and_(_hangs(task, parent), _together(task, parent), parent.completed_at.is_not(None))
    broken = (
        task.completed_at.is_not(None) & step.id.is_not(None),
        task.completed_at.is_(None) & parent.id.is_not(None),
    )
    return (
        select(task.id).outerjoin(step, open_step).outerjoin(parent, done_parent).where(or_(*broken)).limit(1)
    )


def _hangs(step: Any, task: Any) -> Any:
    return and_(step.workspace_id == task.workspace_id, step.parent_id == task.id)


def _together(step: Any, task: Any) -> Any:
    """Both stand, or both were deleted at once."""
    return step.deleted_at.is_not_distinct_from(task.deleted_at)
