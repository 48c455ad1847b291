"""Whether a project is a person's favourite."""

from flask import Blueprint, Response, url_for

from ...accounts.signing_in import visitor
from ...activity.recording import recorded
from ...clock import now
from ...database import writing
from ...extensions import db
from ...web import Toast, done
from ..favourites import Favourite
from ..finding import find_project

bp = Blueprint("favourite", __name__, url_prefix="/projects/<int:id>/favourite")


@bp.post("")
def create(id: int) -> Response:
    return _set(id, liked=True, said="“{}” is a favourite.")


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    return _set(id, liked=False, said="“{}” is no longer a favourite.")


def _set(id: int, *, liked: bool, said: str) -> Response:
    with writing() as session:
        project = find_project(id)
        Favourite.set(session, project, liked, by=visitor(), now=now())
    entry = recorded(db.session())
    toast = Toast(said.format(project.name), url_for("undo.create", id=entry) if entry else "")
    return done("projects/favourite.swap.html", toast, id=id, name=project.name, liked=liked)
