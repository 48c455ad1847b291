"""What answers cost, against a bare Flask hello: on gunicorn as the Procfile starts it, and in process.

    python -m benchmarks.serving

Both servers run side by side with the same settings. Rounds alternate between them, so that whatever else the
machine does falls on both; a ratio is hello's median time divided by that of the answer in the same round.
"""

import os
import re
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from sqlalchemy import event

from webapp import create_app
from webapp.extensions import db

from . import hello
from .house import Call, House, calls, seed

ROUNDS, REPEATS, WARM_UP = 15, 20, 20
ROOT = Path(__file__).resolve().parent.parent
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
HELLO = Call("GET", "/", {}, {})


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        environment = {
            "SECRET_KEY": secrets.token_urlsafe(48),
            "DATABASE_URL": os.environ.get("DATABASE_URL", f"sqlite:///{folder}/docket.sqlite3"),
            "PUBLIC_URL": "http://127.0.0.1",
            "TMPDIR": folder,
        }
        app = create_app(**{name: value for name, value in environment.items() if name != "TMPDIR"})
        app.logger.setLevel("WARNING")
        house = seed(app)
        ports = [
            stack.enter_context(serving(name, environment)) for name in ("benchmarks.hello:app", "wsgi:app")
        ]
        ratios, number = over_http(house, *ports)
        report(app, house, ratios, number)


@contextmanager
def serving(name: str, environment: dict[str, str]) -> Iterator[int]:
    """The port of a server that runs as long as the block."""
    place = {**os.environ, **environment, "HOST": "127.0.0.1", "PORT": "0", "PYTHONPATH": str(ROOT)}
    call = [str(Path(sys.executable).parent / "gunicorn"), name]
    process = subprocess.Popen(
        call, cwd=ROOT, env=place, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    lines = iter(process.stderr.readline, "")
    try:
        yield next(int(found[1]) for line in lines if (found := re.search(r"127\.0\.0\.1:(\d+)", line)))
    finally:
        process.terminate()
        process.communicate()


def over_http(house: House, hello_port: int, docket_port: int) -> tuple[dict[str, float], int]:
    """Of each kind of answer the median of its ratios; and how many times each was asked."""
    bare, docket = (HTTPConnection("127.0.0.1", port) for port in (hello_port, docket_port))
    numbers = iter(range(10**6))
    times: dict[str, list[float]] = {}
    for _ in range(WARM_UP):
        ask(bare, HELLO)
        for call in calls(house, next(numbers)).values():
            ask(docket, call)
    for _ in range(ROUNDS):
        hello_time = statistics.median(ask(bare, HELLO) for _ in range(REPEATS))
        asked = [calls(house, next(numbers)) for _ in range(REPEATS)]
        for kind in asked[0]:
            median = statistics.median(ask(docket, one[kind]) for one in asked)
            times.setdefault(kind, []).append(hello_time / median)
    return {kind: statistics.median(ratios) for kind, ratios in times.items()}, next(numbers)


def ask(connection: HTTPConnection, call: Call) -> float:
    """The seconds until an answer is read whole."""
    began = time.perf_counter()
    body = urlencode(call.fields) or None
    connection.request(call.method, call.path, body, {**call.headers, **(FORM if body else {})})
    with connection.getresponse() as answer:
        answer.read()
    assert answer.status == 200, (call.method, call.path, answer.status)
    return time.perf_counter() - began


def report(app: Flask, house: House, ratios: dict[str, float], number: int) -> None:
    floor = cpu(hello.app, lambda _number: HELLO, 0)[0]
    print("| answer | of hello, over HTTP | CPU in process, µs | of hello | bytes, br | queries |")
    print("|---|---|---|---|---|---|")
    print(f"| hello | 1.00 | {floor:.0f} | 1.00 | 5 | 0 |")
    for kind, ratio in ratios.items():
        used, size, queries = cpu(app, lambda at, kind=kind: calls(house, at)[kind], number)  # type: ignore[misc]
        print(f"| {kind} | {ratio:.2f} | {used:.0f} | {floor / used:.2f} | {size} | {queries} |")


def cpu(app: Flask, call: Callable[[int], Call], number: int) -> tuple[float, int, int]:
    """The median processor time of an answer in microseconds, the bytes of its body and its statements."""
    environs = [environ(app, call(number + at)) for at in range(ROUNDS * REPEATS)]
    times = []
    with statements(app) as sent:
        for one in environs:
            sent.clear()
            began = time.process_time_ns()
            body = b"".join(app.wsgi_app(one, begin))
            times.append((time.process_time_ns() - began) / 1000)
    return statistics.median(times), len(body), len(sent)


def begin(status: str, *_rest: Any) -> Any:
    """WSGI's `start_response`."""
    assert status == "200 OK", status


def environ(app: Flask, call: Call) -> Any:
    with app.test_request_context(
        call.path, method=call.method, data=call.fields or None, headers=call.headers
    ) as context:
        return context.request.environ


@contextmanager
def statements(app: Flask) -> Iterator[list[str]]:
    """What is sent to the database, without what begins and ends transactions."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    if app is hello.app:
        yield sent
        return
    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


if __name__ == "__main__":
    main()
