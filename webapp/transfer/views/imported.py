"""Adding what a person has brought along."""

from flask import Blueprint, Response, url_for
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...once import once
from ...projects.finding import find_project_to_fill
from ...tasks.answers import undoable
from ...trees import rearranging
from ...web import go
from .. import answers
from ..bringing import bring_into, bring_into_new
from ..finding import find_import
from ..forms import PlaceForm
from ..previewing import Preview, preview_of

bp = Blueprint("imported", __name__, url_prefix="/imports/<int:id>/tasks")


@bp.post("")
def create(id: int) -> Response:
    form, brought = PlaceForm(), find_import(id)
    preview = preview_of(brought, visitor())
    if not form.validate():
        return answers.preview(brought, form, code=422)
    count = len(preview.tasks)
    try:
        with rearranging(visitor().workspaces) as session:
            place = once(
                session, form, lambda: _bring(session, form, preview), user_id=visitor().id, now=now()
            )
    except Invalid as error:
        form.refuse(form.place, str(error))
        return answers.preview(find_import(id), form, code=422)
    noun = "task" if count == 1 else "tasks"
    return go(
        url_for("project.show", id=place), undoable(f"Imported {count:,} {noun} from {preview.called}.")
    )


def _bring(session: Session, form: PlaceForm, preview: Preview) -> int:
    if not preview.projects:
        raise Invalid("There is nothing in it that could be added.")
    if form.project_id is None:
        name = form.name.data or preview.name
        return bring_into_new(session, name, preview, by=visitor(), now=now())
    return bring_into(session, find_project_to_fill(form.project_id), preview, by=visitor(), now=now())
