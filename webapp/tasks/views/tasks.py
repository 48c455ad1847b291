"""The list of tasks, and single ones."""

from flask import Blueprint, Response, abort, request, url_for
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...once import once
from ...web import page_or_partial, uncompressed
from .. import answers
from ..finding import (
    Binned,
    find_editable_row,
    find_inbox_to_edit,
    find_task,
    find_task_or_binned,
    find_task_to_edit,
)
from ..forms import NewTaskForm, TitleForm
from ..models import Stale, Task
from ..rows import START, parse_cursor
from ..titles import clean_title, shortened

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


@bp.post("")
def create() -> Response:
    form = NewTaskForm()
    if not form.validate():
        context = answers.list_context(answers.list_status(), START)
        return page_or_partial("tasks/index.html", "tasks/_new.html", 422, form=form, **context)
    with writing() as session:
        id = once(session, form, lambda: _add(session, form), user_id=visitor().id, now=now())
    toast = answers.undoable(f"Added {shortened(clean_title(form.title.data))}.")
    place = "" if answers.list_status() == "completed" else f"task-{id}-title"
    return answers.row_changed(id, toast._replace(place=place))


@bp.get("/<int:id>")
def show(id: int) -> Response:
    return page_or_partial("tasks/show.html", "tasks/_row.html", task=find_task(id))


@bp.get("/<int:id>/edit")
def edit(id: int) -> Response:
    task = find_editable_row(id)
    title = request.args.get("title") or task.title
    back = answers.list_place()
    form = TitleForm(formdata=None, data={"title": title, "version": task.version, "next": back})
    return uncompressed(answers.editor("tasks/_editor.html", id, form, focus=True))


@bp.route("/<int:id>", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = TitleForm()
    if not form.validate():
        return answers.editor("tasks/_editor.html", find_editable_row(id).id, form, 422)
    try:
        with writing():
            task = find_task_to_edit(id)
            task.rename(form.title.data, seen_version=form.seen_version, by=visitor(), now=now())
    except Binned:
        return answers.editor("tasks/_binned.html", id, form, 404)
    except Stale as stale:
        form.version.data = str(stale.version)
        return answers.editor("tasks/_conflict.html", id, form, 409, theirs=stale.theirs)
    toast = answers.undoable(f"Saved {shortened(task.title)}.")
    return answers.row_finished(id, toast, back=form.next.data)


@bp.delete("/<int:id>")
@bp.post("/<int:id>/delete")
def destroy(id: int) -> Response:
    with writing():
        task = find_task_or_binned(id)
        task.delete(by=visitor(), now=now())
    restoring = url_for("deletion.destroy", id=id, _method="POST")
    toast = answers.undoable(f"Deleted {shortened(task.title)}.", otherwise=restoring)
    return answers.row_finished(id, toast, back=answers.list_place())


def _add(session: Session, form: NewTaskForm) -> int:
    return Task.add(session, find_inbox_to_edit(), form.title.data, by=visitor(), now=now()).id
