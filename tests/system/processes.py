"""The processes of a running server, and waiting for what they do."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from .serving import Server


def workers(server: Server) -> list[int]:
    """The processes that answer; a dead one stays a child until its parent looks."""
    pid = server.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in children if _is_alive(child)]


def _is_alive(pid: str) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except (FileNotFoundError, ProcessLookupError):
        return False


def seconds_of_work(pid: int) -> float:
    """How much processor time a process has used."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def until(happened: Callable[[], bool], seconds: float = 60) -> None:
    """Look again and again: another process sends no word."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)
