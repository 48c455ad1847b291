"""What lines that were pasted are taken for, before they are added."""

from flask import Blueprint, Response

from ...web import came_from
from .. import answers
from ..forms import SeveralForm

bp = Blueprint("several_preview", __name__, url_prefix="/tasks/several/preview")


@bp.post("")
def create() -> Response:
    form = SeveralForm()
    form.next.data = form.next.data or came_from()
    return answers.several(form, 200 if form.validate() else 422)
