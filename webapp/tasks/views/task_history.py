"""What happened to a task."""

from flask import Blueprint, Response, url_for

from ...activity.answers import history_page_of
from ...extensions import db
from ..finding import find_remembered_task
from ..histories import of_task, people_of

bp = Blueprint("task_history", __name__, url_prefix="/tasks/<int:id>/history")


@bp.get("")
def index(id: int) -> Response:
    task = find_remembered_task(id)
    people = people_of(db.session(), task.workspace_id, task.project_id)
    place = url_for("bin.index") if task.is_deleted else url_for("tasks.show", id=id)
    whole = (task.project.name, url_for("project_history.index", id=task.project_id))
    return history_page_of(of_task(db.session(), task), people, name=task.title, place=place, whole=whole)
