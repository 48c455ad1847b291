"""Where the processor time of an answer goes: own time by whose code it is, and the dearest functions.

    python -m benchmarks.profiling

Run by `make profile`, in process, under cProfile, which makes every call of a Python function dearer than it
is: read the shares, not the microseconds; `make bench` has those. What is written in C is charged to whoever
called it, unless it has a line of its own. Waiting for the disk counts too.
"""

import cProfile
import os
import pstats
import secrets
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple

from flask import Flask

from webapp import create_app

from .house import Call, calls, seed
from .serving import begin, environ

REQUESTS, WARM_UP, DEAREST = 200, 20, 12
SITE = Path(os.__file__).parent / "site-packages"
# Whose code it is, by what its file or its name contains; the first that fits counts.
OWNERS = {
    "the database itself": ("sqlite3", "psycopg"),
    "compression": ("brotli", "flask_compress", "zlib"),
    "the log line": ("logging/", "pythonjsonlogger", "json/"),
    "Jinja and templates": ("/templates/", "jinja2", "jinja_partials", "markupsafe"),
    "SQLAlchemy": ("sqlalchemy",),
    "Flask and its extensions": ("flask", "werkzeug", "wtforms", "itsdangerous", "whitenoise"),
    "Docket": ("/webapp/",),
}
REST = "Python and the rest"

Function = tuple[str, int, str]


class Cost(NamedTuple):
    """Own time in microseconds per request."""

    by_owner: dict[str, float]
    by_function: dict[str, float]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(
            SECRET_KEY=secrets.token_urlsafe(48),
            DATABASE_URL=os.environ.get("DATABASE_URL", f"sqlite:///{folder}/docket.sqlite3"),
            PUBLIC_URL="http://127.0.0.1",
        )
        house = seed(app)
        for kind in calls(house, 0):
            with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):  # the log lines
                cost = profile(app, [calls(house, number)[kind] for number in range(WARM_UP + REQUESTS)])
            report(kind, cost)


def profile(app: Flask, asked: list[Call]) -> Cost:
    environs = [environ(app, call) for call in asked]
    for one in environs[:WARM_UP]:
        answer(app, one)
    profiler = cProfile.Profile()
    profiler.enable()
    for one in environs[WARM_UP:]:
        answer(app, one)
    profiler.disable()
    return costs(pstats.Stats(profiler).stats)  # type: ignore[attr-defined]


def answer(app: Flask, environment: Any) -> None:
    b"".join(app.wsgi_app(environment, begin))


def costs(stats: dict[Function, Any]) -> Cost:
    by_owner: dict[str, float] = defaultdict(float)
    by_function: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, callers) in stats.items():
        for owner, seconds in owners(function, own, callers):
            by_owner[owner] += seconds * 1e6 / REQUESTS
        by_function[words(function)] += own * 1e6 / REQUESTS
    return Cost(by_owner, by_function)


def owners(function: Function, own: float, callers: dict[Function, Any]) -> Iterator[tuple[str, float]]:
    """Who pays for a function's own time. What is written in C has no file and is paid for by its callers."""
    if function[0] != "~" or owner(function) != REST:
        yield owner(function), own
        return
    for caller, (_, _, seconds, _) in callers.items():
        yield owner(caller), seconds


def owner(function: Function) -> str:
    where = function[2] if function[0] == "~" else function[0]
    return next((who for who, signs in OWNERS.items() if any(sign in where for sign in signs)), REST)


def words(function: Function) -> str:
    """A function's name, and the file in which it is."""
    file, line, name = function
    if file == "~":
        return name
    for folder in (*map(Path, sys.path[:1]), Path.cwd(), SITE):
        file = file.removeprefix(f"{folder}/")
    return f"{name} ({file.partition('site-packages/')[2] or file}:{line})"


def report(kind: str, cost: Cost) -> None:
    total = sum(cost.by_owner.values())
    print(f"\n{kind}: {total:.0f} µs under the profiler")
    for who, own in dearest(cost.by_owner):
        print(f"{own / total:6.0%}  {who}")
    print("  of it, by function:")
    for name, own in dearest(cost.by_function)[:DEAREST]:
        print(f"{own / total:6.1%}  {name[:100]}")


def dearest(costs: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(costs.items(), key=lambda cost: -cost[1])


if __name__ == "__main__":
    main()
