"""Completing all tasks at once, and opening them again."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...formatting import counted
from ...web import Toast
from .. import answers
from ..bulk import complete_all, reopen_all

bp = Blueprint("completions", __name__, url_prefix="/tasks/completion")


@bp.post("")
def create() -> Response:
    instant = now()
    with writing() as session:
        count = complete_all(session, by=visitor(), now=instant)
    undo = answers.undo_path("completions.destroy", instant)
    return answers.list_changed(Toast(f"Completed {counted(count, 'task')}.", undo))


@bp.post("/delete")
@bp.delete("")
def destroy() -> Response:
    with writing() as session:
        count = reopen_all(session, by=visitor(), completed_at=answers.requested_instant())
    return answers.list_changed(Toast(f"{counted(count, 'task')} open again."))
