"""Signing in."""

from flask import Blueprint, Response, make_response, render_template, request, url_for
from flask_login import current_user
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response as AnyResponse

from ...attempts import allow_attempt, forget_attempts
from ...database import writing
from ...errors import waiting
from ...extensions import db
from ...logs import audit
from ...security import public
from ...web import go, page_at, safe_next, uncompressed
from ..forms import SignInForm
from ..hashing import hash_password, is_outdated
from ..models import User, email_key
from ..proving import Proof, prove
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
    proof = _prove(form)
    if proof is None or not sign_in(proof, kept=form.keep.data):
        person = User.with_email(form.email.data).with_only_columns(User.id)
        audit("sign-in failed", db.session.scalar(person))
        form.refuse(form.password, "That e-mail and password don’t match. Try again.")
        return _page(form, 422)
    forget_attempts(email_key(form.email.data))
    return go(_way_back(form.next.data) or url_for("welcome.show"))


def sign_in_page(back: str, status: int = 200) -> Response:
    """An empty form that leads to `back` afterwards."""
    form = SignInForm(formdata=None, data={"next": _way_back(back) or ""})
    return _page(form, status)


def _way_back(url: str | None) -> str | None:
    """The path to go to after signing in; signing out is none."""
    path = safe_next(url)
    return None if path and page_at(path) == ("sign_out.show", {}) else path


def _page(form: SignInForm, status: int) -> Response:
    answer = make_response(render_template("accounts/sign_in.html", form=form), status)
    return uncompressed(answer) if form.next.data or form.email.data else answer


def _too_many(form: SignInForm, error: TooManyRequests) -> Response:
    form.refuse(form.password, f"That was tried too often. Wait {waiting(error)}, then try again.")
    answer = _page(form, 429)
    answer.headers["Retry-After"] = str(error.retry_after)
    return answer


def _prove(form: SignInForm) -> Proof | None:
    """The proof of the password, by a hash of today's cost."""
    proof = prove(User.with_email(form.email.data), form.password.data)
    if proof is None or not is_outdated(proof.password_hash):
        return proof
    password_hash = hash_password(form.password.data)
    with writing() as session:
        user = proof.holder(session)
        if user is None:
            return None
        user.password_hash = password_hash
    return proof._replace(password_hash=password_hash)
