"""The dates of the tasks that are selected."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..chosen import clean_ids
from ..finding import find_tasks_to_edit
from ..plan_forms import read_plan
from ..planning_many import plan_many

bp = Blueprint("selected_date", __name__, url_prefix="/tasks/selection/date")


@bp.post("")
def update() -> Response:
    ids, plan = clean_ids(request.form.getlist("ids")), read_plan(request.form, visitor().wall_clock)
    with rearranging(visitor().workspaces) as session:
        chosen = plan_many(session, find_tasks_to_edit(ids), plan, by=visitor(), now=now())
    toast = answers.undoable(chosen.told(plan.verb, plan.what_else))
    return answers.rows_changed(chosen.ids, toast, moved=True)
