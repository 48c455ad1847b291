"""All devices of a person but the one in use."""

from flask import Blueprint, Response, url_for

from ...database import writing
from ...logs import audit
from ...web import Toast, go
from ..models import end_sessions
from ..signing_in import visitor

bp = Blueprint("other_devices", __name__, url_prefix="/settings/devices/others")


@bp.post("/delete")
def destroy() -> Response:
    with writing() as session:
        end_sessions(session, visitor().id, except_id=visitor().session_id)
    audit("other devices signed out", visitor().id)
    return go(url_for("devices.index"), Toast("All other devices are signed out."))
