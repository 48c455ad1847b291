"""Selecting tasks to do something to all of them: a list with checkboxes, and the bar of what can be done."""

from typing import Any

from flask import Blueprint, Response, request, url_for

from ...accounts.signing_in import visitor
from ...extensions import db
from ...web import page_or_partial, safe_next
from .. import listings
from ..chosen import MOST
from ..label_rows import all_labels
from ..picking import shortcuts
from ..places import places

bp = Blueprint("selection", __name__, url_prefix="/tasks/selection")


@bp.get("")
def index() -> Response:
    return page_or_partial("tasks/selection.html", "tasks/selected.swap.html", **_context())


@bp.get("/new")
def new() -> Response:
    return page_or_partial("tasks/selection.html", "tasks/_selection_actions.html", **_context())


def _context() -> dict[str, Any]:
    at = safe_next(request.args.get("at")) or url_for("tasks.index")
    key = request.args.get("list", "task-list")
    return {
        "at": at,
        "key": key,
        "rows": lambda: listings.whole_list(at, key),
        "most": MOST,
        "chosen": "all" in request.args,
        "shortcuts": shortcuts(visitor()),
        "places": lambda: places(db.session(), visitor()),
        "labels": lambda: all_labels(visitor()),
    }
