"""What comes up, day after day."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, request

from ...accounts.signing_in import visitor
from ...tasks.forms import TODAY, NewTaskForm
from ...web import page_or_partial
from ..day_cursors import parse_cursor
from ..upcoming_answers import start_in
from ..upcoming_page import overdue, upcoming, week_of
from .overdue import further

bp = Blueprint("upcoming", __name__, url_prefix="/upcoming")


@bp.get("")
def index() -> Response:
    today = visitor().today
    start = start_in(request.args.get("start"), today) or abort(404)
    if "after" in request.args:
        return _more(today, start)
    form = NewTaskForm(formdata=None, data={"day": TODAY if start == today else start.isoformat()})
    context = _context(today, start)
    return page_or_partial("agenda/upcoming.html", "agenda/_upcoming.html", form=form, **context)


def _context(today: date, start: date) -> dict[str, Any]:
    return {
        "today": today,
        "start": start,
        "overdue": overdue(visitor(), today) if start == today else None,
        "upcoming": upcoming(visitor(), today, start),
        "week": week_of(visitor(), today, start),
    }


def _more(today: date, start: date) -> Response:
    """A later page of the days, or of what is overdue."""
    after = parse_cursor(request.args["after"]) or abort(404)
    if after.day < today:
        return further(overdue(visitor(), today, after))
    context: dict[str, Any] = {"today": today, "start": start, "begun": after.day}
    context["upcoming"] = upcoming(visitor(), today, start, after)
    return page_or_partial("agenda/upcoming_list.html", "agenda/upcoming_more.swap.html", **context)
