"""The bin: what was deleted, back or gone for good."""

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for

from ...accounts.signing_in import visitor
from ...database import writing
from ...extensions import db
from ...web import Toast, go, page_or_partial
from ..binned import bin_page, parse_cursor
from ..finding import find_binned
from ..models import Task
from ..purging import purge_tasks
from ..titles import shortened

bp = Blueprint("bin", __name__, url_prefix="/bin")


@bp.get("")
def index() -> Response:
    after = parse_cursor(request.args.get("after", "")) or abort(404)
    rows, cursor = bin_page(db.session(), visitor(), after)
    here = url_for("bin.index", after=request.args.get("after") or None)
    return page_or_partial("tasks/bin.html", "tasks/_bin.html", rows=rows, cursor=cursor, here=here)


@bp.get("/<int:id>")
def show(id: int) -> Response:
    url = url_for("bin.destroy", id=id, _method="POST")
    return make_response(render_template("tasks/bin_confirm.html", name=find_binned(id).title, url=url))


@bp.post("/<int:id>/delete")
@bp.delete("/<int:id>")
def destroy(id: int) -> Response:
    title = find_binned(id).title
    with writing() as session:
        purge_tasks(session, Task.may_be_changed_by(visitor()), Task.id == id)
    return go(url_for("bin.index"), Toast(f"{shortened(title)} is gone for good."))
