"""What a line would be understood as, while somebody is typing it."""

from typing import Any

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...extensions import db
from ...web import page_or_partial
from .. import chips
from ..forms import NewTaskForm

bp = Blueprint("chips", __name__, url_prefix="/tasks/chips")


@bp.post("")
def create() -> Response:
    """Posted, because no title belongs into an address or a log; nothing is saved."""
    form = NewTaskForm()
    seen = chips.seen(db.session(), visitor(), form.title.data or "", form.place_id, now())
    shown: dict[str, Any] = {"form": form, "seen": seen, "wanted": form.wanted_names}
    return page_or_partial("tasks/new.html", "tasks/_chips.html", **shown)
