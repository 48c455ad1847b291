"""What is done, by day."""

from typing import Any

from flask import Blueprint, Response, abort, request

from ...accounts.signing_in import visitor
from ...web import page_or_partial
from ..completed_page import completed_counts, completed_page, day_at, parse_cursor

bp = Blueprint("completed", __name__)


@bp.get("/completed")
def index() -> Response:
    after = parse_cursor(request.args.get("after", "")) or abort(404)
    today = visitor().today
    days, cursor = completed_page(visitor(), after)
    context: dict[str, Any] = {"days": days, "cursor": cursor, "today": today}
    context["counts"] = completed_counts(visitor(), today)
    if "after" in request.args:
        context["begun"] = day_at(after[0], visitor().time_zone)
    swap = "agenda/completed_more.swap.html" if "after" in request.args else "agenda/_completed.html"
    return page_or_partial("agenda/completed.html", swap, **context)
