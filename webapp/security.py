"""Headers on every answer, and sign-in as the rule: what is open to everybody says so."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit
from wsgiref.headers import Headers

from flask import Flask, Response, abort, current_app, request
from flask_login import current_user
from werkzeug.middleware.proxy_fix import ProxyFix

from .extensions import csrf, login

CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "manifest-src 'self'",
        "worker-src 'self'",
    ]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
# These addresses hold a secret: they go into no Referer and no cache, whatever the answer.
RESET_LINKS = "/auth/reset/"
DISCREET = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
A_YEAR = 365 * 24 * 60 * 60
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}

View = TypeVar("View", bound=Callable[..., Any])


def public(view: View) -> View:
    """Open this view to people who are not signed in."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def is_public(endpoint: str | None) -> bool:
    """Whether a view is open to everybody; a missing one is, so that it answers 404."""
    view = current_app.view_functions.get(endpoint or "")
    return view is None or getattr(view, "is_public", False)


def _require_sign_in() -> Any:
    if is_public(request.endpoint) or current_user.is_authenticated:
        return None
    return login.unauthorized()


def _refuse_foreign_origin() -> None:
    """A second wall behind the CSRF token: browsers say themselves which site made a request."""
    if request.method in SAFE_METHODS:
        return
    site = request.headers.get("Sec-Fetch-Site")
    foreign = site not in {"same-origin", "none"} if site else _has_foreign_origin()
    if foreign:
        abort(400)


def _has_foreign_origin() -> bool:
    try:
        return bool(request.origin) and urlsplit(request.origin).netloc != request.host
    except ValueError:
        return True


def _refuse_endless_body() -> None:
    """A body that does not say its length could go past every limit."""
    if request.content_length is None and "Transfer-Encoding" in request.headers:
        abort(411)


def init_app(app: Flask) -> None:
    app.before_request(_refuse_endless_body)
    app.before_request(_refuse_foreign_origin)
    csrf.init_app(app)
    app.before_request(_require_sign_in)
    app.after_request(_add_headers)
    if app.config["PROXY_HOPS"]:
        hops = app.config["PROXY_HOPS"]
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )


def _add_headers(response: Response) -> Response:
    if request.path.startswith(RESET_LINKS):
        response.headers.update(DISCREET)
    for name, value in headers_for(current_app).items():
        response.headers.setdefault(name, value)
    return response


def file_headers(app: Flask) -> Callable[[Headers, str, str], None]:
    """Gives static files the headers that pages have."""
    fixed = headers_for(app)

    def add(headers: Headers, _path: str, _url: str) -> None:
        for name, value in fixed.items():
            headers[name] = value

    return add


def headers_for(app: Flask) -> dict[str, str]:
    """The security headers; HSTS only where the site is reached by https."""
    if app.config["SECURE"]:
        return {**HEADERS, "Strict-Transport-Security": f"max-age={A_YEAR}"}
    return HEADERS
