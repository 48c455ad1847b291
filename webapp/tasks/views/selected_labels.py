"""The labels of the tasks that are selected."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..chosen import clean_ids
from ..finding import find_tasks_to_edit
from ..label_forms import ids_in
from ..labelling_many import label_many, unlabel_many

bp = Blueprint("selected_labels", __name__, url_prefix="/tasks/selection/labels")


@bp.post("")
def create() -> Response:
    ids, labels = clean_ids(request.form.getlist("ids")), ids_in(request.form.getlist("labels"))
    with rearranging(visitor().workspaces) as session:
        chosen = label_many(session, find_tasks_to_edit(ids), labels, by=visitor(), now=now())
    return answers.rows_changed(chosen.ids, answers.undoable(chosen.told("Labelled")))


@bp.post("/delete")
@bp.delete("")
def destroy() -> Response:
    ids, labels = clean_ids(request.form.getlist("ids")), ids_in(request.form.getlist("labels"))
    with rearranging(visitor().workspaces) as session:
        chosen = unlabel_many(session, find_tasks_to_edit(ids), labels, by=visitor(), now=now())
    return answers.rows_changed(chosen.ids, answers.undoable(chosen.told("Took labels from")))
