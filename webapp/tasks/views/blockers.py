"""What a task waits for."""

from functools import partial
from typing import NoReturn

from flask import Blueprint, Response, request, url_for

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...extensions import db
from ...trees import rearranging
from ...web import page_or_partial
from .. import answers
from ..blocking import Blocker
from ..finding import find_beside, find_editable_row, find_task_to_edit
from ..opened import blockers_of, found_blockers
from ..titles import shortened

bp = Blueprint("blockers", __name__, url_prefix="/tasks/<int:id>/blockers")


@bp.get("")
def index(id: int) -> Response:
    task = find_editable_row(id)
    text = request.args.get("q", "")
    standing = blockers_of(db.session(), visitor(), id)
    found = found_blockers(db.session(), visitor(), id, text)
    page = partial(page_or_partial, "tasks/blockers.html", "tasks/_blockers.html")
    return page(task=task, q=text, blockers=standing, found=found)


@bp.post("")
def create(id: int) -> Response:
    chosen = request.form.get("blocked_by")
    try:
        with rearranging(visitor().workspaces) as session:
            task = find_task_to_edit(id)
            other = find_beside(task, chosen) if chosen else _nothing()
            Blocker.add(session, task, other, by=visitor(), now=now())
    except Invalid as error:
        return answers.refused(id, str(error))
    words = f"{shortened(task.title)} waits for {shortened(other.title)}."
    return answers.hanging_changed(answers.undoable(words), url_for("blockers.index", id=id))


def _nothing() -> NoReturn:
    raise Invalid("Choose a task for which to wait.")


@bp.post("/<int:other_id>/delete")
@bp.delete("/<int:other_id>")
def destroy(id: int, other_id: int) -> Response:
    with rearranging(visitor().workspaces) as session:
        task = find_task_to_edit(id)
        other = find_beside(task, str(other_id))
        Blocker.remove(session, task, other, by=visitor(), now=now())
    words = f"{shortened(task.title)} no longer waits for {shortened(other.title)}."
    return answers.hanging_changed(answers.undoable(words), url_for("blockers.index", id=id))
