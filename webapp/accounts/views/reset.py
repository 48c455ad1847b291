"""Choosing a new password by a link that whoever runs the instance has made."""

from flask import Blueprint, Response, make_response, render_template, url_for

from ...attempts import allow_attempt
from ...clock import now
from ...database import writing
from ...errors import error_answer
from ...extensions import db
from ...logs import audit
from ...security import public
from ...web import Toast, go
from ..forms import ResetForm
from ..hashing import hash_password
from ..models import PasswordReset, end_resets, end_sessions

bp = Blueprint("reset", __name__, url_prefix="/auth/reset")
ENDED = "This link has been used or is older than half an hour. Ask for a new one."


@bp.get("/<token>")
@public
def edit(token: str) -> Response:
    if db.session.scalar(PasswordReset.user_of(token, now())) is None:
        return error_answer(404, ENDED)
    return _page(ResetForm(), token)


@bp.post("/<token>")
@public
def update(token: str) -> Response:
    allow_attempt()
    person = db.session.scalar(PasswordReset.user_of(token, now()))
    if person is None:
        return error_answer(404, ENDED)
    form = ResetForm()
    form.person = person
    if not form.validate():
        return _page(form, token, 422)
    db.session.rollback()  # no transaction stays open while a password is being hashed
    password_hash = hash_password(form.password.data)
    with writing() as session:
        user = session.scalar(PasswordReset.user_of(token, now()).with_for_update())
        if user is None:
            return error_answer(404, ENDED)
        user.password_hash = password_hash
        end_resets(session, user.id)
        end_sessions(session, user.id)
    audit("password set by a link", user.id)
    return go(url_for("sign_in.new"), Toast("Your new password is set. Sign in with it."))


def _page(form: ResetForm, token: str, status: int = 200) -> Response:
    return make_response(render_template("accounts/reset.html", form=form, token=token), status)
