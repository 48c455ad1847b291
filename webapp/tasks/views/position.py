"""The place of a task among its neighbours, in a project or section, or as a step of another task."""

from flask import Blueprint, Response, abort, make_response, render_template, request
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...extensions import db
from ...trees import rearranging
from .. import answers, listings
from ..finding import find_editable_task, find_spot, find_task_to_edit
from ..forms import PositionForm
from ..models import Task
from ..places import Place, places
from ..rows import some_rows
from ..spots import moved_words, standing_in

bp = Blueprint("position", __name__, url_prefix="/tasks/<int:id>/position")


@bp.get("/edit")
def edit(id: int) -> Response:
    task = find_editable_task(id)
    offered = places(db.session(), visitor())
    asked = request.args.get("place", Place(task.project_id, task.section_id).value)
    place = next((place for place in offered if place.value == asked), None) or abort(404)
    ids = standing_in(db.session(), place.end_of(task.workspace_id))
    others = [row for row in some_rows(visitor(), ids) if row.id != id and not row.is_completed]
    context = {"task": task, "places": offered, "place": place, "others": others}
    return make_response(render_template("tasks/position.html", back=listings.list_place(), **context))


@bp.post("")
def update(id: int) -> Response:
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            was, position = task.before(), task.position
            made_room = _put(session, task)
    except Invalid as error:
        return answers.refused(id, str(error))
    toast = answers.undoable(moved_words(db.session(), task, was, position))
    return answers.moved(task, was, toast, made_room=made_room)


def _put(session: Session, task: Task) -> bool:
    to = request.form.get("to", "")
    if to in {"up", "down"}:
        move = task.move_up if to == "up" else task.move_down
        return move(session, by=visitor(), now=now())
    spot = find_spot(task, PositionForm()) or abort(422)
    return task.put(session, spot, by=visitor(), now=now())
