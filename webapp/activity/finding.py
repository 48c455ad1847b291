"""Finding entries through the person who asks."""

from flask import abort
from flask_login import current_user
from sqlalchemy import select

from ..extensions import db
from .models import Activity
from .seeing import changeable, seen_by


def find_change(id: int) -> Activity:
    """An entry of a change that is no undo or redo, to take it back.

    404 unless the person may see it, 403 if it is somebody else's and they may not change its subject now.
    """
    entry = find_entry(id)
    if entry.reverts is not None:
        abort(404)
    is_own = entry.actor_id == current_user.id
    return entry if is_own or changeable(db.session(), current_user, [entry]) else abort(403)


def find_entry(id: int) -> Activity:
    """An entry of something that the person did or may see, undo and redo included. 404 for all others."""
    here = (Activity.workspace_id.in_(current_user.workspaces), seen_by(current_user))
    return db.session.scalar(select(Activity).where(Activity.id == id, *here)) or abort(404)
