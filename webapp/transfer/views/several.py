"""Adding several tasks at once, one on each line."""

from flask import Blueprint, Response, request
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...once import once
from ...tasks.answers import undoable
from ...tasks.finding import find_inbox_to_edit, find_place_for
from ...tasks.label_finding import find_label_to_edit
from ...tasks.titles import shortened
from ...trees import rearranging
from ...web import came_from, go
from .. import answers
from ..adding import Adding
from ..forms import SeveralForm
from ..lines import as_one_task, planned_lines
from ..plan import PlannedProject

bp = Blueprint("several", __name__, url_prefix="/tasks/several")


@bp.get("/new")
def new() -> Response:
    form = SeveralForm(formdata=None, data={"place": request.args.get("place", ""), "next": came_from()})
    return answers.several(form)


@bp.post("")
def create() -> Response:
    form = SeveralForm()
    if not form.validate():
        return answers.several(form, 422)
    try:
        planned = (as_one_task if "one" in request.form else planned_lines)(form.text.data or "", visitor())
        with rearranging(visitor().workspaces) as session:
            count = once(session, form, lambda: _add(session, form, planned), user_id=visitor().id, now=now())
    except Invalid as error:
        form.refuse(form.text, str(error))
        return answers.several(form, 422)
    what = shortened(planned.tasks[0].title) if count == 1 else f"{count:,} tasks"
    return go(form.next.data or came_from(), undoable(f"Added {what}."))


def _add(session: Session, form: SeveralForm, planned: PlannedProject) -> int:
    kind, id = form.place_id or ("", 0)
    if kind == "label":
        label = find_label_to_edit(id)
        for task in planned.tasks:
            task.labels.append(label.name)
    place = find_inbox_to_edit() if kind == "label" else find_place_for(form)
    return Adding(session, place.workspace_id, visitor(), now()).fill_place(place, planned)
