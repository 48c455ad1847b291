"""How the line of a task is read: again, with some or all of it as text."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...errors import Invalid
from ...trees import rearranging
from .. import answers, readings
from ..finding import find_task_to_edit
from ..forms import ReadingForm
from ..saving import save
from ..titles import shortened

bp = Blueprint("reading", __name__, url_prefix="/tasks/<int:id>/reading")


@bp.post("")
def update(id: int) -> Response:
    form = ReadingForm(formdata=request.values)
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            before = readings.line_of(session, visitor(), task, form)
            line = readings.other_reading(session, visitor(), task, form)
            wanted = readings.wanted_of(before, line, task, form)
            saved = save(session, task, wanted, by=visitor(), now=now())
    except (Invalid, Stale) as error:
        return answers.refused(id, readings.why_not(error))
    kept = "Kept {} as text." if form.kept.data == readings.ALL else "Read {} again."
    toast = readings.said(task, form, line, kept.format(shortened(task.title)))
    return answers.row_changed(id, toast, moved=saved.moved)
