"""The task marks in notes: `- [ ]` becomes `- [x]` and back."""

from flask import Blueprint, Response, abort

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...markdown import tick
from .. import answers
from ..finding import find_task_to_edit
from ..titles import shortened

bp = Blueprint("marks", __name__, url_prefix="/tasks/<int:id>/marks")


@bp.post("/<int:version>/<int:number>")
def update(id: int, version: int, number: int) -> Response:
    with writing() as session:
        task = find_task_to_edit(id)
        if task.version != version:
            abort(409)  # the marks may have other numbers by now
        try:
            notes = tick(task.notes, number)
        except IndexError:
            abort(404)
        task.edit(session, {"notes": notes}, version, by=visitor(), now=now())
    return answers.hanging_changed(answers.undoable(f"Changed the notes of {shortened(task.title)}."))
