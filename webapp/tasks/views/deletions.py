"""Deleting all completed tasks at once."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...formatting import counted
from .. import answers
from ..bulk import delete_completed

bp = Blueprint("deletions", __name__, url_prefix="/tasks/completed")


@bp.delete("")
@bp.post("/delete")
def create() -> Response:
    with writing() as session:
        count = delete_completed(session, by=visitor(), now=now())
    return answers.list_changed(answers.undoable(f"Deleted {counted(count, 'completed task')}."))
