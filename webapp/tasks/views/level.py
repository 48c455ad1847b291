"""How deep a task hangs: one level deeper makes it a step of the task before it."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...trees import rearranging
from .. import answers
from ..finding import find_task_to_edit
from ..titles import shortened

bp = Blueprint("level", __name__, url_prefix="/tasks/<int:id>/level")


@bp.post("")
def create(id: int) -> Response:
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            was = task.before()
            task.indent(session, by=visitor(), now=now())
    except Invalid as error:
        return answers.refused(id, str(error))
    return answers.moved(task, was, answers.undoable(f"{shortened(task.title)} is a step now."))


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            was = task.before()
            task.outdent(session, by=visitor(), now=now())
    except Invalid as error:
        return answers.refused(id, str(error))
    return answers.moved(task, was, answers.undoable(f"{shortened(task.title)} is one level higher."))
