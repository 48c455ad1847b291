"""Signing up."""

from flask import Blueprint, Response, current_app, make_response, render_template, url_for
from flask_login import current_user
from markupsafe import Markup
from sqlalchemy.exc import IntegrityError

from ...accounts.forms import SignUpForm
from ...accounts.hashing import hash_password
from ...accounts.models import User, clean_email
from ...accounts.proving import Proof
from ...accounts.signing_in import sign_in
from ...attempts import allow_attempt
from ...clock import now
from ...database import writing
from ...errors import error_answer
from ...logs import audit
from ...security import public
from ...web import go
from ..signing_up import new_user, sign_up_with_samples

bp = Blueprint("sign_up", __name__, url_prefix="/auth/register")
CLOSED = "New accounts are made by whoever runs this Docket. Ask them for one."
TAKEN = Markup('There is an account with this address already. <a href="{}">Sign in instead</a>?')


@bp.get("")
@public
def new() -> Response:
    if current_user.is_authenticated:
        return go(url_for("today.index"))
    if _is_closed():
        return error_answer(403, CLOSED)
    return _page(SignUpForm(formdata=None))


@bp.post("")
@public
def create() -> Response:
    if _is_closed():
        return error_answer(403, CLOSED)
    allow_attempt()
    form = SignUpForm()
    user = _sign_up(form) if form.validate() else None
    if user is None:
        return _page(form, 422)
    audit("signed up", user.id)
    sign_in(Proof(user.id, user.password_hash), kept=form.keep.data)
    return go(url_for("today.index"))


def _is_closed() -> bool:
    return bool(current_app.config["REGISTRATION"] == "closed")


def _sign_up(form: SignUpForm) -> User | None:
    """The new person, or None with the error beside the address."""
    password_hash = hash_password(form.password.data)
    user = new_user(form.name.data, clean_email(form.email.data), password_hash, form.zone)
    try:
        with writing() as session:
            return sign_up_with_samples(session, user, now=now())
    except IntegrityError:
        form.refuse(form.email, TAKEN.format(url_for("sign_in.new")))
        return None


def _page(form: SignUpForm, status: int = 200) -> Response:
    return make_response(render_template("welcome/sign_up.html", form=form), status)
