"""What happened to a project and to what is in it."""

from flask import Blueprint, Response, url_for

from ...activity.answers import history_page_of
from ...extensions import db
from ...projects.finding import find_project
from ..histories import of_project, people_of

bp = Blueprint("project_history", __name__, url_prefix="/projects/<int:id>/history")


@bp.get("")
def index(id: int) -> Response:
    project = find_project(id)
    people = people_of(db.session(), project.workspace_id, project.id)
    place = url_for("project.show", id=id)
    return history_page_of(of_project(project), people, name=project.name, place=place)
