"""Duplicating a project."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...clock import now
from ...projects.finding import find_own_project
from ...trees import rearranging
from ...web import go
from .. import answers
from ..copying import copy_project
from ..titles import shortened

bp = Blueprint("project_copy", __name__, url_prefix="/projects/<int:id>/copy")


@bp.post("")
def create(id: int) -> Response:
    with rearranging(visitor().workspaces) as session:
        project = find_own_project(id)
        with_done = "with_done" in request.args
        copy = copy_project(session, project, with_done=with_done, by=visitor(), now=now())
    toast = answers.undoable(f"Duplicated {shortened(project.name)}.")
    return go(f"{request.script_root}/projects/{copy.id}", toast)
