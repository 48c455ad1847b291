"""All labels of a person's workspace."""

from flask import Blueprint, Response, request
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...once import once
from ...trees import rearranging
from .. import answers, label_answers
from ..label_finding import find_label
from ..label_forms import NewLabelForm
from ..labels import Label, clean_label
from ..titles import shortened

bp = Blueprint("labels", __name__, url_prefix="/labels")


@bp.get("")
def index() -> Response:
    id = request.args.get("row", 0, int)
    return label_answers.labels_page(NewLabelForm(formdata=None), row=find_label(id) if id else None)


@bp.post("")
def create() -> Response:
    form = NewLabelForm()
    if not form.validate():
        return label_answers.labels_refused(form)
    try:
        with rearranging([visitor().workspace_id]) as session:
            once(session, form, lambda: _add(session, form), user_id=visitor().id, now=now())
    except Invalid as error:
        form.refuse(form.name, str(error))
        return label_answers.labels_refused(form)
    toast = answers.undoable(f"Added {shortened(f'@{clean_label(form.name.data)}')}.")
    return label_answers.labels_changed(toast, form=NewLabelForm(formdata=None))


def _add(session: Session, form: NewLabelForm) -> int:
    return Label.add(session, visitor().workspace_id, form.name.data, by=visitor(), now=now()).id
