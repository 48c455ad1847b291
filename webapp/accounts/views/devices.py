"""The devices on which a person is signed in."""

from flask import Blueprint, Response, abort, make_response, render_template, url_for
from sqlalchemy import select

from ...clock import now
from ...database import writing
from ...extensions import db
from ...logs import audit
from ...web import Toast, go
from ..models import Session
from ..signing_in import visitor

bp = Blueprint("devices", __name__, url_prefix="/settings/devices")


@bp.get("")
def index() -> Response:
    sessions = db.session.scalars(Session.of(visitor().id, now())).all()
    return make_response(render_template("accounts/devices.html", sessions=sessions))


@bp.post("/<int:id>/delete")
def destroy(id: int) -> Response:
    with writing() as session:
        mine = select(Session).where(Session.id == id, Session.user_id == visitor().id)
        row = session.scalar(mine) or abort(404)
        session.delete(row)
    audit("device signed out", visitor().id)
    return go(url_for("devices.index"), Toast(f"{row.device} is signed out."))
