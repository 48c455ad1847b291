"""Finding entries through the person who asks."""

from flask import abort
from flask_login import current_user
from sqlalchemy import select

from ..extensions import db
from .models import Activity


def find_change(id: int) -> Activity:
    """The first entry of one of the person's own changes that is no undo or redo. 404 for all others."""
    entry = find_entry(id)
    return entry if entry.reverts is None else abort(404)


def find_entry(id: int) -> Activity:
    """The first entry of something that the person did, undo and redo included. 404 for all others."""
    mine = select(Activity).where(
        Activity.id == id,
        Activity.workspace_id.in_(current_user.workspaces),
        Activity.actor_id == current_user.id,
        Activity.seq == Activity.batch,
    )
    return db.session.scalar(mine) or abort(404)
