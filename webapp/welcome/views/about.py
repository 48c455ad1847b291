"""What Docket is and how it treats people's data."""

from flask import Blueprint, Response, make_response, render_template

from ...security import public

bp = Blueprint("about", __name__)


@bp.get("/about")
@public
def show() -> Response:
    return make_response(render_template("welcome/about.html"))
