"""Transfer: bringing tasks along from elsewhere, and taking them away as a file."""

from flask import Flask

from . import formats
from .views import exports, imported, imports, project_exports, several, several_preview


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(transfer_count=_counted)
    app.jinja_env.filters.update(transfer_format=formats.READABLE.__getitem__)
    for view in (imports, imported, exports, project_exports, several, several_preview):
        app.register_blueprint(view.bp)


def _counted(count: int, noun: str) -> str:
    """`1 task`, `20,000 tasks`: here the very number matters."""
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
