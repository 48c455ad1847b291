"""Addresses that hold a secret."""

from io import BytesIO

import pytest

from tests.pages import Browser


@pytest.mark.parametrize(
    ("method", "path", "size", "status"),
    [
        ("GET", "/auth/reset/made-up", 0, 404),
        ("GET", "/auth/reset/made/up", 0, 404),
        ("POST", "/auth/reset/made-up", 10, 401),
        ("POST", "/auth/reset/made-up", 2**20 + 1, 413),
        ("PUT", "/auth/reset/made-up", 0, 405),
        ("OPTIONS", "/auth/reset/made-up", 0, 200),
    ],
)
def test_no_answer_about_a_link_lets_its_address_out(
    anonymous: Browser, method: str, path: str, size: int, status: int
) -> None:
    kind = "application/x-www-form-urlencoded"
    token = str(anonymous.open("/auth/login").one("[name=csrf_token]")["value"])
    body = BytesIO((b"password=" if status == 413 else f"csrf_token={token}x&".encode()) + b"x" * size)
    headers = {"X-CSRFToken": token} if method == "PUT" else {}

    answer = anonymous.client.open(path, method=method, data=body, content_type=kind, headers=headers)

    assert answer.status_code == status
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
