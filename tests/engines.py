"""Databases for the tests: a SQLite file, or a private PostgreSQL cluster in a temporary folder.

The cluster belongs to the process that collects the tests; workers find it by TEST_DATABASE_URL.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def postgresql_folder() -> Path | None:
    """Where initdb and pg_ctl are, or None."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return installed[-1].parent if installed else None


class Cluster:
    """A PostgreSQL server that lives as long as the tests, reached over a socket in its own folder."""

    def __init__(self) -> None:
        folder = postgresql_folder()
        assert folder is not None
        self.bin = folder
        self.home = Path(tempfile.mkdtemp(prefix="docket-postgresql-"))
        self.port = free_port()
        # PostgreSQL refuses to run as root.
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if os.geteuid() == 0:
            shutil.chown(self.home, "postgres")
        self._run("initdb", "--auth=trust", "--username=docket", "--encoding=UTF8", "--locale=C", self.data)
        self.start()

    @property
    def data(self) -> str:
        return str(self.home / "data")

    def start(self) -> None:
        options = (
            f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.home} {FAST}"
        )
        self._run("pg_ctl", "-w", "-D", self.data, "-l", str(self.home / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-w", "-D", self.data, "-m", "immediate", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://docket@127.0.0.1:{self.port}/{database}"

    def _run(self, command: str, *arguments: str) -> None:
        call = [str(self.bin / command), *arguments]
        as_user = {"user": self.user} if os.geteuid() == 0 else {}
        subprocess.run(call, check=True, capture_output=True, cwd=self.home, **as_user)  # type: ignore[call-overload]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
