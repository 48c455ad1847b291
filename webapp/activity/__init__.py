"""Activity: what happened, and the way back. Knows no room above it; models say what of them is tracked."""

from flask import Flask

from .views import history, last_undo, undo


def init_app(app: Flask) -> None:
    for view in (history, undo, last_undo):
        app.register_blueprint(view.bp)
