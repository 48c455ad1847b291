"""Changing one's e-mail address."""

from flask import Blueprint, Response, url_for
from sqlalchemy.exc import IntegrityError

from ...errors import Invalid
from ...logs import audit
from ...web import Toast, go
from ..forms import EmailForm
from ..models import clean_email
from ..signing_in import prove_again, signing_in_anew, visitor
from .settings import settings_page

bp = Blueprint("email", __name__, url_prefix="/settings/email")


@bp.get("")
def show() -> Response:
    """Where a failed change has left its address, to whoever presses Enter there."""
    return go(url_for("settings.show"))


@bp.post("")
def update() -> Response:
    form = EmailForm()
    proof = prove_again(form) if form.validate() else None
    if proof is None:
        return settings_page(form, status=422)
    try:
        with signing_in_anew(proof, form) as person:
            person.change_email(clean_email(form.email.data))
    except Invalid:
        return settings_page(form, status=422)
    except IntegrityError:
        form.refuse(form.email, "Another account uses this address.")
        return settings_page(form, status=422)
    audit("address changed", visitor().id)
    return go(
        url_for("settings.show"), Toast("Your e-mail address is changed. Other devices are signed out.")
    )
