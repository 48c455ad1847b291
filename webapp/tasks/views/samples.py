"""The tasks that came with the account."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...formatting import counted
from ...trees import rearranging
from .. import answers
from ..samples import delete_samples

bp = Blueprint("samples", __name__, url_prefix="/tasks/samples")


@bp.delete("")
@bp.post("/delete")
def destroy() -> Response:
    with rearranging(visitor().workspaces) as session:
        count = delete_samples(session, by=visitor(), now=now())
    return answers.list_changed(answers.undoable(f"Removed {counted(count, 'sample task')}."))
