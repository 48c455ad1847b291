"""The priority of the tasks that are selected."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..chosen import clean_ids
from ..editing import NO_PRIORITY
from ..finding import find_tasks_to_edit
from ..many import prioritise_many

bp = Blueprint("selected_priority", __name__, url_prefix="/tasks/selection/priority")


@bp.post("")
def update() -> Response:
    ids, priority = clean_ids(request.form.getlist("ids")), request.form.get("priority", 0, int)
    with rearranging(visitor().workspaces) as session:
        chosen = prioritise_many(session, find_tasks_to_edit(ids), priority, by=visitor(), now=now())
    words = f"Gave priority {priority} to" if priority < NO_PRIORITY else "Took the priority from"
    return answers.rows_changed(chosen.ids, answers.undoable(chosen.told(words)))
