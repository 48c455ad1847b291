"""What a row counts and names of what hangs on its task, each as a part of one statement."""

from typing import Any

from sqlalchemy import String, case, cast, func, select

from .blocking import Blocker
from .labels import TaskLabel
from .models import Task

task_, task_label_, blocker_ = Task.__table__.c, TaskLabel.__table__.c, Blocker.__table__.c
step_, other_ = Task.__table__.alias("step"), Task.__table__.alias("other")


def steps(*conditions: Any) -> Any:
    """How many steps it has."""
    own = (step_.c.workspace_id == task_.workspace_id, step_.c.parent_id == task_.id)
    kept = select(func.count()).select_from(step_).where(*own, step_.c.deleted_at.is_(None), *conditions)
    return kept.scalar_subquery()


def steps_done() -> Any:
    return steps(step_.c.completed_at.is_not(None))


def blocked_by() -> Any:
    """The title of an open task for which this one waits."""
    both = (
        blocker_.workspace_id == task_.workspace_id,
        blocker_.task_id == task_.id,
        blocker_.deleted_at.is_(None),
    )
    waits = (other_.c.workspace_id == blocker_.workspace_id) & (other_.c.id == blocker_.blocked_by_id)
    still = (other_.c.completed_at.is_(None), other_.c.deleted_at.is_(None))
    # The first by name: asked in the order of ids, SQLite walks all blockers of the workspace for it.
    return (
        select(func.min(other_.c.title)).join(Blocker.__table__, waits).where(*both, *still).scalar_subquery()
    )


def label_ids() -> Any:
    """The ids of its labels, with commas between them."""
    own = (task_label_.workspace_id == task_.workspace_id, task_label_.task_id == task_.id)
    ids = cast(task_label_.label_id, String)
    return (
        select(func.aggregate_strings(ids, ","))
        .where(*own, task_label_.deleted_at.is_(None))
        .scalar_subquery()
    )


def parent() -> Any:
    """The title of the task on which it hangs, if it hangs on one."""
    own = (other_.c.workspace_id == task_.workspace_id, other_.c.id == task_.parent_id)
    return case((task_.parent_id.is_not(None), select(other_.c.title).where(*own).scalar_subquery()))
