"""Whether a task is done."""

from flask import Blueprint, Response, url_for

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...web import Toast
from .. import answers
from ..finding import find_task_to_edit
from ..titles import shortened

bp = Blueprint("completion", __name__, url_prefix="/tasks/<int:id>/completion")


@bp.post("")
def create(id: int) -> Response:
    with writing():
        task = find_task_to_edit(id)
        task.complete(by=visitor(), now=now())
    undo = url_for("completion.destroy", id=id, _method="POST")
    return answers.row_changed(id, Toast(f"Completed {shortened(task.title)}.", undo))


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    with writing():
        task = find_task_to_edit(id)
        task.reopen()
    undo = url_for("completion.create", id=id)
    return answers.row_changed(id, Toast(f"{shortened(task.title)} is open again.", undo))
