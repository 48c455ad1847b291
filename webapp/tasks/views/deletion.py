"""Whether a task is deleted. Deleting itself is `DELETE /tasks/7`; this resource takes it back."""

from flask import Blueprint, Response, request

from ...database import writing
from ...web import Toast
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
    with writing():
        task = find_task_or_binned(id)
        task.restore(title=form.title.data if form else None)
    toast = Toast(f"{shortened(task.title)} is back.")
    return answers.row_changed(id, toast, back=answers.list_place())
