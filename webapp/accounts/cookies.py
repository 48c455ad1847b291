"""What Flask calls the session: one opaque token in one cookie, and flashes in another.

A session token (`s…`) is Flask-Login's user id and stands for a row of the session table. A visitor
who is handed a form gets a token without a row (`v…`), from which, as from the other kind, the CSRF
secret follows: nothing has to be stored and no query runs.
"""

import hmac
import re
import secrets
from typing import Any, cast

from flask import Flask, Request, Response
from flask.sessions import SessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeSerializer

from .models import ABSOLUTE

TOKEN = re.compile(r"[sv][A-Za-z0-9_-]{43}")
MOST_FLASHES = 3  # a cookie holds 4 kB


class BrowserSession(dict[str, Any], SessionMixin):
    """Flask-Login's `_user_id` and Flask's `_flashes`; `csrf_token` is computed when it is read."""

    def __init__(self, given: str, flashes: list[Any], key: str) -> None:
        super().__init__()
        self.given = given
        self.visitor_token = given if given.startswith("v") else f"v{secrets.token_urlsafe(32)}"
        self.key = key
        self.was_handed_a_form = False
        self.given_flashes = list(flashes)
        if given.startswith("s"):
            self["_user_id"] = given
        if flashes:
            self["_flashes"] = list(flashes)

    @property
    def token(self) -> str:
        return self.get("_user_id") or self.visitor_token

    def __contains__(self, name: object) -> bool:
        return name == "csrf_token" or super().__contains__(name)

    def __getitem__(self, name: str) -> Any:
        if name == "csrf_token":
            self.was_handed_a_form = True
            return hmac.digest(self.key.encode(), self.token.encode(), "sha256").hex()
        return super().__getitem__(name)


class TokenSessions(SessionInterface):
    """Reads and writes the two cookies."""

    def open_session(self, app: Flask, request: Request) -> BrowserSession:
        token = request.cookies.get(app.config["SESSION_COOKIE_NAME"], "")
        given = token if TOKEN.fullmatch(token) else ""
        flashes = _read_flashes(app, request.cookies.get(app.config["FLASH_COOKIE_NAME"]), given)
        return BrowserSession(given, flashes, str(app.secret_key))

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        session = cast(BrowserSession, session)
        signed_in = "_user_id" in session
        is_known = signed_in or session.was_handed_a_form or session.given or session.get("_flashes")
        if session.token != session.given and is_known:
            age = ABSOLUTE[True] if session.get("_kept") else None
            _set(app, response, "SESSION_COOKIE_NAME", session.token, age)
        self._save_flashes(app, session, response)

    def _save_flashes(self, app: Flask, session: BrowserSession, response: Response) -> None:
        flashes = session.get("_flashes", [])
        if flashes == session.given_flashes and (not flashes or session.token == session.given):
            return
        if flashes:
            _set(
                app, response, "FLASH_COOKIE_NAME", _signer(app, session.token).dumps(flashes[-MOST_FLASHES:])
            )
        else:
            response.delete_cookie(
                app.config["FLASH_COOKIE_NAME"], secure=app.config["SECURE"], httponly=True, samesite="Lax"
            )


def _set(app: Flask, response: Response, name: str, value: str, max_age: Any = None) -> None:
    response.set_cookie(
        app.config[name], value, max_age=max_age, secure=app.config["SECURE"], httponly=True, samesite="Lax"
    )


def _signer(app: Flask, token: str) -> URLSafeSerializer:
    """Signs for one session only, so that nobody else is told what was meant for its person."""
    keys = [*app.config["SECRET_KEY_FALLBACKS"], app.config["SECRET_KEY"]]
    return URLSafeSerializer(keys, salt=f"flashes {token}")


def _read_flashes(app: Flask, cookie: str | None, token: str) -> list[Any]:
    if not cookie:
        return []
    try:
        return [(str(undo), str(text)) for undo, text in _signer(app, token).loads(cookie)]
    except (BadSignature, TypeError, ValueError):
        return []


def init_app(app: Flask) -> None:
    prefix = "__Host-" if app.config["SECURE"] else ""
    app.config["SESSION_COOKIE_NAME"] = f"{prefix}session"
    app.config["FLASH_COOKIE_NAME"] = f"{prefix}flash"
    app.session_interface = TokenSessions()
