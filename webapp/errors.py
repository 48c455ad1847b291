"""Domain errors, and the handlers that turn errors into pages or fragments."""

import secrets
from http import HTTPStatus

from flask import Flask, Response, current_app, g, make_response, render_template, request
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from jinja_partials import render_partial
from psycopg.errors import UndefinedTable
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, InternalServerError, TooManyRequests

from .database import let_go
from .security import is_public
from .web import Toast, wants_partial


class Invalid(ValueError):
    """A rule of the domain that the person broke; the message says how to keep it."""


# Status: what happened, and what to do next.
WORDS = {
    400: ("That request did not fit", "Go back, reload the page and try once more."),
    401: ("Please sign in", "You have been signed out. Sign in to go on."),
    403: ("This is not open to you", "You may look, but not change it. Ask its owner for the right to edit."),
    404: ("There is nothing here", "It may have been deleted, or the address may be wrong."),
    405: ("That does not work here", "Go back and use the buttons of the page."),
    409: ("Somebody was quicker", "This has changed since you opened it. Reload to see how it stands now."),
    413: ("That is too much at once", "Send less text in one go."),
    422: ("That cannot be done", "Go back and try something else."),
    500: ("Something broke on our side", "It is not your fault and has been noted. Try again in a moment."),
    429: ("That was tried too often", "Wait a little, then try again."),
    503: ("The database is away for a moment", "Nothing was saved. Try again in a few seconds."),
}
FORM_EXPIRED = "This page was open for too long, or in another account. Reload it and try once more."
COOKIE_LOST = (
    "Your browser did not keep the cookie that this form needs. Over plain http it keeps none that is meant "
    "for https: whoever runs this Docket can set PUBLIC_URL={address}, the address you typed. "
    "Over https, allow cookies for this site."
)


def error_answer(status: int, advice: str = "", reference: str = "") -> Response:
    """A calm page, or for htmx a toast. Reads nothing from the database."""
    title, usual = WORDS.get(status, (HTTPStatus(status).phrase, "Go back and try something else."))
    if wants_partial():
        words = advice or f"{title}. {usual}"
        return make_response(str(render_partial("errors/_toast.html", toast=Toast(words))), status)
    page = render_template(
        "errors/show.html", title=title, advice=advice or usual, status=status, reference=reference
    )
    return make_response(page, status)


def waiting(error: TooManyRequests) -> str:
    """How long to wait, as `30 seconds` or `5 minutes`."""
    seconds = int(str(error.retry_after or 60))
    return f"{seconds} seconds" if seconds <= 90 else f"{-(-seconds // 60)} minutes"


def on_http_exception(error: HTTPException) -> Response:
    if error.response is not None:
        return make_response(error.response)
    advice = f"Wait {waiting(error)}, then try again." if isinstance(error, TooManyRequests) else ""
    answer = error_answer(error.code or 500, advice)
    for name, value in error.get_headers():
        if name not in {"Content-Type", "Content-Length"}:
            answer.headers[name] = value
    return answer


def on_invalid(error: Invalid) -> Response:
    """A broken rule where there is no field beside which it could stand."""
    return error_answer(422, str(error))


def on_csrf_error(_error: CSRFError) -> Response:
    """A signed-out person is asked to sign in; anybody else to reload the page."""
    if _lost_its_cookie():
        return error_answer(400, COOKIE_LOST.format(address=request.host_url.rstrip("/")))
    try:
        signed_in = current_user.is_authenticated
    except DBAPIError as error:
        return on_database_away(error)  # Flask does not come back for what fails inside a handler
    if not signed_in:
        return current_app.login_manager.unauthorized()  # type: ignore[attr-defined, no-any-return]
    return error_answer(400, FORM_EXPIRED)


def _lost_its_cookie() -> bool:
    """Whether a form for visitors comes back with its token, but without the cookie given beside it."""
    return (
        is_public(request.endpoint)
        and "csrf_token" in request.form
        and current_app.config["SESSION_COOKIE_NAME"] not in request.cookies
    )


def on_database_away(error: Exception) -> Response:
    """503 for a database that is stopped or locked; any other fault of a statement is a bug."""
    let_go()
    if isinstance(error, PoolTimeout) or is_away(error):
        current_app.logger.warning("database away: %s", _without_values(error))
        answer = error_answer(503)
        answer.headers["Retry-After"] = "5"
        return answer
    return on_bug(InternalServerError(original_exception=error))


def _without_values(error: Exception) -> str:
    """The database's first line: the further ones may quote what somebody typed."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return f"{type(cause).__name__}: {str(cause).partition(chr(10))[0]}"


def is_away(error: Exception) -> bool:
    """Whether the database did not answer or has no tables yet, rather than refuse what was asked."""
    if not isinstance(error, DBAPIError):
        return False
    answered = not isinstance(error, OperationalError | InterfaceError) and not error.connection_invalidated
    return not answered or isinstance(error.orig, UndefinedTable)


def on_bug(error: InternalServerError) -> Response:
    reference = g.get("request_id") or secrets.token_hex(8)
    cause = error.original_exception
    current_app.logger.error("bug %s", reference, exc_info=cause or error)
    return error_answer(500, reference=reference)


def init_app(app: Flask) -> None:
    # on_bug logs each bug once, with its reference; Flask would log it before.
    app.log_exception = lambda exc_info: None  # type: ignore[method-assign]  # noqa: ARG005
    app.register_error_handler(HTTPException, on_http_exception)
    app.register_error_handler(InternalServerError, on_bug)
    app.register_error_handler(Invalid, on_invalid)
    app.register_error_handler(CSRFError, on_csrf_error)
    app.register_error_handler(DBAPIError, on_database_away)
    app.register_error_handler(PoolTimeout, on_database_away)
