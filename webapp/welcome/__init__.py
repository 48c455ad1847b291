"""Welcome: the front page, what this is, the keys, and signing up."""

from flask import Flask

from .views import about, keys, security_contact, sign_up, welcome


def init_app(app: Flask) -> None:
    for view in (welcome, about, keys, security_contact, sign_up):
        app.register_blueprint(view.bp)
