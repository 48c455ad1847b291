"""Where the tasks that are selected stand."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..chosen import clean_ids
from ..finding import find_chosen_place, find_tasks_to_edit
from ..forms import PlaceForm
from ..many import move_many
from ..titles import shortened

bp = Blueprint("selected_place", __name__, url_prefix="/tasks/selection/place")


@bp.post("")
def update() -> Response:
    ids, form = clean_ids(request.form.getlist("ids")), PlaceForm()
    with rearranging(visitor().workspaces) as session:
        chosen, place = find_tasks_to_edit(ids), find_chosen_place(form)
        chosen = move_many(session, chosen, place, by=visitor(), now=now())
    toast = answers.undoable(chosen.told("Moved", f" to {shortened(place.name)}"))
    return answers.rows_changed(chosen.ids, toast, moved=True)
