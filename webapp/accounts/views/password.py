"""Changing one's password."""

from flask import Blueprint, Response, url_for

from ...database import writing
from ...web import Toast, go
from ..forms import PasswordForm
from ..hashing import hash_password
from ..models import User, end_resets, end_sessions
from ..signing_in import confirms_password, visitor
from .settings import settings_page

bp = Blueprint("password", __name__, url_prefix="/settings/password")


@bp.post("")
def update() -> Response:
    form = PasswordForm()
    if not (form.validate() and confirms_password(form)):
        return settings_page(form, status=422)
    password_hash = hash_password(form.password.data)
    with writing() as session:
        session.get_one(User, visitor().id).password_hash = password_hash
        end_sessions(session, visitor().id, except_id=visitor().session_id)
        end_resets(session, visitor().id)
    return go(url_for("settings.show"), Toast("Your password is changed. Other devices are signed out."))
