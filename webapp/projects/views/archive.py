"""Whether a project is archived."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...trees import rearranging
from .. import answers
from ..finding import find_project_to_edit

bp = Blueprint("archive", __name__, url_prefix="/projects/<int:id>/archive")


@bp.post("")
def create(id: int) -> Response:
    with rearranging(visitor().workspaces):
        project = find_project_to_edit(id)
        project.archive(by=visitor(), now=now())
    said = answers.undoable(f"Archived “{project.name}”.", f"“{project.name}” was archived already.")
    return answers.listed(said)


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    with rearranging(visitor().workspaces):
        project = find_project_to_edit(id)
        project.unarchive(by=visitor(), now=now())
    said = answers.undoable(f"“{project.name}” is back.", f"“{project.name}” was not archived.")
    return answers.listed(said)
