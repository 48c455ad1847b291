"""The labels of one task."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...trees import rearranging
from ...web import page_or_partial
from .. import answers, listings
from ..finding import find_editable_row, find_task_to_edit
from ..label_forms import LabelsForm
from ..label_tags import label_choices
from ..labelling import UnknownLabel, apply_labels
from ..rows import TaskRow
from ..titles import shortened

bp = Blueprint("task_labels", __name__, url_prefix="/tasks/<int:id>/labels")


@bp.get("")
def edit(id: int) -> Response:
    task = find_editable_row(id)
    ids = frozenset(label.id for label in task.labels)
    return _form(task, LabelsForm(formdata=None, data={"labels": ids, "seen_labels": ids}))


@bp.route("", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = LabelsForm()
    if not form.validate():
        return _form(find_editable_row(id), form, 422)
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            apply_labels(session, task, form.wanted_labels, by=visitor(), now=now())
    except UnknownLabel as error:
        form.offer_label(error)
        return _form(find_editable_row(id), form, 422)
    except Invalid as error:
        form.refuse(form.new_label, str(error))
        return _form(find_editable_row(id), form, 422)
    toast = answers.undoable(f"Saved the labels of {shortened(task.title)}.")
    return answers.row_finished(id, toast, back=listings.list_place())


def _form(task: TaskRow, form: LabelsForm, code: int = 200) -> Response:
    context = {"task": task, "form": form, "labels": label_choices(visitor(), task.id)}
    return page_or_partial("tasks/task_labels.html", "tasks/_task_labels.html", code, **context)
