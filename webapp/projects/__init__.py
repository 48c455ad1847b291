"""Projects: what tasks belong to, in sections, and who may see and change it."""

from flask import Flask

from . import sections
from .views import favourite

__all__ = ["sections"]  # tables that no view here speaks of


def init_app(app: Flask) -> None:
    for view in (favourite,):
        app.register_blueprint(view.bp)
