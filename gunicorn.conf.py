"""How gunicorn serves the application; the platform's environment sets the numbers.

Run as a program it looks at them and starts gunicorn, which itself answers a WEB_CONCURRENCY that is no
number with a traceback, before it reads any file.
"""

import ipaddress
import os
import sys
from typing import Any


def number(name: str, value: str, least: int, most: int) -> int:
    if not (value.isascii() and value.isdigit() and least <= int(value[:9]) <= most):
        sys.exit(f"docket: {name} must be a whole number from {least} to {most}, not “{value}”.")
    return int(value)


def address(name: str, value: str) -> str:
    if value == "localhost":
        return value
    try:
        ip = ipaddress.ip_address(value.strip("[]"))
    except ValueError:
        sys.exit(f"docket: {name} must be the address to listen on, such as 127.0.0.1, not “{value}”.")
    return f"[{ip}]" if ip.version == 6 else str(ip)


is_development = os.environ.get("ENVIRONMENT") == "development"

host = address("HOST", os.environ.get("HOST") or "0.0.0.0")  # noqa: S104
port = number("PORT", os.environ.get("PORT") or "8000", 0, 65535)
bind = f"{host}:{port}"
workers = number("WEB_CONCURRENCY", os.environ.get("WEB_CONCURRENCY") or "2", 1, 64)
worker_class = "gthread"
threads = 4
max_requests = 10_000  # a leak somewhere below us never grows for long
max_requests_jitter = 1_000
preload_app = not is_development
reload = is_development
graceful_timeout = 25  # platforms kill after 30 seconds
keepalive = 75
limit_request_line = 8190  # a title of 500 characters may ride in an address
control_socket_disable = True
# Gunicorn would believe these from 127.0.0.1; PROXY_HOPS alone says whom to believe.
forwarded_allow_ips = ""
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}


def post_fork(_server: Any, _worker: Any) -> None:
    """A connection that was opened before the fork must not be shared by the workers."""
    if is_development:
        return
    from webapp.extensions import db
    from wsgi import app

    with app.app_context():
        db.engine.dispose(close=False)


if __name__ == "__main__":
    os.environ["WEB_CONCURRENCY"] = str(workers)
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "wsgi:app"])  # noqa: S606
