"""Page or partial, redirects, toasts: how an answer fits the browser that asked.

Only this module asks whether a request came from htmx.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

from flask import (
    Flask,
    Response,
    current_app,
    flash,
    g,
    get_flashed_messages,
    make_response,
    redirect,
    render_template,
    request,
)
from jinja2.ext import Extension
from jinja_partials import render_partial
from werkzeug.exceptions import HTTPException
from werkzeug.routing import IntegerConverter, RequestRedirect

INDENT = re.compile(r"(%\})?\n[ \t]+")
LARGEST_ID = 2**63 - 1
LONGEST_PATH, LONGEST_QUERY = 1_000, 6_100  # a title of 500 emoji fits; gunicorn reads 8,190 in one line


class IdConverter(IntegerConverter):
    """`<int:id>`: what the id column can hold."""

    def to_python(self, value: str) -> int:
        """Too large a number is one that nothing has: 404, whatever the method."""
        number = int(value[:20])
        return number if number <= LARGEST_ID else 0


class Toast(NamedTuple):
    """One line that says what happened, the path to which its button posts, the path of what it speaks of.

    `reading` is a task whose line was read, and for which list: `7` or `7?place=project-3`.
    """

    text: str
    undo: str = ""
    label: str = "Undo"
    place: str = ""
    reading: str = ""


def wants_partial() -> bool:
    """Whether htmx will swap the answer into a page that stands."""
    return request.headers.get("HX-Request-Type") == "partial"


def page_or_partial(page: str, partial: str, code: int = 200, **context: Any) -> Response:
    """The partial for htmx, the page around it for everybody else."""
    if wants_partial():
        return make_response(str(render_partial(partial, **context)), code)
    return make_response(render_template(page, **context), code)


def done(swap: str, toast: Toast | None = None, back: str | None = None, **context: Any) -> Response:
    """The answer to a change: a swap with its toast for htmx, else 303 back with a flash.

    `swap` is a template `*.swap.html`; `back` is a local path, by default where the person was. What shows
    numbers or parts of what has changed hears `counts-changed` and fetches itself anew.
    """
    if wants_partial():
        answer = make_response(render_template(swap, toast=toast, **context))
        answer.headers["HX-Trigger"] = json.dumps({"counts-changed": {"target": "body"}})
        return answer
    return go(back or came_from(), toast)


def tell_lists(response: Response) -> Response:
    """Let the lists of the page that stands fetch themselves anew: they listen for `tasks-changed`."""
    events = ("tasks-changed", "counts-changed")
    response.headers["HX-Trigger"] = json.dumps({event: {"target": "body"} for event in events})
    return response


def go(path: str, toast: Toast | None = None) -> Response:
    """Send the browser to a local path: htmx by HX-Redirect, others by 303."""
    if toast:
        flash(toast.text, f"{toast.undo} {toast.place} {toast.reading} {toast.label}")
    if wants_partial():
        return Response(status=204, headers={"HX-Redirect": path})
    return make_response(redirect(path, 303))


def came_from() -> str:
    """The local path on which the person acted; the start page if the browser does not say."""
    path = safe_next(request.headers.get("HX-Current-URL") or request.referrer)
    return path if path and page_at(path) else f"{request.script_root}/"


def standing_path() -> str:
    """The local path of the page that stands, or of the one that this answer is."""
    return came_from() if wants_partial() else f"{request.script_root}{request.path}"


def page_at(path: str) -> tuple[str, Mapping[str, Any]] | None:
    """The endpoint and arguments of the page at a local path; None where a GET finds nothing."""
    adapter = current_app.url_map.bind_to_environ(request.environ)
    try:
        return adapter.match(path.partition("?")[0], method="GET")
    except (HTTPException, RequestRedirect):
        return None


def safe_next(url: str | None) -> str | None:
    """The path and query of `url` if it is on this site, else None.

    Browsers read a backslash as a slash and drop tabs and newlines, so that `/\\evil` and
    `/<tab>/evil` lead away: nothing outside printable ASCII and no backslash passes.
    """
    if not url or any(not " " < character < "\x7f" or character == "\\" for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.netloc and (parts.scheme not in {"http", "https"} or parts.netloc != request.host):
        return None
    if not parts.netloc and (parts.scheme or url.startswith("//")):
        return None
    if not parts.path.startswith("/") or parts.path.startswith("//") or len(parts.path) > LONGEST_PATH:
        return None
    return f"{parts.path}?{parts.query}" if 0 < len(parts.query) <= LONGEST_QUERY else parts.path


def with_query(path: str, **fields: str) -> str:
    """`path` with these fields as its whole query."""
    return f"{path.partition('?')[0]}?{urlencode(fields)}"


def uncompressed(response: Response) -> Response:
    """Leave this answer uncompressed: it repeats words of its address beside the CSRF token.

    Compressed together, their common length gives the token away letter by letter (BREACH).
    """
    response.headers["Content-Encoding"] = "identity"
    return response


def flashed_toasts() -> list[Toast]:
    """What the last answer wanted to say before it redirected."""
    flashed: list[tuple[str, str]] = get_flashed_messages(with_categories=True)  # type: ignore[assignment]
    return [_flashed(text, *parts.split(" ", 3)) for parts, text in flashed]


def _flashed(text: str, undo: str, place: str, reading: str, label: str) -> Toast:
    return Toast(text, undo, label, place, reading)


class WithoutIndents(Extension):
    """Leaves the indents of templates out of pages, once, when a template is read.

    Jinja takes the line break behind a block away, so that a space has to part what follows.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        if not name or not name.endswith(".html"):
            return source
        return INDENT.sub(lambda found: f"{found[1]}\n " if found[1] else "\n", source)


def _keep_apart(response: Response) -> Response:
    """No shared cache, and no fragment shown as a page: the headers by which answers differ."""
    if response.content_encoding == "identity":
        del response.headers["Content-Encoding"]  # it was a word to Flask-Compress, which runs before
    if response.mimetype == "text/html":
        response.vary.update(["HX-Request", "HX-Request-Type", "Cookie"])
        response.headers.setdefault("Cache-Control", _caching())
    return response


def _caching() -> str:
    """Over plain http browsers ignore Clear-Site-Data: Back could show a person's page to the next one."""
    must_be_forgotten = not current_app.config["SECURE"] and g.get("visitor")
    return "no-store" if must_be_forgotten else "private, no-cache"


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = IdConverter
    app.config["TEMPLATES_AUTO_RELOAD"] = app.config["ENVIRONMENT"] == "development"
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.add_extension(WithoutIndents)
    app.jinja_env.globals.update(flashed_toasts=flashed_toasts, standing_path=standing_path, Toast=Toast)
    app.after_request(_keep_apart)
