"""Beginning and ending sessions in the browser that asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import cast

from flask import Flask, Response, abort, current_app, g, request, session
from flask_login import current_user, login_user, logout_user
from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session as OrmSession

from ..attempts import allow_attempt, forget_attempts
from ..clock import now
from ..database import writing, writing_if_free
from ..errors import Invalid
from ..extensions import db, login
from ..forms import Form
from ..logs import audit
from .devices import device_name
from .models import Session, User, end_resets, end_sessions
from .proving import Proof, prove
from .visitors import SEEN, Visitor, load_visitor, seen

SEEN_EVERY = timedelta(minutes=15)
WRONG = "This is not your current password."


def visitor() -> Visitor:
    """The signed-in person of this request."""
    return cast(Visitor, current_user)


def prove_again(form: Form) -> Proof | None:
    """The proof that the form's `current_password` is the person's; if it is not, the field says so."""
    allow_attempt(visitor().email)
    proof = prove(select(User).where(User.id == visitor().id), form["current_password"].data)
    if proof:
        forget_attempts(visitor().email)
    else:
        audit("password not confirmed", visitor().id)
        form.refuse(form["current_password"], WRONG)
    return proof


def sign_in(proof: Proof, kept: bool) -> bool:
    """Begin a new session; an old one of this browser ends. Answer with a redirect only.

    False if the proof is void by now.
    """
    with writing() as db_session:
        user = proof.holder(db_session)
        if user is None:
            return False
        if current_user.is_authenticated:
            db_session.execute(delete(Session).where(Session.id == visitor().session_id))
        token = _begin(db_session, user, kept)
    audit("signed in", user.id)
    _carry(token, kept)
    return True


@contextmanager
def signing_in_anew(proof: Proof, form: Form) -> Iterator[User]:
    """Change by what a person signs in: all their sessions and links end, and this browser gets a new one.

    Raises Invalid, said beside the field, if the proof is void by now; 401 if this session has ended.
    """
    with writing() as db_session:
        user = _holder(db_session, proof, form)
        yield user
        end_sessions(db_session, user.id)
        end_resets(db_session, user.id)
        token = _begin(db_session, user, visitor().kept)
    _carry(token, visitor().kept)


def sign_out() -> None:
    """End this browser's session on the server, so that a copied cookie is dead."""
    with writing() as db_session:
        db_session.execute(delete(Session).where(Session.id == visitor().session_id))
    audit("signed out", visitor().id)
    logout_user()
    session.pop("_flashes", None)


def _holder(db_session: OrmSession, proof: Proof, form: Form) -> User:
    user = proof.holder(db_session)
    if db_session.scalar(select(Session.id).where(Session.id == visitor().session_id)) is None:
        abort(login.unauthorized())
    if user is None:
        form.refuse(form["current_password"], WRONG)
        raise Invalid(WRONG)
    return user


def _begin(db_session: OrmSession, user: User, kept: bool) -> str:
    row, token = Session.begin(user, device_name(request.user_agent.string), kept, now())
    db_session.add(row)
    return token


def _carry(token: str, kept: bool) -> None:
    """Let this browser carry the new session; what was to be told before is for nobody who comes now."""
    session.pop("_flashes", None)
    person = load_visitor(token)
    if person:
        login_user(person)
        session["_kept"] = kept


def note_that_seen(response: Response) -> Response:
    """Keep the session alive: at most one short write in a quarter of an hour, none on a busy database."""
    person = g.get("visitor")
    if person and now() - person.last_seen_at > SEEN_EVERY:
        db.session.rollback()
        try:
            with writing_if_free() as connection:
                connection.execute(SEEN, seen(person, now()))
        except DBAPIError:
            current_app.logger.debug("busy: last seen is noted next time")
    return response


def theme_if_known() -> str:
    """The theme of the person who asks, if this request has looked them up anyway."""
    person = g.get("visitor")
    return person.theme if person else "system"


def _load(token: str) -> Visitor | None:
    g.visitor = found = load_visitor(token)
    return found


def init_app(app: Flask) -> None:
    app.config["SESSION_PROTECTION"] = None  # the row protects; Flask-Login's fingerprint would sign out
    app.config["WTF_CSRF_TIME_LIMIT"] = None  # a form lives as long as its session
    app.config["WTF_CSRF_SSL_STRICT"] = False  # security.py looks at Sec-Fetch-Site and Origin instead
    # A context processor would look the person up for every page, those about a database that is away too.
    login.init_app(app, add_context_processor=False)
    app.jinja_env.globals.update(current_user=current_user, theme_if_known=theme_if_known)
    login.user_loader(_load)
    app.after_request(note_that_seen)
