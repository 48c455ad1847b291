"""The front page: what a visitor sees first, and the way to their tasks for people who are signed in."""

from flask import Blueprint, Response, make_response, render_template, url_for
from flask_login import current_user

from ...security import public
from ...web import go

bp = Blueprint("welcome", __name__)


@bp.get("/")
@public
def show() -> Response:
    if current_user.is_authenticated:
        return go(url_for("today.index"))
    return make_response(render_template("welcome/show.html"))
