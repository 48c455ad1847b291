"""The keys that the pages know, as a page of their own."""

from flask import Blueprint, Response

from ...web import page_or_partial

bp = Blueprint("keys", __name__)


@bp.get("/keys")
def show() -> Response:
    return page_or_partial("welcome/keys.html", "welcome/_sheet.html")
