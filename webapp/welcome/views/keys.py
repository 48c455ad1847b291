"""The keys that the pages know, as a page of their own."""

from flask import Blueprint, Response, make_response, render_template

bp = Blueprint("keys", __name__)


@bp.get("/keys")
def show() -> Response:
    return make_response(render_template("welcome/keys.html"))
