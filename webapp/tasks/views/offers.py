"""Names that a line mentions and nothing has yet: made, and given to its task."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...errors import Invalid
from ...trees import rearranging
from .. import answers, readings
from ..finding import find_task_to_edit
from ..forms import ReadingForm
from ..offering import make_offered
from ..saving import save
from ..titles import shortened

bp = Blueprint("offers", __name__, url_prefix="/tasks/<int:id>/offers")


@bp.post("")
def create(id: int) -> Response:
    form = ReadingForm(formdata=request.values)
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            before = readings.line_of(session, visitor(), task, form)
            offer = readings.offer_of(before, form)
            make_offered(session, offer, before, by=visitor(), now=now())
            line = readings.line_of(session, visitor(), task, form)
            wanted = readings.wanted_of(before, line, task, form)
            saved = save(session, task, wanted, by=visitor(), now=now())
    except (Invalid, Stale) as error:
        return answers.refused(id, readings.why_not(error))
    toast = readings.said(task, form, line, f"Created {offer.words} for {shortened(task.title)}.")
    return answers.row_changed(id, toast, moved=saved.moved)
