"""Everything in the bin at once."""

from flask import Blueprint, Response, make_response, render_template, url_for

from ...accounts.signing_in import visitor
from ...database import writing
from ...formatting import are
from ...web import Toast, go
from ..models import Task
from ..purging import purge_tasks

bp = Blueprint("whole_bin", __name__, url_prefix="/bin/all")


@bp.get("")
def show() -> Response:
    return make_response(render_template("tasks/bin_confirm.html", task=None))


@bp.post("/delete")
@bp.delete("")
def destroy() -> Response:
    with writing() as session:
        count = purge_tasks(session, Task.may_be_changed_by(visitor()))
    return go(url_for("bin.index"), Toast(f"{are(count, 'task')} gone for good."))
