"""The two commands of the Procfile, run as a platform runs them: in production, in their own processes."""

import os
import re
import secrets
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest
from bs4 import BeautifulSoup, Tag

from tests.pages import form_values

PATIENCE = 60  # seconds until a process counts as stuck


def _command(root: Path, name: str) -> list[str]:
    """What the Procfile says under this name."""
    lines = dict(line.split(": ", 1) for line in (root / "Procfile").read_text().splitlines())
    return shlex.split(lines[name])


@pytest.fixture
def environment(new_database: Callable[[], str], tmp_path: Path) -> dict[str, str]:
    """All that the platform sets; the port is any that is free."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "TMPDIR": str(tmp_path),
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DATABASE_URL": new_database(),
        "HOST": "127.0.0.1",
        "PORT": "0",
        "WEB_CONCURRENCY": "2",
    }


class Server:
    """A running web command, and where it listens."""

    def __init__(self, root: Path, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            _command(root, "web"), cwd=root, env=environment, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stderr is not None
        self.log = []
        for line in self.process.stderr:
            self.log.append(line)
            if found := re.search(r"Listening at: http://127\.0\.0\.1:(\d+)", line):
                self.port = int(found[1])
                return
        pytest.fail("".join(self.log))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> int:
        """Ask it to end, as a platform does before it kills; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode


@contextmanager
def _serving(root: Path, environment: dict[str, str]) -> Iterator[Server]:
    subprocess.run(_command(root, "release"), cwd=root, env=environment, check=True, capture_output=True)
    server = Server(root, environment)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


@pytest.fixture
def server(root: Path, environment: dict[str, str]) -> Iterator[Server]:
    with _serving(root, environment) as server:
        yield server


class Client:
    """Opens pages and sends forms over HTTP; browsers send Secure cookies to this very machine too."""

    def __init__(self, server: Server) -> None:
        cookies = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(cookies))
        self.cookies, self.url = cookies, server.address
        self.soup = BeautifulSoup()

    def open(self, path: str, fields: dict[str, str] | None = None) -> None:
        body = urlencode(fields).encode() if fields is not None else None
        request = Request(urljoin(self.url, path), body, {"Referer": self.url})
        with self.opener.open(request, timeout=PATIENCE) as response:
            self.url = response.url
            self.soup = BeautifulSoup(response.read(), "html5lib")

    def submit(self, selector: str, **fields: str) -> None:
        form = self.soup.select_one(selector)
        assert isinstance(form, Tag)
        self.open(str(form["action"]), {**form_values(form), **fields})


def test_a_person_signs_up_and_adds_a_task(server: Server) -> None:
    client = Client(server)

    client.open("/auth/register")
    client.submit("form", name="Mira", email="mira@example.org", password="three blue bicycles")
    client.submit("#create-form", title="Put the bins out")

    assert client.url == f"{server.address}/tasks"
    assert [title.get_text() for title in client.soup.select(".task__title")] == ["Put the bins out"]
    assert {(cookie.name, cookie.secure) for cookie in client.cookies} == {("__Host-session", True)}


def test_files_are_compressed_and_kept_for_ever(server: Server) -> None:
    client = Client(server)
    client.open("/")
    sheet = client.soup.select_one("link[rel=stylesheet]")
    assert sheet is not None

    with _answer(server, str(sheet["href"]), {"Accept-Encoding": "br, gzip"}) as answer:
        headers = answer.headers

    assert headers["Content-Encoding"] == "br"
    assert headers["Vary"] == "Accept-Encoding"
    assert "immutable" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Access-Control-Allow-Origin"] is None


@contextmanager
def _answer(server: Server, path: str, headers: dict[str, str]) -> Iterator[HTTPResponse]:
    """An answer, over a connection that stays open for as long as the block lasts."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers=headers)
        with connection.getresponse() as answer:
            assert answer.status == 200
            yield answer


def test_it_ends_soon_and_cleanly_when_asked_to(
    root: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    # One worker, which has answered: gunicorn loses a signal that comes while a worker is being forked.
    environment["WEB_CONCURRENCY"] = "1"

    with _serving(root, environment) as server, _answer(server, "/", {"Connection": "keep-alive"}):
        asked = time.monotonic()
        code = server.stop()
        waited = time.monotonic() - asked

    assert code == 0
    assert waited < 15
    assert list(tmp_path.glob("docket-*")) == []


@pytest.mark.parametrize("name", ["release", "web"])
@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL"])
def test_it_says_in_one_line_what_to_set(
    root: Path, environment: dict[str, str], name: str, missing: str
) -> None:
    del environment[missing]

    ended = subprocess.run(
        _command(root, name),
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"docket: Set {missing}")
    assert (len(ended.stderr.splitlines()), ended.stdout) == (1, "")
