"""Taking the tasks of one project away as a file."""

from flask import Blueprint, Response, render_template

from ...projects.finding import find_project
from .. import formats
from ..downloads import download

bp = Blueprint("project_exports", __name__, url_prefix="/projects/<int:id>/exports")


@bp.get("")
def index(id: int) -> str:
    return render_template("transfer/exports.html", formats=formats.WRITABLE, project=find_project(id))


@bp.get("/<any(markdown, csv, todotxt):format>")
def show(id: int, format: str) -> Response:
    project = find_project(id)
    return download(project.name, format, [(project.workspace_id, project.id, project.name)])
