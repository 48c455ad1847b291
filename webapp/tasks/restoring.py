"""Bringing back from the bin what has no page there: projects, sections and labels."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ..activity.bulk import Command, change_rows
from ..activity.recording import Actor
from ..projects.models import Project
from ..projects.sections import Section
from .models import Task


def restore(session: Session, row: Any, *, by: Actor, now: datetime) -> None:
    """With what was deleted together with it. Raises Invalid if its name is taken, or there is no place."""
    if isinstance(row, Project):
        row.restore(session, by=by, now=now)
        return
    deleted_at, row.deleted_at = row.deleted_at, None
    row.check_reverted(session, [row])
    row.restore(by=by, now=now)
    if isinstance(row, Section):
        together = (Task.workspace_id == row.workspace_id, Task.section_id == row.id)
        command = Command("restored", {"deleted_at": None}, by, now)
        change_rows(session, Task, command, *together, Task.deleted_at == deleted_at)
