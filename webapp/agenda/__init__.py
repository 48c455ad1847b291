"""Agenda: where tasks are found. For now the places of the sidebar, which are a page too."""

from flask import Flask

from .sidebar import is_at, sidebar
from .views import browse


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(sidebar=sidebar)
    app.jinja_env.tests.update(at=is_at)
    for view in (browse,):
        app.register_blueprint(view.bp)
