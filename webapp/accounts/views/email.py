"""Changing one's e-mail address."""

from flask import Blueprint, Response, url_for
from sqlalchemy.exc import IntegrityError

from ...database import writing
from ...web import Toast, go
from ..forms import EmailForm
from ..models import User, clean_email
from ..signing_in import confirms_password, visitor
from .settings import settings_page

bp = Blueprint("email", __name__, url_prefix="/settings/email")


@bp.post("")
def update() -> Response:
    form = EmailForm()
    if not (form.validate() and confirms_password(form)):
        return settings_page(form, status=422)
    try:
        with writing() as session:
            session.get_one(User, visitor().id).change_email(clean_email(form.email.data))
    except IntegrityError:
        form.refuse(form.email, "Another account uses this address.")
        return settings_page(form, status=422)
    return go(url_for("settings.show"), Toast("Your e-mail address is changed."))
