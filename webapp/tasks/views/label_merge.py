"""Merging a label into another one."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...trees import rearranging
from .. import answers, label_answers
from ..label_finding import find_label_row_to_edit, find_label_to_edit
from ..label_forms import MergeForm
from ..label_merging import merge_labels

bp = Blueprint("label_merge", __name__, url_prefix="/labels/<int:id>/merge")


@bp.post("")
def create(id: int) -> Response:
    try:
        with rearranging([visitor().workspace_id]) as session:
            label, other = find_label_to_edit(id), find_label_to_edit(MergeForm().into_id)
            merge_labels(session, label, other, by=visitor(), now=now())
    except Invalid as error:
        return label_answers.label_editor(find_label_row_to_edit(id), code=422, unmerged=str(error))
    toast = answers.undoable(f"Merged “@{label.name}” into “@{other.name}”.")
    return label_answers.labels_changed(toast, gone=id)
