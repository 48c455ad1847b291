"""What a person changed, and each change at its own address."""

from flask import Blueprint, Response, request, url_for
from flask_login import current_user

from ...extensions import db
from ...web import LARGEST_ID, page_or_partial
from ..finding import find_entry
from ..history import by_day, history_page, items

bp = Blueprint("history", __name__, url_prefix="/history")


@bp.get("")
def index() -> Response:
    before = request.args.get("before", LARGEST_ID, type=int)
    found, next_id = history_page(
        db.session(), current_user.workspaces, current_user.id, min(before, LARGEST_ID)
    )
    days = by_day(found, current_user.time_zone)
    here = url_for("history.index", before=before if before < LARGEST_ID else None)
    return page_or_partial(
        "activity/index.html", "activity/_days.html", days=days, next_id=next_id, here=here
    )


@bp.get("/<int:id>")
def show(id: int) -> Response:
    (item,) = items(db.session(), [find_entry(id)])
    item = item._replace(can_redo=item.can_redo or (item.is_undone and not item.is_revert))
    return page_or_partial("activity/show.html", "activity/_entry.html", item=item)
