"""How gunicorn serves the application; the platform's environment sets the numbers."""

import os
from typing import Any

is_development = os.environ.get("ENVIRONMENT") == "development"

bind = f"{os.environ.get('HOST', '0.0.0.0')}:{os.environ.get('PORT', '8000')}"  # noqa: S104
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = 4
preload_app = not is_development
reload = is_development
graceful_timeout = 25  # platforms kill after 30 seconds
keepalive = 75
limit_request_line = 8190  # a title of 500 characters may ride in an address
control_socket_disable = True


def post_fork(_server: Any, _worker: Any) -> None:
    """A connection that was opened before the fork must not be shared by the workers."""
    if is_development:
        return
    from webapp.extensions import db
    from wsgi import app

    with app.app_context():
        db.engine.dispose(close=False)
