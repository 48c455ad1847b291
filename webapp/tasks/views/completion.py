"""Whether a task is done."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..finding import find_task_to_edit
from ..titles import shortened

bp = Blueprint("completion", __name__, url_prefix="/tasks/<int:id>/completion")


@bp.post("")
def create(id: int) -> Response:
    with rearranging(visitor().workspaces):
        task = find_task_to_edit(id)
        task.complete(by=visitor(), now=now())
    return answers.row_changed(id, answers.undoable(f"Completed {shortened(task.title)}."))


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    with rearranging(visitor().workspaces) as session:
        task = find_task_to_edit(id)
        task.reopen(session, by=visitor(), now=now())
    return answers.row_changed(id, answers.undoable(f"{shortened(task.title)} is open again."))
