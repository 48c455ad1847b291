"""What a person changed, and each change that they may see at its own address."""

from flask import Blueprint, Response, url_for
from flask_login import current_user

from ...extensions import db
from ...web import LARGEST_ID, page_or_partial
from ..answers import asked
from ..finding import find_entry
from ..history import by_day, history_page, one_item

bp = Blueprint("history", __name__, url_prefix="/history")


@bp.get("")
def index() -> Response:
    before = asked("before", LARGEST_ID)
    found, next_id = history_page(db.session(), current_user.workspaces, current_user, before)
    days = by_day(found, current_user.time_zone)
    here = url_for("history.index", before=before if before < LARGEST_ID else None)
    earlier = next_id and url_for("history.index", before=next_id)
    return page_or_partial(
        "activity/index.html", "activity/_days.html", days=days, earlier=earlier, here=here, filters=None
    )


@bp.get("/<int:id>")
def show(id: int) -> Response:
    item = one_item(db.session(), find_entry(id), current_user, asks=True)
    item = item._replace(is_latest=item.is_latest or not item.is_revert)
    return page_or_partial("activity/show.html", "activity/_entry.html", item=item)
