"""Finding a label through the person who asks."""

from flask import abort
from sqlalchemy import select

from ..accounts.signing_in import visitor
from ..extensions import db
from .label_rows import LabelRow, one_label
from .labels import Label


def find_label(id: int) -> LabelRow:
    """A label to show. 404 unless the person is in its workspace."""
    return one_label(visitor(), id) or abort(404)


def find_label_row_to_edit(id: int) -> LabelRow:
    """A label to show in its editor. 404 unless the person is in its workspace, 403 unless it is theirs."""
    label = find_label(id)
    return label if label.can_edit else abort(403)


def find_label_to_edit(id: int) -> Label:
    """A label to change, locked until the transaction ends. 404 and 403 as for its row."""
    own = select(Label).where(Label.may_be_changed_by(visitor()), Label.id == id, Label.deleted_at.is_(None))
    found = db.session.scalar(own.with_for_update(key_share=True))
    return found or abort(403 if one_label(visitor(), id) else 404)
