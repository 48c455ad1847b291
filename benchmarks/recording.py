"""What the log costs: CPU of creating and editing a task with and without recording, as a ratio.

Run by `make bench`. Both ways take turns, so that a busy machine slows both alike.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from statistics import median
from time import process_time
from typing import Any

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy.orm import object_session

from tests.builders import Person, make_person
from tests.calling import PARTIAL, token_of
from webapp import create_app
from webapp.activity.recording import Recorded, record
from webapp.tasks import completing, deleting, models

ROUNDS, REQUESTS = 40, 25
GOAL = 1.30
numbers = count(1)


@contextmanager
def no_recording() -> Iterator[None]:
    """Verbs that only send their change to the database."""
    modules: list[Any] = [models, completing, deleting]
    for module in modules:
        module.record = flush
    try:
        yield
    finally:
        for module in modules:
            module.record = record


def flush(row: Recorded, *_args: Any, **_options: Any) -> None:
    session = object_session(row)
    assert session is not None
    session.flush()


def creating(alice: Person, token: str) -> Callable[[], int]:
    def create() -> int:
        fields = {"title": f"Number {next(numbers)}", "request_key": f"key {next(numbers)}"}
        headers = {**PARTIAL, "X-CSRFToken": token, "HX-Current-URL": "http://localhost/tasks"}
        return alice.browser.client.post("/tasks", data=fields, headers=headers).status_code

    return create


def editing(alice: Person, token: str) -> Callable[[], int]:
    (id,) = alice.has("Edited")
    versions = count(1)

    def edit() -> int:
        fields = {"title": f"Number {next(numbers)}", "version": str(next(versions))}
        headers = {**PARTIAL, "X-CSRFToken": token, "HX-Current-URL": "http://localhost/tasks"}
        return alice.browser.client.put(f"/tasks/{id}", data=fields, headers=headers).status_code

    return edit


def cost(send: Callable[[], int]) -> float:
    """CPU seconds of one round."""
    begun = process_time()
    statuses = {send() for _ in range(REQUESTS)}
    spent = process_time() - begun
    assert statuses == {200}, statuses
    return spent


def ratio(send: Callable[[], int]) -> tuple[float, float, float]:
    """Milliseconds per request without and with recording, and the median ratio of their rounds."""
    pairs = []
    for _ in range(ROUNDS):
        with no_recording():
            without = cost(send)
        pairs.append((without, cost(send)))
    typical = [1000 * median(times) / REQUESTS for times in zip(*pairs, strict=True)]
    return typical[0], typical[1], median(recorded / without for without, recorded in pairs)


def new_app(folder: str) -> Flask:
    app = create_app(
        ENVIRONMENT="testing",
        PUBLIC_URL="http://localhost",
        DATA_DIR=folder,
        DATABASE_URL=f"sqlite:///{folder}/docket.sqlite3",
        SQLITE_SYNCHRONOUS="OFF",
        ARGON2_MEMORY_KIB="8",
        ARGON2_TIME_COST="1",
    )
    with app.app_context():
        upgrade()
    return app


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        alice = make_person(new_app(folder), "Alice")
        token = token_of(alice.browser)
        for name, begin in {"create": creating, "edit": editing}.items():
            send = begin(alice, token)
            cost(send)
            without, recorded, times = ratio(send)
            word = "within" if times <= GOAL else "above"
            print(
                f"{name:8} {without:6.2f} ms without, {recorded:6.2f} ms with the log: "
                f"× {times:.2f}, {word} the goal of {GOAL:.2f}"
            )


if __name__ == "__main__":
    main()
