"""Welcome: the front page, what this is, and signing up."""

from flask import Flask

from .views import about, sign_up, welcome


def init_app(app: Flask) -> None:
    for view in (welcome, about, sign_up):
        app.register_blueprint(view.bp)
