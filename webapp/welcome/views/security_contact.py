"""Where to report a hole in this instance, as RFC 9116 has it."""

from datetime import timedelta

from flask import Blueprint, Response, abort, current_app, make_response

from ...clock import now
from ...security import public

bp = Blueprint("security_contact", __name__)

VALID = timedelta(days=30)


@bp.get("/.well-known/security.txt")
@public
def show() -> Response:
    contact = current_app.config["SECURITY_CONTACT"]
    if not contact:
        abort(404)
    expires = (now() + VALID).isoformat(timespec="seconds")
    answer = make_response(f"Contact: {contact}\nExpires: {expires}\n")
    answer.mimetype = "text/plain"
    return answer
