"""Whether what is inside a project is folded away among the person's own places."""

from flask import Blueprint, Response, make_response, render_template, url_for

from ...accounts.signing_in import visitor
from ...database import writing
from ...projects.finding import find_project
from ...projects.folding import fold, unfold
from ...web import came_from, go, standing_path, wants_partial

bp = Blueprint("project_folding", __name__, url_prefix="/projects/<int:id>/folding")


@bp.post("")
def create(id: int) -> Response:
    with writing() as session:
        fold(session, find_project(id), by=visitor())
    return _places(id)


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    with writing() as session:
        unfold(session, find_project(id), by=visitor())
    return _places(id)


def _places(id: int) -> Response:
    """The places anew, wherever they stand."""
    if not wants_partial():
        return go(f"{came_from()}#project-{id}-fold")
    here = standing_path()
    stars = here == url_for("browse.index")
    return make_response(render_template("agenda/places.swap.html", here=here, stars=stars))
