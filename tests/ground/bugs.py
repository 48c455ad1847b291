"""An address with a bug, to see how bugs are answered."""

from flask import Flask

from webapp.security import public


@public
def show() -> str:
    known: dict[str, str] = {}
    return known["a secret of the database"]


def with_bug(app: Flask) -> Flask:
    """The application with `/bug`, answering as it would in production."""
    app.testing = False
    app.add_url_rule("/bug", "bug.show", show)
    return app
