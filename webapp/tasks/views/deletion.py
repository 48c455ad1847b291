"""Whether a task is deleted. Deleting itself is `DELETE /tasks/7`; this resource takes it back."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..finding import find_task_or_binned
from ..forms import TitleForm
from ..titles import shortened

bp = Blueprint("deletion", __name__, url_prefix="/tasks/<int:id>/deletion")


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    form = TitleForm() if "title" in request.form else None
    if form and not form.validate():
        return answers.editor("tasks/_binned.html", find_task_or_binned(id).id, form, 422)
    with rearranging(visitor().workspaces) as session:
        task = find_task_or_binned(id)
        if form:
            task.restore_as(session, form.title.data, by=visitor(), now=now())
        else:
            task.restore(session, by=visitor(), now=now())
    toast = answers.undoable(f"{shortened(task.title)} is back.")
    return answers.row_changed(id, toast, back=answers.list_place())
