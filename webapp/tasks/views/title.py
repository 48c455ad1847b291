"""The title alone, edited where it stands."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...database import writing
from ...web import uncompressed
from .. import answers, listings
from ..finding import Binned, find_editable_row, find_task_to_edit
from ..forms import TitleForm
from ..saving import Wanted, save

bp = Blueprint("title", __name__, url_prefix="/tasks/<int:id>/title")


@bp.get("/edit")
def edit(id: int) -> Response:
    task = find_editable_row(id)
    title = request.args.get("title") or task.title
    form = TitleForm(
        formdata=None, data={"title": title, "version": task.version, "next": listings.list_place()}
    )
    return uncompressed(answers.editor("tasks/_title_editor.html", id, form, focus=True))


@bp.route("", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = TitleForm()
    if not form.validate():
        return answers.editor("tasks/_title_editor.html", find_editable_row(id).id, form, 422)
    try:
        with writing() as session:
            task = find_task_to_edit(id)
            saved = save(session, task, Wanted(form.words, form.seen_version), by=visitor(), now=now())
    except Binned:
        return answers.editor("tasks/_binned.html", id, form, 404)
    except Stale as stale:
        return answers.conflict(id, form, stale)
    toast = answers.saved(task, saved)
    return answers.row_finished(id, toast, back=form.next.data)
