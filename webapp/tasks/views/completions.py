"""Completing all tasks at once, and opening them again."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...formatting import are, counted
from ...trees import rearranging
from .. import answers
from ..bulk import complete_all, reopen_all

bp = Blueprint("completions", __name__, url_prefix="/tasks/completion")


@bp.post("")
def create() -> Response:
    with rearranging(visitor().workspaces) as session:
        count = complete_all(session, by=visitor(), now=now())
    return answers.list_changed(answers.undoable(f"Completed {counted(count, 'task')}."))


@bp.post("/delete")
@bp.delete("")
def destroy() -> Response:
    with rearranging(visitor().workspaces) as session:
        count = reopen_all(session, by=visitor(), now=now())
    return answers.list_changed(answers.undoable(f"{are(count, 'task')} open again."))
