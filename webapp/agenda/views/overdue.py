"""All that is overdue, to be planned anew."""

from flask import Blueprint, Response, request, url_for

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...formatting import counted
from ...tasks.answers import undoable
from ...tasks.days import day_in_words
from ...trees import rearranging
from ...web import done, page_or_partial, tell_lists
from ..day_cursors import read_day
from ..forms import OverdueForm
from ..overdue import reschedule_all
from ..today_page import DueList

bp = Blueprint("overdue", __name__, url_prefix="/overdue")


@bp.get("/edit")
def edit() -> Response:
    form = OverdueForm(formdata=None, data={"day": visitor().today.isoformat()})
    return _form(form)


@bp.post("")
def update() -> Response:
    form, today = OverdueForm(), visitor().today
    if not form.validate():
        return _form(form, 422)
    day = read_day(form.day.data)
    try:
        with rearranging(visitor().workspaces) as session:
            count = reschedule_all(session, day, today, by=visitor(), now=now())
    except Invalid as error:
        form.refuse(form.day, str(error))
        return _form(form, 422)
    words = f"Rescheduled {counted(count, 'task')} to {day_in_words(day, today)}."
    return tell_lists(done("activity/undone.swap.html", undoable(words), url_for("today.index")))


def further(found: DueList) -> Response:
    """A later page of what is overdue, on whichever page it stands."""
    swap, url = "agenda/overdue_more.swap.html", request.script_root + request.path
    return page_or_partial("agenda/overdue_list.html", swap, overdue=found, url=url)


def _form(form: OverdueForm, code: int = 200) -> Response:
    today = visitor().today
    return page_or_partial("agenda/overdue.html", "agenda/_overdue.html", code, form=form, today=today)
