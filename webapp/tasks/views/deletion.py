"""Whether a task is deleted. Deleting itself is `DELETE /tasks/7`; this resource takes it back."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...errors import Invalid
from ...projects.models import Project
from ...projects.sections import Section
from ...trees import rearranging
from .. import answers, listings
from ..finding import find_place, find_task_or_binned
from ..forms import TaskForm
from ..labelling import UnknownLabel
from ..places import NoPlace
from ..saving import restore_with
from ..titles import shortened

bp = Blueprint("deletion", __name__, url_prefix="/tasks/<int:id>/deletion")


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    if "title" in request.form:
        return _restore_with(id, TaskForm())
    with rearranging(visitor().workspaces) as session:
        task = find_task_or_binned(id)
        task.restore(session, by=visitor(), now=now())
    toast = answers.undoable(f"{shortened(task.title)} is back.")
    return answers.row_changed(id, toast, back=listings.list_place())


def _restore_with(id: int, form: TaskForm) -> Response:
    """Bring it back with what was typed while somebody else deleted it."""
    if not form.validate():
        return answers.editor("tasks/_binned.html", find_task_or_binned(id).id, form, 422, gone=True)
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_or_binned(id)
            saved = restore_with(session, task, form.wanted(_place_of(form)), by=visitor(), now=now())
    except UnknownLabel as error:
        form.offer_label(error)
        return answers.editor("tasks/_binned.html", id, form, 422, gone=True)
    except Invalid as error:
        form.refuse(form.title, str(error))
        return answers.editor("tasks/_binned.html", id, form, 422, gone=True)
    except Stale as stale:
        return answers.conflict(id, form, stale, gone=True)
    return answers.row_changed(id, answers.saved(task, saved, "{} is back."), back=listings.list_place())


def _place_of(form: TaskForm) -> Project | Section | None:
    """The place that the form names; if that is gone too, the task comes back to where it was."""
    try:
        return find_place(form)
    except NoPlace:
        return None
