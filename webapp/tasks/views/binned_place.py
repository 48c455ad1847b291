"""Projects, sections and labels in the bin: gone for good, or back."""

from typing import Any

from flask import Blueprint, Response, abort, make_response, render_template, url_for
from sqlalchemy import select

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...errors import Invalid, error_answer
from ...extensions import db
from ...trees import rearranging
from ...web import Toast, done, go, tell_lists
from .. import answers
from ..binned import KINDS, went_alone
from ..purging import PURGES
from ..restoring import restore
from ..titles import shortened

bp = Blueprint("binned_place", __name__, url_prefix="/bin/<any(projects, sections, labels):kind>/<int:id>")


@bp.get("")
def show(kind: str, id: int) -> Response:
    name = _find(kind, id).name
    url = url_for("binned_place.destroy", kind=kind, id=id, _method="POST")
    return make_response(render_template("tasks/bin_confirm.html", name=name, url=url))


@bp.post("/restoration")
def create(kind: str, id: int) -> Response:
    try:
        with rearranging(visitor().workspaces) as session:
            row = _find(kind, id)
            name = shortened(row.name)
            restore(session, row, by=visitor(), now=now())
    except Invalid as error:
        return error_answer(422, f"{name} cannot come back: {error}")
    return tell_lists(done("activity/undone.swap.html", answers.undoable(f"{name} is back.")))


@bp.post("/delete")
@bp.delete("")
def destroy(kind: str, id: int) -> Response:
    name = _find(kind, id).name
    with writing() as session:
        PURGES[kind](session, KINDS[kind].may_be_changed_by(visitor()), KINDS[kind].id == id)
    return go(url_for("bin.index"), Toast(f"{shortened(name)} is gone for good."))


def _find(kind: str, id: int) -> Any:
    """What lies in the bin by itself and the person may restore. 404 for all else."""
    model = KINDS[kind]
    own = (model.may_be_changed_by(visitor()), model.deleted_at.is_not(None), went_alone(model))
    return db.session.scalar(select(model).where(model.id == id, *own)) or abort(404)
