"""The names that a sign may be followed by, to choose from while typing."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...extensions import db
from ...web import page_or_partial
from ..known import known

bp = Blueprint("names", __name__, url_prefix="/tasks/names")


@bp.get("")
def index() -> Response:
    """Asked for once; the browser looks up in it what is typed."""
    found = known(db.session(), visitor())
    return page_or_partial("tasks/names.html", "tasks/_names.html", known=found)
