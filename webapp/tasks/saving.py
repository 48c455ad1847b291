"""Saving the full editor: words, place and a step that was typed, in one batch."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.merging import Merged, Rules, Since, merge_since
from ..projects.models import Project
from ..projects.sections import Section
from .dates import DUE
from .editing import cleaned
from .labelling import WantedLabels, apply_labels
from .models import Task
from .titles import clean_notes

PLACE = frozenset({"project_id", "section_id", "parent_id"})
RULES = Rules((PLACE, DUE), {"notes": clean_notes})


class Wanted(NamedTuple):
    """What a form asks for: words, priority and dates; where to move it; a step to add; its labels.

    `seen_version` is what the task was when the form was made.
    """

    words: Mapping[str, Any]
    seen_version: int
    place: Project | Section | None = None
    step: str = ""
    labels: WantedLabels = WantedLabels()


class Saved(NamedTuple):
    """Whether a task was moved, and what others have changed since the form was made."""

    moved: bool
    meanwhile: Mapping[str, Since]


def save(session: Session, task: Task, wanted: Wanted, *, by: Visitor, now: datetime) -> Saved:
    """Put on a task what a form asks for.

    Raises Invalid, or Stale where somebody else has changed the same since then.
    """
    merged = _merged(session, task, wanted)
    _put(session, task, wanted._replace(words=merged.changes), by=by, now=now)
    return _saved(merged)


def restore_with(session: Session, task: Task, wanted: Wanted, *, by: Visitor, now: datetime) -> Saved:
    """As `save`, of a task that was deleted meanwhile: it comes back with what the form asks for."""
    merged = _merged(session, task, wanted)
    if task.is_deleted:
        # One entry tells that it came back and under which title.
        task.set_words({name: merged.changes[name] for name in merged.changes.keys() - PLACE})
        task.restore(session, by=by, now=now)
    _put(session, task, wanted._replace(words=merged.changes), by=by, now=now)
    return _saved(merged)


def _merged(session: Session, task: Task, wanted: Wanted) -> Merged:
    values = {**cleaned(wanted.words), **_columns_of(wanted.place)}
    return merge_since(session, task, values, wanted.seen_version, RULES)


def _saved(merged: Merged) -> Saved:
    return Saved(bool(merged.changes.keys() & PLACE), merged.meanwhile)


def _put(session: Session, task: Task, wanted: Wanted, *, by: Visitor, now: datetime) -> None:
    """Do what is wanted, whose words are by now the columns to change."""
    moved = wanted.words.keys() & PLACE
    words = {name: value for name, value in wanted.words.items() if name not in moved}
    task.put_words(words, by=by, now=now)
    if moved and wanted.place:
        task.move_to(session, wanted.place, by=by, now=now)
    apply_labels(session, task, wanted.labels, by=by, now=now)
    if wanted.step.strip():
        task.add_step(session, wanted.step, by=by, now=now)


def _columns_of(place: Project | Section | None) -> dict[str, Any]:
    if place is None:
        return {}
    if isinstance(place, Section):
        return {"project_id": place.project_id, "section_id": place.id}
    return {"project_id": place.id, "section_id": None}
