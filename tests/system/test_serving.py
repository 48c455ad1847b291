"""The two commands of the Procfile, run as a platform runs them: in production, in their own processes."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.sources import ROOT

from .serving import PATIENCE, Client, Server, command, serving


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    # A number that is left empty is as if not set.
    with serving({**environment, "WEB_CONCURRENCY": ""}) as server:
        yield server


def test_a_person_signs_up_and_adds_a_task(server: Server) -> None:
    client = Client(server.address)

    client.open("/auth/register")
    client.submit("form", name="Mira", email="mira@example.org", password="three blue bicycles")
    client.submit("#create-form", title="Put the bins out")

    assert client.url == f"{server.address}/today"
    assert [title.get_text() for title in client.soup.select(".task__title")][-1] == "Put the bins out"
    assert {(cookie.name, cookie.secure) for cookie in client.cookies} == {("__Host-session", True)}


def test_files_are_compressed_and_kept_for_ever(server: Server) -> None:
    client = Client(server.address)
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


def test_it_ends_soon_and_cleanly_when_asked_to(environment: dict[str, str], tmp_path: Path) -> None:
    # One worker, which has answered: gunicorn loses a signal that comes while a worker is being forked.
    environment["WEB_CONCURRENCY"] = "1"

    with serving(environment) as server, _answer(server, "/", {"Connection": "keep-alive"}):
        asked = time.monotonic()
        code = server.stop()
        waited = time.monotonic() - asked

    assert code == 0
    assert waited < 15
    assert list(tmp_path.glob("docket-*")) == []


def test_releases_at_the_same_time_wait_for_each_other(environment: dict[str, str]) -> None:
    started = [
        subprocess.Popen(
            command("release"),
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    ended = [(process.communicate(timeout=PATIENCE), process.returncode) for process in started]

    again = subprocess.run(command("release"), cwd=ROOT, env=environment, check=False)

    assert [code for _output, code in ended] == [0, 0, 0], ended
    assert again.returncode == 0


@pytest.mark.parametrize("name", ["release", "web"])
@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL"])
def test_it_says_in_one_line_what_to_set(environment: dict[str, str], name: str, missing: str) -> None:
    del environment[missing]

    ended = subprocess.run(
        command(name),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"docket: Set {missing}")
    assert (len(ended.stderr.splitlines()), ended.stdout) == (1, "")
