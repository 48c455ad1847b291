"""Where a project stands among those beside it."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..finding import find_standing_project_to_edit

bp = Blueprint("project_position", __name__, url_prefix="/projects/<int:id>/position")


@bp.post("")
def update(id: int) -> Response:
    step = request.form.get("step", "")
    with rearranging(visitor().workspaces) as session:
        project = find_standing_project_to_edit(id)
        project.move(session, step, by=visitor(), now=now())
    return answers.listed(answers.moved(project.name, step))
