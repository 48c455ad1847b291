"""Agenda: the pages on which tasks are gathered, and the sidebar, which is the way to them and a page too."""

from flask import Flask

from . import project_answers
from .sidebar import is_at, sidebar
from .views import browse, project, project_folding

__all__ = ["project_answers"]  # declares its page as one that lists tasks


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(sidebar=sidebar)
    app.jinja_env.tests.update(at=is_at)
    for view in (browse, project, project_folding):
        app.register_blueprint(view.bp)
