"""Signing in."""

from flask import Blueprint, Response, make_response, render_template, request, url_for
from flask_login import current_user
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response as AnyResponse

from ...attempts import allow_attempt, forget_attempts
from ...database import writing
from ...errors import waiting
from ...extensions import db
from ...security import public
from ...web import go, safe_next, uncompressed
from ..forms import SignInForm
from ..hashing import hash_password, is_outdated, matches
from ..models import User, email_key
from ..signing_in import sign_in

bp = Blueprint("sign_in", __name__, url_prefix="/auth/login")


@bp.get("")
@public
def new() -> AnyResponse:
    if current_user.is_authenticated:
        return go(url_for("welcome.show"))
    return sign_in_page(request.args.get("next", ""))


@bp.post("")
@public
def create() -> AnyResponse:
    form = SignInForm()
    if not form.validate():
        return _page(form, 422)
    try:
        allow_attempt(email_key(form.email.data))
    except TooManyRequests as error:
        return _too_many(form, error)
    user = _authenticate(form)
    if user is None:
        return _page(form, 422)
    forget_attempts(email_key(form.email.data))
    sign_in(user, kept=form.keep.data)
    return go(safe_next(form.next.data) or url_for("welcome.show"))


def sign_in_page(back: str, status: int = 200) -> Response:
    """An empty form that leads to `back` afterwards."""
    form = SignInForm(formdata=None, data={"next": safe_next(back) or ""})
    return _page(form, status)


def _page(form: SignInForm, status: int) -> Response:
    answer = make_response(render_template("accounts/sign_in.html", form=form), status)
    return uncompressed(answer) if form.next.data or form.email.data else answer


def _too_many(form: SignInForm, error: TooManyRequests) -> Response:
    form.refuse(form.password, f"That was tried too often. Wait {waiting(error)}, then try again.")
    answer = _page(form, 429)
    answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def _authenticate(form: SignInForm) -> User | None:
    """The person, or None with an error that does not tell whether the address is known."""
    user = db.session.scalar(User.with_email(form.email.data))
    password_hash = user.password_hash if user else None
    db.session.rollback()  # no transaction stays open while a password is being hashed
    if not matches(password_hash, form.password.data) or user is None or user.disabled_at:
        form.refuse(form.password, "That e-mail and password don’t match. Try again.")
        return None
    if password_hash and is_outdated(password_hash):
        _renew_hash(user.id, hash_password(form.password.data))
    return user


def _renew_hash(user_id: int, password_hash: str) -> None:
    with writing() as session:
        session.get_one(User, user_id).password_hash = password_hash
