"""What a line would be understood as, while somebody is typing it."""

from typing import Any

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...extensions import db
from ...forms import LONGEST_TEXT
from ...web import page_or_partial
from .. import chips
from ..forms import NewTaskForm
from ..understanding import understand

bp = Blueprint("chips", __name__, url_prefix="/tasks/chips")


@bp.post("")
def create() -> Response:
    """Posted, because no title belongs into an address or a log; nothing is saved."""
    form = NewTaskForm()
    shown: dict[str, Any] = {"form": form, "seen": _seen(form), "wanted": form.wanted_names}
    return page_or_partial("tasks/new.html", "tasks/_chips.html", **shown)


def _seen(form: NewTaskForm) -> chips.Seen:
    """Nothing of a line that is empty, or far too long."""
    text = form.title.data or ""
    if not text.strip() or len(text) > LONGEST_TEXT:
        return chips.Seen()
    line = understand(db.session(), visitor(), text, form.place_id, now())
    line = line.planned(form.day_wanted(visitor().today))
    return chips.seen(db.session(), visitor(), line, form.place_id)
