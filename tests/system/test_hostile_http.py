"""What gunicorn passes on of headers and bodies that only a program would send."""

import socket
from collections.abc import Iterator

import pytest

from .serving import Server, serving


@pytest.fixture
def server(environment: dict[str, str]) -> Iterator[Server]:
    with serving({**environment, "WEB_CONCURRENCY": "1"}) as server:
        yield server


def answer_to(server: Server, request: str) -> str:
    """Everything that comes back for these bytes, until it ends or nothing more comes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(request.replace("\n", "\r\n").encode())
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def status_of(answer: str) -> int:
    return int(answer.split(" ", 2)[1])


HEADERS = (
    "SCRIPT_NAME: /tasks",
    "SCRIPT_NAME: /evil",
    "Script-Name: /evil",
    "X-Forwarded-Proto: https",
    "X-Forwarded-Ssl: on",
    "X-Forwarded-Protocol: ssl",
    "PATH_INFO: /evil",
)
PATHS = ("/auth/login", "/tasks", "/nowhere", "/auth/reset/x")
BODIES = ("3\na=b\n0\n\n", "zz\nabc\n0\n\n", "5\nab", "-1\na", "3\nabcX", "", "0")
KIND = "Content-Type: application/x-www-form-urlencoded"


def test_who_is_no_known_proxy_chooses_neither_place_nor_scheme(server: Server) -> None:
    answers = [
        answer_to(server, f"GET /tasks HTTP/1.1\nHost: 127.0.0.1\n{header}\nConnection: close\n\n")
        for header in HEADERS
    ]

    asked_to_sign_in = "\r\nLocation: /auth/login?next=/tasks\r\n"
    assert [status_of(answer) for answer in answers if asked_to_sign_in not in answer] == []


def test_a_body_in_chunks_is_refused_however_it_is_broken(server: Server) -> None:
    chunked = "Host: 127.0.0.1\nTransfer-Encoding: chunked"

    answers = [
        answer_to(server, f"POST {path} HTTP/1.1\n{chunked}\n{KIND}\n\n{body}")
        for path in PATHS
        for body in BODIES
    ]

    assert {status_of(answer) for answer in answers} <= {400, 411}


def test_a_body_with_two_lengths_is_refused(server: Server) -> None:
    lengths = "Transfer-Encoding: chunked\nContent-Length: 3"

    answer = answer_to(server, f"POST /auth/login HTTP/1.1\nHost: 127.0.0.1\n{lengths}\n{KIND}\n\n0\n\n")

    assert status_of(answer) == 400
