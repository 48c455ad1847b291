"""Finding a task through the person who asks: what is not theirs does not exist for them."""

from flask import abort
from sqlalchemy import ColumnElement, Select, and_, exists, select
from werkzeug.exceptions import NotFound

from ..accounts.signing_in import visitor
from ..accounts.visitors import Visitor
from ..extensions import db
from ..projects.models import MAY_EDIT, Project, ProjectMember
from .models import Task
from .rows import TaskRow, some_rows


class Binned(NotFound):
    """The task was there and is deleted: a 404 after which it can be brought back."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task


def find_task(id: int) -> TaskRow:
    """A task to show. 404 unless the person may see it."""
    rows = some_rows(visitor(), [id])
    return rows[0] if rows else abort(404)


def find_task_to_edit(id: int) -> Task:
    """A task to change, locked until the transaction ends.

    404 unless the person may see it (Binned if it is deleted), 403 if they may only see it.
    """
    task = find_task_or_binned(id)
    if task.is_deleted:
        raise Binned(task)
    return task


def find_task_or_binned(id: int) -> Task:
    """As `find_task_to_edit`, deleted or not."""
    lock = _editable(visitor()).where(Task.id == id).with_for_update(of=Task, key_share=True)
    return db.session.scalar(lock) or abort(403 if some_rows(visitor(), [id]) else 404)


def find_inbox_to_edit() -> Project:
    """The person's own Inbox, where new tasks go."""
    return db.session.scalars(Project.inbox_of(visitor().workspace_id)).one()


def editable_by(person: Visitor) -> ColumnElement[bool]:
    """The condition on tasks that a person may change."""
    membership = and_(
        ProjectMember.workspace_id == Task.workspace_id,
        ProjectMember.project_id == Task.project_id,
        ProjectMember.user_id == person.id,
        ProjectMember.role.in_(MAY_EDIT),
    )
    return and_(Task.workspace_id.in_(person.workspaces), exists().where(membership))


def _editable(person: Visitor) -> Select[Task]:
    return select(Task).where(editable_by(person))
