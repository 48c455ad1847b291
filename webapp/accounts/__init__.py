"""Accounts: people, workspaces, sign-in, devices and passwords."""

from flask import Flask

from . import cookies, hashing, signed_out, signing_in
from .views import devices, email, other_devices, password, reset, settings, sign_in, sign_out


def init_app(app: Flask) -> None:
    cookies.init_app(app)
    hashing.init_app(app)
    signing_in.init_app(app)
    signed_out.init_app(app)
    for view in (sign_in, sign_out, reset, settings, email, password, devices, other_devices):
        app.register_blueprint(view.bp)
