"""Forty clients that send a byte at a time: alone with a server, and behind the guide's proxy."""

import itertools
import os
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.engines import free_port
from tests.sources import ROOT

from .processes import until
from .serving import PATIENCE, Server, serving

CLIENTS = 40
HEADERS = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
FORM = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n"
BODIES = b"POST /auth/login HTTP/1.1\r\nHost: 127.0.0.1\r\n" + FORM
both = pytest.mark.parametrize("beginning", [HEADERS, BODIES], ids=["headers", "bodies"])


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    # One worker: of two, one may take all the slow clients and leave the other free.
    with serving({**environment, "WEB_CONCURRENCY": "1"}) as server:
        yield server


@pytest.fixture
def proxy(server: Server, tmp_path: Path) -> Iterator[int]:
    """The port of an nginx in front of the server, set up as docs/deploy.md says."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None and os.environ.get("CI") == "true":
        pytest.fail("nginx is not installed, and CI must see it hold slow clients back.")
    if program is None:
        pytest.skip("nginx is not installed: nothing holds slow clients back.")
    port = free_port()
    (tmp_path / "nginx.conf").write_text(_settings(port, server.port))
    call = [program, "-p", str(tmp_path), "-c", "nginx.conf", "-e", "stderr"]
    process = subprocess.Popen(call, stderr=subprocess.DEVNULL)
    try:
        until(lambda: _listens(port))
        yield port
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _settings(port: int, behind: int) -> str:
    """What the guide says to write, in the least that nginx needs around it."""
    guide = (ROOT / "docs" / "deploy.md").read_text()
    location = re.search(r"^\tlocation / \{.*?^\t\}", guide, re.MULTILINE | re.DOTALL)
    assert location
    words = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = " ".join(f"{word}_temp_path {word};" for word in words)
    place = location[0].replace("127.0.0.1:8000", f"127.0.0.1:{behind}")
    server = f"server {{ listen 127.0.0.1:{port}; {place} }}"
    return (
        f"daemon off; master_process off; pid pid; events {{}} http {{ access_log off; {folders} {server} }}"
    )


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def trickling(port: int, beginning: bytes) -> Iterator[None]:
    """While many clients have begun a request and send the rest a byte at a time, without an end."""
    begun, done = threading.Event(), threading.Event()
    with ExitStack() as stack:
        clients = [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(CLIENTS)]
        thread = threading.Thread(target=_trickle, args=(clients, beginning, begun, done))
        thread.start()
        begun.wait(PATIENCE)
        try:
            yield
        finally:
            done.set()
            thread.join()


def _trickle(
    clients: list[socket.socket], beginning: bytes, begun: threading.Event, done: threading.Event
) -> None:
    for client in clients:
        client.sendall(beginning)
    for sent in itertools.count():
        if done.wait(0.1):
            return
        for client in clients:
            client.sendall(b"a")
        if sent == 10:
            begun.set()


def answers(port: int, seconds: float) -> bool:
    """Whether somebody else is answered within this time."""
    other = HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        other.request("GET", "/")
        return other.getresponse().status == 200
    except TimeoutError:
        return False
    finally:
        other.close()


@both
def test_without_a_proxy_slow_clients_keep_others_waiting_until_they_go(
    server: Server, beginning: bytes
) -> None:
    with trickling(server.port, beginning):
        during = answers(server.port, 3)
    after = answers(server.port, PATIENCE)

    assert (during, after) == (False, True)


@both
def test_behind_a_proxy_that_buffers_slow_clients_keep_nobody_waiting(proxy: int, beginning: bytes) -> None:
    with trickling(proxy, beginning):
        during = [answers(proxy, PATIENCE) for _ in range(10)]

    assert during == [True] * 10
