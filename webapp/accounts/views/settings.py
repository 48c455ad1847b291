"""What a person may change about themselves; e-mail and password are resources of their own."""

from flask import Blueprint, Response, make_response, render_template, url_for

from ...database import writing
from ...extensions import db
from ...forms import Form
from ...web import Toast, go
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
    with writing() as session:
        form.populate_obj(session.get_one(User, visitor().id))
    return go(url_for("settings.show"), Toast("Your settings are saved."))


def settings_page(wrong: Form | None = None, status: int = 200) -> Response:
    """The page with all its forms; `wrong` is the one that was sent and has errors."""
    person = db.session.get_one(User, visitor().id)
    forms: dict[type[Form], Form] = {
        ProfileForm: ProfileForm(formdata=None, obj=person),
        EmailForm: EmailForm(formdata=None, obj=person),
        PasswordForm: PasswordForm(formdata=None),
    }
    if wrong:
        forms[type(wrong)] = wrong
    profile, email, password = forms.values()
    page = render_template("accounts/settings.html", profile=profile, email=email, password=password)
    return make_response(page, status)
