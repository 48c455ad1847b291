"""Deleting the tasks that are selected."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..chosen import clean_ids
from ..finding import find_tasks_to_edit
from ..many import delete_many

bp = Blueprint("selected_deletion", __name__, url_prefix="/tasks/selection/deletion")


@bp.post("")
def create() -> Response:
    ids = clean_ids(request.form.getlist("ids"))
    with rearranging(visitor().workspaces) as session:
        chosen = delete_many(session, find_tasks_to_edit(ids), by=visitor(), now=now())
    return answers.rows_changed(chosen.ids, answers.undoable(chosen.told("Deleted")))
