"""Projects: what tasks belong to, in sections, and who may see and change it."""

from flask import Flask

from . import seeing
from .views import (
    archive,
    archived,
    favourite,
    project_position,
    projects,
    section_folding,
    section_position,
    sections,
)

__all__ = ["seeing"]  # declares what members may read

VIEWS = (
    projects,
    archive,
    archived,
    favourite,
    project_position,
    sections,
    section_position,
    section_folding,
)


def init_app(app: Flask) -> None:
    for view in VIEWS:
        app.register_blueprint(view.bp)
