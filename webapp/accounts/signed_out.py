"""What a request gets that needs a person and has none."""

from flask import Flask, Response, request, url_for

from ..errors import error_answer
from ..extensions import login
from ..security import SAFE_METHODS
from ..web import came_from, go, safe_next, wants_partial, with_query
from .views.sign_in import sign_in_page

LONGEST_ADDRESS = 8_000
LONGEST_TITLE = 500  # more than a title may have need not be carried


def ask_to_sign_in() -> Response:
    """401: the sign-in page, which leads back to where the person was with what they had typed."""
    back = _where_to_return()
    if wants_partial():
        answer = error_answer(401)
        answer.headers["HX-Redirect"] = _sign_in_address(back)
        return answer
    if request.method in SAFE_METHODS:
        return go(_sign_in_address(back))
    return sign_in_page(back, status=401)


def _sign_in_address(back: str) -> str:
    """Where to sign in; a query that would make the address too long for a server stays behind."""
    address = url_for("sign_in.new", next=back)
    return address if len(address) <= LONGEST_ADDRESS else url_for("sign_in.new", next=back.partition("?")[0])


def _where_to_return() -> str:
    if request.method in SAFE_METHODS and not wants_partial():
        return safe_next(request.full_path.rstrip("?")) or "/"
    typed = request.form.get("title", "")[:LONGEST_TITLE]
    return with_query(came_from(), title=typed) if typed and not wants_partial() else came_from()


def init_app(_app: Flask) -> None:
    login.unauthorized_handler(ask_to_sign_in)
