"""Deleting all completed tasks at once, and bringing them back."""

from flask import Blueprint, Response, abort

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...formatting import counted
from ...web import Toast
from .. import answers
from ..bulk import delete_completed, restore_all

bp = Blueprint("deletions", __name__, url_prefix="/tasks/completed")


@bp.delete("")
@bp.post("/delete")
def create() -> Response:
    instant = now()
    with writing() as session:
        count = delete_completed(session, by=visitor(), now=instant)
    undo = answers.undo_path("deletions.destroy", instant)
    return answers.list_changed(Toast(f"Deleted {counted(count, 'completed task')}.", undo))


@bp.delete("/deletion")
@bp.post("/deletion/delete")
def destroy() -> Response:
    instant = answers.requested_instant() or abort(404)
    with writing() as session:
        count = restore_all(session, by=visitor(), deleted_at=instant)
    return answers.list_changed(Toast(f"{counted(count, 'task')} back again."))
