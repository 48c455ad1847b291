"""Signing out."""

from flask import Blueprint, Response, make_response, render_template, url_for
from flask_login import current_user

from ...security import public
from ...web import Toast, go
from ..signing_in import sign_out

bp = Blueprint("sign_out", __name__, url_prefix="/auth/logout")


@bp.get("")
def show() -> Response:
    return make_response(render_template("accounts/sign_out.html"))


@bp.post("")
@public
def create() -> Response:
    if current_user.is_authenticated:
        sign_out()
    answer = go(url_for("welcome.show"), Toast("You are signed out."))
    # Drafts and cached pages must not meet the next person at this browser.
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer
