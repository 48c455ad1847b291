"""One label: its tasks, its name and colour."""

from flask import Blueprint, Response, abort, request

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...database import writing
from ...errors import Invalid
from ...extensions import db
from ...trees import rearranging
from ...web import page_or_partial
from .. import answers, label_answers
from ..choosing import LABEL, also_changed
from ..forms import NewTaskForm
from ..label_finding import find_label, find_label_row_to_edit, find_label_to_edit
from ..label_forms import LabelForm
from ..rows import parse_cursor
from ..titles import shortened

bp = Blueprint("label", __name__, url_prefix="/labels/<int:id>")


@bp.get("")
def show(id: int) -> Response:
    after = parse_cursor(request.args.get("after", "")) or abort(404)
    label = find_label(id)
    form = NewTaskForm(formdata=None, data={"place": f"label-{id}"})
    context = label_answers.label_context(label, completed="done" in request.args, after=after)
    swap = "tasks/label_more.swap.html" if "after" in request.args else "tasks/label_listed.swap.html"
    return page_or_partial("tasks/label.html", swap, form=form, **context)


@bp.get("/edit")
def edit(id: int) -> Response:
    return label_answers.label_editor(find_label_row_to_edit(id), focus=True)


@bp.route("", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = LabelForm()
    if not form.validate():
        return label_answers.label_editor(find_label_row_to_edit(id), form, 422)
    try:
        with rearranging([visitor().workspace_id]) as session:
            label = find_label_to_edit(id)
            meanwhile = label.change(session, form.wanted, form.seen_version, by=visitor(), now=now())
    except Invalid as error:
        form.refuse(form.name, str(error))
        return label_answers.label_editor(find_label_row_to_edit(id), form, 422)
    except Stale as stale:
        return label_answers.label_conflict(find_label_row_to_edit(id), form, stale)
    also = also_changed(db.session(), visitor(), meanwhile, LABEL)
    toast = answers.undoable(f"Saved {shortened(f'@{label.name}')}.{also}")
    return label_answers.labels_changed(toast, row=find_label(id))


@bp.delete("")
@bp.post("/delete")
def destroy(id: int) -> Response:
    with writing():
        label = find_label_to_edit(id)
        label.delete(by=visitor(), now=now())
    toast = answers.undoable(f"Deleted {shortened(f'@{label.name}')}.")
    return label_answers.labels_changed(toast, gone=id)
