"""Where a section stands among those of its project."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..finding import find_section_to_edit

bp = Blueprint("section_position", __name__, url_prefix="/sections/<int:id>/position")


@bp.post("")
def update(id: int) -> Response:
    step = request.form.get("step", "")
    with rearranging(visitor().workspaces) as session:
        section = find_section_to_edit(id)
        section.move(session, step, by=visitor(), now=now())
    back = answers.page_of(section.project_id, f"section-{id}")
    return answers.changed(answers.moved(section.name, step), back)
