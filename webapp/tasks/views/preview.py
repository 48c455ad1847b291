"""Notes as they will look."""

from flask import Blueprint, Response, request

from ...web import page_or_partial
from ..titles import LONGEST_NOTES

bp = Blueprint("preview", __name__, url_prefix="/tasks/notes/preview")


@bp.post("")
def create() -> Response:
    notes = request.form.get("notes", "")[:LONGEST_NOTES]
    return page_or_partial("tasks/preview.html", "tasks/_preview.html", notes=notes)
