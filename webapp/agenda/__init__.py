"""Agenda: the pages on which tasks are gathered, and the way to them."""

from flask import Flask

from . import project_answers
from .views import project

__all__ = ["project_answers"]  # declares its page as one that lists tasks


def init_app(app: Flask) -> None:
    for view in (project,):
        app.register_blueprint(view.bp)
