"""Finding entries through the person who asks."""

from typing import Any

from flask import abort
from flask_login import current_user
from sqlalchemy import select

from ..extensions import db
from .models import Activity


def find_entry(id: int) -> Activity:
    """The first entry of one of the person's own changes. 404 for all others."""
    mine = select(Activity).where(
        Activity.id == id,
        Activity.workspace_id.in_(current_user.workspaces),
        Activity.actor_id == current_user.id,
        Activity.seq == Activity.batch,
    )
    return db.session.scalar(mine) or _not_found()


def _not_found() -> Any:
    abort(404)
