"""The steps of a task."""

from flask import Blueprint, Response, url_for

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...once import once
from ...trees import rearranging
from .. import answers
from ..finding import find_task, find_task_to_edit
from ..forms import StepForm
from ..titles import clean_title, shortened

bp = Blueprint("steps", __name__, url_prefix="/tasks/<int:id>/steps")


@bp.get("")
def index(id: int) -> Response:
    return answers.steps(find_task(id))


@bp.post("")
def create(id: int) -> Response:
    form = StepForm()
    if not form.validate():
        return answers.refused(find_task(id).id, " ".join(form.title.errors))
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            once(
                session,
                form,
                lambda: task.add_step(session, form.title.data, by=visitor(), now=now()).id,
                user_id=visitor().id,
                now=now(),
            )
    except Invalid as error:
        return answers.refused(id, str(error))
    added = answers.undoable(f"Added {shortened(clean_title(form.title.data))}.")
    return answers.hanging_changed(added, url_for("tasks.edit", id=id))
