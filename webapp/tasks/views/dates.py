"""When a task is planned, due and shown: picked in a form of its own."""

from typing import Any

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...database import writing
from ...errors import Invalid
from ...web import came_from, page_or_partial, safe_next, uncompressed
from .. import date_answers
from ..calendar_month import read_month
from ..date_forms import DatesForm
from ..finding import find_editable_row, find_task_to_edit
from ..picking import picker
from ..saving import Wanted, save

bp = Blueprint("dates", __name__, url_prefix="/tasks/<int:id>/date")


@bp.get("")
def edit(id: int) -> Response:
    row = find_editable_row(id)
    back = safe_next(request.args.get("next")) or came_from()
    form = DatesForm.of(row, next=back, editor=request.args.get("editor"))
    if "month" not in request.args:
        return date_answers.picker_of(row, form)
    shown = picker(visitor(), form.chosen, read_month(request.args["month"]))
    context: dict[str, Any] = {"task": row, "form": form, "picker": shown}
    return uncompressed(page_or_partial("tasks/date.html", "tasks/_month.html", **context))


@bp.route("", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = DatesForm()
    if not form.validate():
        return date_answers.picker_of(find_editable_row(id), form, 422)
    try:
        with writing() as session:
            task, before = find_task_to_edit(id), find_editable_row(id)
            saved = save(session, task, Wanted(form.dates, form.seen_version), by=visitor(), now=now())
    except Invalid as error:
        form.refuse(form.when, str(error))
        return date_answers.picker_of(find_editable_row(id), form, 422)
    except Stale as stale:
        return date_answers.conflict(id, form, stale)
    return date_answers.dates_saved(task, saved, form, before)
