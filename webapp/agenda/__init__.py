"""Agenda: the pages on which tasks are gathered, and the sidebar, which is the way to them and a page too."""

from flask import Flask

from . import completed_answers, project_answers, today_answers, upcoming_answers
from .day_lists import date_of, end_of, name_of
from .sidebar import is_at, sidebar
from .today_page import part_of
from .views import browse, completed, overdue, project, project_folding, today, upcoming

# They declare their pages as ones that list tasks.
__all__ = ["completed_answers", "project_answers", "today_answers", "upcoming_answers"]


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(sidebar=sidebar)
    app.jinja_env.filters.update(
        name_of_day=name_of, date_of_day=date_of, end_of_day=end_of, part_of_today=part_of
    )
    app.jinja_env.tests.update(at=is_at)
    for view in (today, overdue, upcoming, completed, browse, project, project_folding):
        app.register_blueprint(view.bp)
