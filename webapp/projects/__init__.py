"""Projects: what tasks belong to, in sections, and who may see and change it."""

from flask import Flask

from . import favourites
from .views import archive, project_position, projects, section_folding, section_position, sections

__all__ = ["favourites"]  # a table that no view here speaks of


def init_app(app: Flask) -> None:
    for view in (projects, archive, project_position, sections, section_position, section_folding):
        app.register_blueprint(view.bp)
