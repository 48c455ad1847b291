"""A task once more."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers, listings
from ..duplicating import duplicate
from ..finding import find_task_to_edit, find_tasks_to_edit
from ..titles import shortened

bp = Blueprint("copy", __name__, url_prefix="/tasks/<int:id>/copy")


@bp.post("")
def create(id: int) -> Response:
    with rearranging(visitor().workspaces) as session:
        task = find_task_to_edit(id)
        copies = duplicate(session, find_tasks_to_edit([id]), by=visitor(), now=now())
    toast = answers.undoable(f"Duplicated {shortened(task.title)}.")
    return answers.row_changed(copies[id], toast, back=listings.list_place())
