"""Beginning and ending sessions in the browser that asks."""

from datetime import timedelta
from typing import cast

from flask import Flask, Response, current_app, g, request, session
from flask_login import current_user, login_user, logout_user
from sqlalchemy import delete, select
from sqlalchemy.exc import DBAPIError

from ..attempts import allow_attempt, forget_attempts
from ..clock import now
from ..database import writing, writing_if_free
from ..extensions import db, login
from ..forms import Form
from .devices import device_name
from .hashing import matches
from .models import Session, User
from .visitors import SEEN, Visitor, load_visitor, seen

SEEN_EVERY = timedelta(minutes=15)


def visitor() -> Visitor:
    """The signed-in person of this request."""
    return cast(Visitor, current_user)


def confirms_password(form: Form) -> bool:
    """Whether the form's `current_password` is the person's; if not, the field says so."""
    allow_attempt(visitor().email)
    password_hash = db.session.scalar(select(User.password_hash).where(User.id == visitor().id))
    db.session.rollback()  # no transaction stays open while a password is being hashed
    if matches(password_hash, form["current_password"].data):
        forget_attempts(visitor().email)
        return True
    form.refuse(form["current_password"], "This is not your current password.")
    return False


def sign_in(user: User, kept: bool) -> None:
    """Begin a new session; an old one of this browser ends. Answer with a redirect only."""
    with writing() as db_session:
        if current_user.is_authenticated:
            db_session.execute(delete(Session).where(Session.id == visitor().session_id))
        row, token = Session.begin(user, device_name(request.user_agent.string), kept, now())
        db_session.add(row)
    person = load_visitor(token)
    if person:
        login_user(person)
        session["_kept"] = kept


def sign_out() -> None:
    """End this browser's session on the server, so that a copied cookie is dead."""
    with writing() as db_session:
        db_session.execute(delete(Session).where(Session.id == visitor().session_id))
    logout_user()


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
