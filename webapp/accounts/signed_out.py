"""What a request gets that needs a person and has none."""

from flask import Flask, Response, request, url_for

from ..errors import error_answer
from ..extensions import login
from ..web import came_from, go, safe_next, wants_partial, with_query
from .views.sign_in import sign_in_page

SAFE_METHODS = {"GET", "HEAD"}


def ask_to_sign_in() -> Response:
    """401: the sign-in page, which leads back to where the person was with what they had typed."""
    back = _where_to_return()
    if wants_partial():
        answer = error_answer(401)
        answer.headers["HX-Redirect"] = url_for("sign_in.new", next=back)
        return answer
    if request.method in SAFE_METHODS:
        return go(url_for("sign_in.new", next=back))
    return sign_in_page(back, status=401)


def _where_to_return() -> str:
    if request.method in SAFE_METHODS and not wants_partial():
        return safe_next(request.full_path.rstrip("?")) or "/"
    typed = request.form.get("title", "")
    return with_query(came_from(), title=typed) if typed and not wants_partial() else came_from()


def init_app(_app: Flask) -> None:
    login.unauthorized_handler(ask_to_sign_in)
