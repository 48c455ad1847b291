"""Faults from outside: killed workers, locks, a full disk, an end under load. Nothing kept is lost."""

import os
import resource
import signal
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from flask import Flask

from tests.builders import make_person
from tests.pages import Browser

from .agreement import by_log, by_tables
from .calm import is_calm_toast
from .processes import seconds_of_work, until, workers
from .serving import Client, Server, serving
from .writers import Writer, writing_without_pause

LONG = os.environ.get("CHECK_LONG") == "true"
KILLS = 200 if LONG else 5
LOCKED_FOR = 30 if LONG else 8  # seconds; longer than the usual timeout of 5


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    cheap = {"ARGON2_MEMORY_KIB": "8", "ARGON2_TIME_COST": "1"}
    with serving({**environment, **cheap}) as server:
        yield server


def kill_one(server: Server) -> None:
    until(lambda: len(workers(server)) == 2)
    victim = workers(server)[0]
    os.kill(victim, signal.SIGKILL)
    until(lambda: victim not in workers(server))


def test_a_killed_worker_loses_nothing_that_was_acknowledged(
    server: Server, environment: dict[str, str], new_app: Callable[..., Flask]
) -> None:
    app = new_app(DATABASE_URL=environment["DATABASE_URL"])

    with writing_without_pause(server.address, "ann", "ben", "cid") as writers:
        for _ in range(KILLS):
            before = sum(len(writer.acknowledged) for writer in writers)
            until(lambda before=before: sum(len(w.acknowledged) for w in writers) > before)  # type: ignore[misc]
            kill_one(server)
        until(lambda: all(len(writer.acknowledged) > 1 for writer in writers))

    until(lambda: len(workers(server)) == 2)
    assert [set(writer.acknowledged) - writer.kept() for writer in writers] == [set(), set(), set()]
    assert by_tables(app) == by_log(app)


@contextmanager
def locked(app: Flask, seconds: float) -> Iterator[None]:
    """While another program holds SQLite's write lock, for so long."""
    path = app.config["DATABASE_URL"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as another:
        another.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(seconds, another.rollback)
        timer.start()
        yield
        timer.cancel()
        timer.join()
        another.rollback()


@pytest.mark.usefixtures("on_sqlite")
def test_a_write_waits_three_seconds_for_another_program(own_app: Flask) -> None:
    alice = make_person(own_app, "Alice")
    alice.browser.open("/tasks")
    began = time.monotonic()

    with locked(own_app, 3):
        page = alice.browser.partial("POST", "/tasks", {"title": "Waited"})

    assert page.status == 200
    assert 2.9 < time.monotonic() - began < 6
    assert alice.browser.open("/tasks").titles == ["Waited"]


@pytest.mark.usefixtures("on_sqlite")
def test_a_write_does_not_wait_for_ever(own_app: Flask) -> None:
    alice = make_person(own_app, "Alice")
    alice.browser.open("/tasks")
    began = time.monotonic()

    with locked(own_app, LOCKED_FOR):
        page = alice.browser.partial("POST", "/tasks", {"title": "Lost"})
        waited = time.monotonic() - began
        reading = Browser(own_app, alice.browser.token).open("/tasks").status

    assert is_calm_toast(page)
    assert waited < 6
    assert reading == 200
    assert alice.browser.partial("POST", "/tasks", {"title": "Kept"}).status == 200


def test_being_asked_to_end_under_load_breaks_no_request(environment: dict[str, str]) -> None:
    # Passwords that take most of a second to hash: requests that are surely in flight.
    slow = {"ARGON2_MEMORY_KIB": "19456", "ARGON2_TIME_COST": "30", "WEB_CONCURRENCY": "1"}
    statuses: list[int] = []

    with serving({**environment, **slow}) as server:
        clients = [Client(server.address) for _ in range(3)]
        for client in clients:
            client.open("/auth/login")
        threads = [threading.Thread(target=_sign_in, args=(client, statuses)) for client in clients]
        busy = seconds_of_work(workers(server)[0])
        for thread in threads:
            thread.start()
        until(lambda: seconds_of_work(workers(server)[0]) > busy + 0.3)
        answered_before = len(statuses)
        code = server.stop()
        for thread in threads:
            thread.join()

    assert answered_before < 3
    assert statuses == [422] * 3
    assert code == 0


def _sign_in(client: Client, statuses: list[int]) -> None:
    statuses.append(client.post("form", email="nobody@example.org", password="nobody has this"))


@pytest.mark.usefixtures("on_sqlite")
def test_a_full_disk_is_told_calmly_and_loses_nothing(server: Server, environment: dict[str, str]) -> None:
    writer = Writer(server.address, "ann")
    wal = Path(environment["DATABASE_URL"].removeprefix("sqlite:///") + "-wal")
    room = wal.stat().st_size + 300_000

    with _no_file_larger_than(room, [server.process.pid, *workers(server)]):
        during = [writer.add(f"during {number}") for number in range(40)]
    after = [writer.add(f"after {number}") for number in range(3)]

    assert set(during) == {200, 503}
    assert after == [200] * 3
    assert writer.kept() == set(writer.acknowledged)


@contextmanager
def _no_file_larger_than(size: int, pids: list[int]) -> Iterator[None]:
    """What a full disk is to a program: its files cannot grow."""
    before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids}
    for pid, (_, hard) in before.items():
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        for pid, limits in before.items():
            resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)
