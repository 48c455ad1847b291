"""The place of a task among its neighbours."""

from flask import Blueprint, Response, abort, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..finding import find_task_to_edit
from ..titles import shortened

bp = Blueprint("position", __name__, url_prefix="/tasks/<int:id>/position")


@bp.post("")
def update(id: int) -> Response:
    direction = request.form.get("to", "")
    with rearranging(visitor().workspaces) as session:
        task = find_task_to_edit(id)
        if direction == "up":
            task.move_up(session, by=visitor(), now=now())
        elif direction == "down":
            task.move_down(session, by=visitor(), now=now())
        else:
            abort(422)
    return answers.hanging_changed(answers.undoable(f"Moved {shortened(task.title)} {direction}."))
