"""Undo and redo of a person's own last change, wherever it was made: what `z` and Shift+Z do."""

from flask import Blueprint, Response
from flask_login import current_user

from ...extensions import db
from .. import answers
from ..undoing import last_to_redo, last_to_undo

bp = Blueprint("last_undo", __name__, url_prefix="/history/undo")


@bp.post("")
def create() -> Response:
    entry = last_to_undo(db.session(), current_user.workspaces, current_user.id)
    return answers.take_back(entry, with_later=False) if entry else answers.nothing_to("undo")


@bp.delete("")
@bp.post("/delete")
def destroy() -> Response:
    entry = last_to_redo(db.session(), current_user.workspaces, current_user.id)
    return answers.do_again(entry) if entry else answers.nothing_to("redo")
