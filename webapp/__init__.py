"""Docket, a task manager. `create_app` is its table of contents."""

import os

import jinja_partials
from flask import Flask

from . import (
    accounts,
    activity,
    agenda,
    assets,
    cli,
    database,
    errors,
    formatting,
    forms,
    health,
    logs,
    once,
    projects,
    security,
    tasks,
    transfer,
    web,
    welcome,
)
from .config import ROOT, load_config
from .extensions import COMPRESSION, compress, migrate


def create_app(**overrides: str) -> Flask:
    """The application, configured from the environment; `overrides` are settings that go before it."""
    app = Flask(__name__, static_folder=None, template_folder=str(ROOT / "templates"))
    app.config.from_mapping(load_config(os.environ, overrides), **COMPRESSION)

    # The ground
    database.init_app(app)
    logs.init_app(app)
    migrate.init_app(app, directory=str(ROOT / "migrations"))
    web.init_app(app)
    errors.init_app(app)
    forms.init_app(app)
    app.jinja_env.globals.update(new_request_key=once.new_request_key)
    formatting.init_app(app)
    jinja_partials.register_extensions(app)
    compress.init_app(app)
    assets.init_app(app, security.file_headers(app))
    health.init_app(app)
    security.init_app(app)

    # The rooms, from the ground up: each may import only what comes before it
    activity.init_app(app)
    accounts.init_app(app)
    projects.init_app(app)
    tasks.init_app(app)
    agenda.init_app(app)
    welcome.init_app(app)
    transfer.init_app(app)
    cli.init_app(app)
    return app
