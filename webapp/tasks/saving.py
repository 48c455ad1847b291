"""Saving the full editor: words, place and a step that was typed, in one batch."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.merging import merge
from ..projects.models import Project
from ..projects.sections import Section
from .editing import cleaned
from .labelling import WantedLabels, apply_labels
from .models import Task

PLACE = frozenset({"project_id", "section_id", "parent_id"})


class Wanted(NamedTuple):
    """What a form asks for: some of title, notes and priority; where to move it; a step to add; its labels.

    `seen_version` is what the task was when the form was made.
    """

    words: Mapping[str, Any]
    seen_version: int
    place: Project | Section | None = None
    step: str = ""
    labels: WantedLabels = WantedLabels()


def save(session: Session, task: Task, wanted: Wanted, *, by: Visitor, now: datetime) -> bool:
    """Put on a task what a form asks for; whether that moved it.

    Raises Invalid, or Stale where somebody else has changed the same since then.
    """
    values = {**cleaned(wanted.words), **_columns_of(wanted.place)}
    changes = merge(session, task, values, wanted.seen_version, PLACE)
    moved = changes.keys() & PLACE
    task.put_words({name: changes[name] for name in changes.keys() - moved}, by=by, now=now)
    if moved and wanted.place:
        task.move_to(session, wanted.place, by=by, now=now)
    apply_labels(session, task, wanted.labels, by=by, now=now)
    if wanted.step.strip():
        task.add_step(session, wanted.step, by=by, now=now)
    return bool(moved)


def _columns_of(place: Project | Section | None) -> dict[str, Any]:
    if place is None:
        return {}
    if isinstance(place, Section):
        return {"project_id": place.project_id, "section_id": place.id}
    return {"project_id": place.id, "section_id": None}
