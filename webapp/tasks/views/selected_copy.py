"""The tasks that are selected once more."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..chosen import clean_ids
from ..duplicating import duplicate
from ..finding import find_tasks_to_edit

bp = Blueprint("selected_copy", __name__, url_prefix="/tasks/selection/copy")


@bp.post("")
def create() -> Response:
    ids = clean_ids(request.form.getlist("ids"))
    with rearranging(visitor().workspaces) as session:
        chosen = find_tasks_to_edit(ids)
        copies = duplicate(session, chosen, by=visitor(), now=now())
    return answers.rows_changed(copies.values(), answers.undoable(chosen.told("Duplicated")))
