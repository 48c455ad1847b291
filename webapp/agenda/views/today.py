"""What is up today, and what is overdue."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, request

from ...accounts.signing_in import visitor
from ...tasks.forms import TODAY, NewTaskForm
from ...web import page_or_partial
from ..day_cursors import parse_cursor
from ..today_page import due_today, overdue, today_counts
from .overdue import further

bp = Blueprint("today", __name__, url_prefix="/today")


@bp.get("")
def index() -> Response:
    today = visitor().today
    if "after" in request.args:
        return _more(today)
    lists = {"overdue": overdue(visitor(), today), "due": due_today(visitor(), today)}
    form = NewTaskForm(formdata=None, data={"day": TODAY})
    counts = today_counts(visitor(), today)
    context: dict[str, Any] = {"today": today, "counts": counts, "form": form, **lists}
    return page_or_partial("agenda/today.html", "agenda/_today.html", **context)


def _more(today: date) -> Response:
    """A later page of what is overdue or of what is up today, as its key says."""
    after = parse_cursor(request.args["after"]) or abort(404)
    if after.day < today:
        return further(overdue(visitor(), today, after))
    due = due_today(visitor(), today, after)
    return page_or_partial("agenda/today_list.html", "agenda/today_more.swap.html", due=due, today=today)
