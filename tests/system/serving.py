"""Running the commands of the Procfile, and a client that speaks to them over HTTP."""

import re
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest
from bs4 import BeautifulSoup, Tag

from tests.pages import form_values
from tests.sources import ROOT

PATIENCE = 60  # seconds until a process counts as stuck


def command(name: str) -> list[str]:
    """What the Procfile says under this name."""
    lines = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines())
    return shlex.split(lines[name])


class Server:
    """A running web command, and where it listens."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            command("web"),
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
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
def serving(environment: dict[str, str]) -> Iterator[Server]:
    subprocess.run(command("release"), cwd=ROOT, env=environment, check=True, capture_output=True)
    server = Server(environment)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.stop()


class Client:
    """Opens pages and sends forms over HTTP; browsers send Secure cookies to this very machine too."""

    def __init__(self, address: str) -> None:
        cookies = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(cookies))
        self.cookies, self.url = cookies, address
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

    def post(self, selector: str, **fields: str) -> int:
        """Send a form; the status of its answer, whatever it is."""
        try:
            self.submit(selector, **fields)
        except HTTPError as error:
            return error.code
        return 200
