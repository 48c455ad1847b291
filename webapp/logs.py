"""One JSON line to stdout for every request; readable lines in development.

A line names the route, not the address: an address may hold a secret, and a query what somebody searched for.
"""

import logging
import re
import secrets
import sys
import time
import traceback
from collections.abc import Iterator
from typing import Any

from flask import Flask, Response, current_app, g, request
from pythonjsonlogger.json import JsonFormatter
from sqlalchemy import event

from .extensions import db

REQUEST_ID = re.compile(r"[\w-]{8,64}", re.ASCII)


def _begin() -> None:
    given = request.headers.get("X-Request-ID", "")
    g.request_id = given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
    g.started_at, g.queries = time.perf_counter(), 0


def _finish(response: Response) -> Response:
    response.headers["X-Request-ID"] = g.request_id
    return response


def _tell(app: Flask, response: Response) -> Response:
    milliseconds = round((time.perf_counter() - g.started_at) * 1000, 1)
    if app.config["ENVIRONMENT"] == "development":
        response.headers["Server-Timing"] = f'app;dur={milliseconds}, db;desc="{g.queries} queries"'
    person = g.get("visitor")
    app.logger.info(
        "request",
        extra={
            "method": request.method,
            "route": request.url_rule.rule if request.url_rule else None,
            "status": response.status_code,
            "milliseconds": milliseconds,
            "queries": g.queries,
            "person": person.id if person else None,
        },
    )
    return response


def audit(what: str, person: int | None) -> None:
    """A line of the audit trail: what happened to an account, and whose it is if that is known."""
    current_app.logger.info(what, extra={"audit": True, "person": person})


class _ToStdout(logging.StreamHandler[Any]):
    """Writes to what is standard output at that time."""

    @property
    def stream(self) -> Any:
        return sys.stdout

    @stream.setter
    def stream(self, _stream: Any) -> None:
        pass


class _AsJson(JsonFormatter):
    """One line of JSON. Of an error it tells kind and place: what it says may quote what somebody typed."""

    def formatException(self, exc_info: Any) -> str:  # noqa: N802
        return "".join(_kinds_and_places(exc_info[1]))


def _kinds_and_places(error: BaseException | None) -> Iterator[str]:
    while error:
        yield f"{type(error).__module__}.{type(error).__qualname__}\n"
        yield from traceback.format_list(traceback.extract_tb(error.__traceback__))
        error = error.__cause__ or error.__context__


class _WithRequest(logging.Filter):
    """Gives every line of a request its id."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = g.get("request_id") if g else None
        return True


def _handler(app: Flask) -> logging.Handler:
    handler = _ToStdout()
    handler.addFilter(_WithRequest())
    if app.config["ENVIRONMENT"] == "production":
        fields = "{levelname}{name}{message}{request_id}"
        handler.setFormatter(
            _AsJson(fields, style="{", rename_fields={"levelname": "level", "name": "logger"}, timestamp="at")
        )
    else:
        handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    return handler


def set_up_logger(app: Flask) -> None:
    app.logger.handlers[:] = [_handler(app)]
    app.logger.setLevel(logging.INFO if app.config["ENVIRONMENT"] == "production" else logging.WARNING)


def init_app(app: Flask) -> None:
    set_up_logger(app)
    # Before anything else, also what looks at the address of a request and may fail.
    app.url_value_preprocessor(lambda _endpoint, _values: _begin())
    app.after_request(_finish)
    app.after_request(lambda response: _tell(app, response))
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", _count)


def _count(*_arguments: Any) -> None:
    if g:
        g.queries = g.get("queries", 0) + 1
