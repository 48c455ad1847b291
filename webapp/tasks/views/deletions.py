"""Deleting all completed tasks at once."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...formatting import counted
from ...trees import rearranging
from .. import answers
from ..bulk import delete_completed

bp = Blueprint("deletions", __name__, url_prefix="/tasks/completed")


@bp.delete("")
@bp.post("/delete")
def create() -> Response:
    with rearranging(visitor().workspaces) as session:
        count = delete_completed(session, by=visitor(), now=now())
    return answers.list_changed(answers.undoable(f"Deleted {counted(count, 'completed task')}."))
