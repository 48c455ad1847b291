"""A stranger deploys: a clone, read-only, its Procfile run by honcho with nothing but what platforms set."""

import os
import re
import secrets
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.error import HTTPError, URLError

import pytest

from tests.engines import free_port
from tests.sources import ROOT

from .serving import PATIENCE, Client

IN_CI = os.environ.get("CI") == "true"


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The committed tree, which nobody may write."""
    if not (ROOT / ".git").exists():
        pytest.skip("only a repository can be cloned")
    folder = tmp_path_factory.mktemp("clone") / "docket"
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", ROOT, folder], check=True)
    _make_writable(folder, False)
    yield folder
    _make_writable(folder, True)


@pytest.fixture(scope="module")
def programs(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where flask and gunicorn are. Outside CI those of the tests: an installation takes minutes."""
    if not IN_CI:
        return Path(sys.executable).parent
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    python, lock = str(folder / "bin" / "python"), str(clone / "requirements.txt")
    install = [python, "-m", "pip", "install", "-q", "--require-hashes", "-r", lock]
    subprocess.run(install, check=True)
    return folder / "bin"


@pytest.fixture
def environment(programs: Path, new_database: Callable[[], str]) -> dict[str, str]:
    return {
        "PATH": f"{programs}{os.pathsep}/usr/bin{os.pathsep}/bin",
        "PORT": str(free_port()),
        "SECRET_KEY": secrets.token_urlsafe(48),
        "DATABASE_URL": new_database(),
    }


def _make_writable(folder: Path, writable: bool) -> None:
    for path in [folder, *folder.rglob("*")]:
        mode = path.stat().st_mode
        path.chmod(mode | stat.S_IWUSR if writable else mode & ~0o222)


def _files(folder: Path) -> set[Path]:
    """All files but compiled ones; the superuser writes to what is read-only, and should not have."""
    return {path for path in folder.rglob("*") if "__pycache__" not in path.parts}


def _honcho(
    clone: Path, environment: dict[str, str], name: str, output: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    call = [str(Path(sys.executable).parent / "honcho"), "start", "--no-prefix", name]
    return subprocess.Popen(call, cwd=clone, env=environment, stdout=output, start_new_session=True)


def _gunicorn(log: Path) -> int:
    """The server's id. A signal to honcho itself would make its exit code 143, whatever the server's was."""
    found = re.search(r"Listening at: \S+ \((\d+)\)", log.read_text())
    assert found
    return int(found[1])


def _release(clone: Path, environment: dict[str, str]) -> None:
    assert _honcho(clone, environment, "release").wait(PATIENCE) == 0


@contextmanager
def _web(clone: Path, environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output:
        process = _honcho(clone, environment, "web", output)
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _answers(client: Client, path: str) -> int:
    """The status of a page, once anything answers."""
    for _ in range(PATIENCE * 10):
        try:
            client.open(path)
            return 200
        except HTTPError as error:
            return error.code
        except URLError:
            time.sleep(0.1)
    pytest.fail("It does not listen.")


def _sign_up_and_add_a_task(client: Client) -> list[str]:
    client.open("/auth/register")
    client.submit("form", name="Mira", email="mira@example.org", password="three blue bicycles")
    client.submit("#create-form", title="Put the bins out")
    return [title.get_text() for title in client.soup.select(".task__title")]


@pytest.mark.parametrize("first", ["release", "web"])
def test_what_the_procfile_says_is_all_there_is_to_do(
    clone: Path, environment: dict[str, str], tmp_path: Path, first: str
) -> None:
    before, log = _files(clone), tmp_path / "log"
    client = Client(f"http://127.0.0.1:{environment['PORT']}")
    if first == "release":
        _release(clone, environment)

    with _web(clone, environment, log) as web:
        if first == "web":
            assert _answers(client, "/") == 503
            _release(clone, environment)
        assert _answers(client, "/") == 200
        titles = _sign_up_and_add_a_task(client)
        asked = time.monotonic()
        os.kill(_gunicorn(log), signal.SIGTERM)
        code = web.wait(PATIENCE)

    assert titles[-1] == "Put the bins out"
    assert code == 0
    assert time.monotonic() - asked < 30
    assert _files(clone) == before
