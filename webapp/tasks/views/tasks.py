"""The list of tasks, and single ones."""

from functools import partial

from flask import Blueprint, Response, abort, request, url_for

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...database import writing
from ...errors import Invalid
from ...extensions import db
from ...once import once
from ...trees import rearranging
from ...web import page_or_partial, uncompressed
from .. import added, answers, listings
from ..finding import (
    Binned,
    find_editable_row,
    find_editable_task,
    find_place,
    find_task,
    find_task_or_binned,
    find_task_to_edit,
)
from ..forms import NewTaskForm, TaskForm, number_in
from ..opened import opened
from ..rows import parse_cursor
from ..saving import save
from ..spots import SIDES
from ..titles import shortened

bp = Blueprint("tasks", __name__, url_prefix="/tasks")


@bp.get("", defaults={"status": "all"})
@bp.get("/<any(active, completed):status>")
def index(status: str) -> Response:
    after = parse_cursor(request.args.get("after", "")) or abort(404)
    form = NewTaskForm(formdata=None, data={"title": request.args.get("title", "")})
    context = answers.list_context(status, after)
    swap = "tasks/more.swap.html" if "after" in request.args else "tasks/listed.swap.html"
    answer = page_or_partial("tasks/index.html", swap, form=form, **context)
    return uncompressed(answer) if form.title.data else answer


@bp.get("/new")
def new() -> Response:
    """The field by itself: for `q` where there is none, and for phones."""
    side = next((side for side in SIDES if side in request.args), None)
    if side:
        return _new_beside(side)
    return page_or_partial("tasks/new.html", "tasks/_new.html", form=NewTaskForm(formdata=None))


def _new_beside(side: str) -> Response:
    other = find_editable_task(number_in(request.args[side]))
    before = other.behind(db.session()).before_id if side == "below" else None
    form = NewTaskForm(formdata=None, data={"side": side, "beside": str(other.id), "before": before or ""})
    return page_or_partial("tasks/new.html", "tasks/_new_beside.html", form=form, beside=other, focus=True)


@bp.post("")
def create() -> Response:
    form = NewTaskForm()
    if not form.validate():
        return answers.new_task_refused(form)
    line = added.read(form)
    try:
        with rearranging(visitor().workspaces) if form.wanted_names else writing() as session:
            id = once(session, form, lambda: added.add(session, form, line), user_id=visitor().id, now=now())
    except Invalid as error:
        form.refuse(form.title, str(error))
        return answers.new_task_refused(form)
    return added.row_added(id, form, line)


@bp.get("/<int:id>")
def show(id: int) -> Response:
    row = find_task(id)
    whole = partial(opened, db.session(), visitor(), row)
    listing = listings.listing_here
    return page_or_partial("tasks/show.html", "tasks/_row.html", task=row, opened=whole, listing=listing)


@bp.get("/<int:id>/edit")
def edit(id: int) -> Response:
    whole = opened(db.session(), visitor(), find_editable_row(id))
    form = TaskForm(formdata=None, data={**whole.fields, "next": listings.list_place()})
    form.title.data = request.args.get("title") or form.title.data
    return uncompressed(answers.editor("tasks/_editor.html", id, form, focus=True, whole=whole))


@bp.route("/<int:id>", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = TaskForm()
    if not form.validate():
        return answers.editor("tasks/_editor.html", find_editable_row(id).id, form, 422)
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            wanted = form.wanted(find_place(form))
            saved = save(session, task, wanted, by=visitor(), now=now())
    except Invalid as error:
        form.tell(error)
        return answers.editor("tasks/_editor.html", id, form, 422)
    except Binned:
        return answers.editor("tasks/_binned.html", id, form, 404, gone=True)
    except Stale as stale:
        return answers.conflict(id, form, stale)
    toast = answers.saved(task, saved)
    back = url_for("tasks.edit", id=id) if form.step.data else form.next.data
    return answers.row_finished(id, toast, back, moved=saved.moved)


@bp.delete("/<int:id>")
@bp.post("/<int:id>/delete")
def destroy(id: int) -> Response:
    with rearranging(visitor().workspaces):
        task = find_task_or_binned(id)
        task.delete(by=visitor(), now=now())
    restoring = url_for("deletion.destroy", id=id, _method="POST")
    toast = answers.undoable(f"Deleted {shortened(task.title)}.", otherwise=restoring)
    return answers.row_finished(id, toast, back=listings.list_place())
