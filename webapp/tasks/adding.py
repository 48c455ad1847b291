"""Adding a task out of a line of quick add, in one batch."""

from datetime import datetime

from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.recording import record_all
from ..projects.models import Project
from ..projects.sections import Section
from .labelling import standing_labels
from .labels import TaskLabel
from .models import Task
from .placing import Spot
from .understanding import Understood


def add_understood(
    session: Session, place: Project | Section | Spot, line: Understood, *, by: Visitor, now: datetime
) -> Task:
    """A new task at the end of a place or at a spot, with all that its line says. Raises Invalid."""
    if isinstance(place, Spot):
        task = Task.add_at(session, place, line.words, by=by, now=now)
    else:
        task = Task.add_with(session, place, line.words, by=by, now=now)
    labels = standing_labels(session, task, line.label_ids)
    borne = [TaskLabel(workspace_id=task.workspace_id, task=task, label=label) for label in labels]
    session.add_all(borne)
    record_all(borne, "labelled", by=by, now=now)
    return task
