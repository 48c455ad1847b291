"""Projects: what tasks belong to, in sections, and who may see and change it."""

from flask import Flask

from .views import (
    archive,
    favourite,
    project_position,
    projects,
    section_folding,
    section_position,
    sections,
)

VIEWS = (projects, archive, favourite, project_position, sections, section_position, section_folding)


def init_app(app: Flask) -> None:
    for view in VIEWS:
        app.register_blueprint(view.bp)
