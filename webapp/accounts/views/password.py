"""Changing one's password."""

from flask import Blueprint, Response, url_for

from ...errors import Invalid
from ...logs import audit
from ...web import Toast, go
from ..forms import PasswordForm
from ..hashing import hash_password
from ..signing_in import prove_again, signing_in_anew, visitor
from .settings import settings_page

bp = Blueprint("password", __name__, url_prefix="/settings/password")


@bp.get("")
def show() -> Response:
    """Where a failed change has left its address, to whoever presses Enter there."""
    return go(url_for("settings.show"))


@bp.post("")
def update() -> Response:
    form = PasswordForm()
    proof = prove_again(form) if form.validate() else None
    if proof is None:
        return settings_page(form, status=422)
    password_hash = hash_password(form.password.data)
    try:
        with signing_in_anew(proof, form) as person:
            person.password_hash = password_hash
    except Invalid:
        return settings_page(form, status=422)
    audit("password changed", visitor().id)
    return go(url_for("settings.show"), Toast("Your password is changed. Other devices are signed out."))
