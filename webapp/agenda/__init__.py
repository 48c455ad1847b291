"""Agenda: the pages on which tasks are gathered, and the sidebar, which is the way to them and a page too."""

from flask import Flask

from . import completed_answers, project_answers
from .day_lists import date_of, name_of
from .sidebar import is_at, sidebar
from .views import browse, completed, project

__all__ = ["completed_answers", "project_answers"]  # they declare their pages as ones that list tasks


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(sidebar=sidebar)
    app.jinja_env.filters.update(name_of_day=name_of, date_of_day=date_of)
    app.jinja_env.tests.update(at=is_at)
    for view in (browse, completed, project):
        app.register_blueprint(view.bp)
