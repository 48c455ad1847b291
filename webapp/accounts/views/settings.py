"""What a person may change about themselves; e-mail and password are resources of their own."""

from flask import Blueprint, Response, make_response, render_template, url_for

from ...activity.merging import Stale
from ...clock import now
from ...database import writing
from ...extensions import db
from ...forms import Form
from ...web import Toast, go
from ..choosing import also_changed, conflict_of_settings, save_settings
from ..forms import EmailForm, PasswordForm, ProfileForm
from ..models import User
from ..signing_in import visitor

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("")
def show() -> Response:
    return settings_page()


@bp.post("")
def update() -> Response:
    form = ProfileForm()
    if not form.validate():
        return settings_page(form, status=422)
    try:
        with writing() as session:
            person = session.get_one(User, visitor().id, with_for_update={"key_share": True})
            meanwhile = save_settings(person, form.settings, form.seen_settings, now=now())
    except Stale as stale:
        form.take_over(stale, db.session.get_one(User, visitor().id))
        return settings_page(form, 409, conflict=conflict_of_settings(stale, form.fields))
    also = also_changed(meanwhile, form.fields)
    return go(url_for("settings.show"), Toast(f"Your settings are saved.{also}"))


def settings_page(wrong: Form | None = None, status: int = 200, **more: object) -> Response:
    """The page with all its forms; `wrong` is the one that was sent and has errors or `conflict`."""
    person = db.session.get_one(User, visitor().id)
    held = ProfileForm(formdata=None, obj=person)
    held.see(person)
    forms: dict[type[Form], Form] = {
        ProfileForm: held,
        EmailForm: EmailForm(formdata=None, obj=person),
        PasswordForm: PasswordForm(formdata=None),
    }
    if wrong:
        forms[type(wrong)] = wrong
    profile, email, password = forms.values()
    shown = {"profile": profile, "email": email, "password": password, **more}
    return make_response(render_template("accounts/settings.html", **shown), status)
