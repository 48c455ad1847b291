"""How the line of a task was read, as people see it: what was taken out of it, and what may be created."""

from typing import Any, NamedTuple

from flask import url_for
from sqlalchemy.orm import Session

from ..accounts.signing_in import visitor
from ..accounts.visitors import Visitor
from ..activity.merging import Stale
from ..errors import Invalid
from ..extensions import db
from ..projects.models import Project
from ..projects.sections import Section
from ..web import Toast
from . import answers
from .chips import Chip, chips_of
from .finding import find_place_of, find_remembered_task
from .forms import ReadingForm, read_place
from .labelling import WantedLabels
from .models import Task
from .quick_add import Offer, escaped
from .rows import some_rows
from .saving import Wanted
from .understanding import Understood, literally, understand

ALL = "all"


class Reading(NamedTuple):
    """The line of a task that was read into it; the paths to which its buttons post."""

    says_more: bool
    chips: tuple[Chip, ...]
    offers: tuple[Offer, ...]
    again: str
    making: str


def reading_of(about: str) -> Reading | None:
    """What a toast that speaks of `7` or `7/project-3` shows; nothing if the task is gone."""
    id, _, place = about.partition("/")
    rows = some_rows(visitor(), [int(id)])
    if not rows or not rows[0].can_edit:
        return None
    task = find_remembered_task(int(id))
    line = line_of(db.session(), visitor(), task, place)
    known: dict[str, Any] = {"id": task.id, "version": task.version, "place": place or None}
    again, making = url_for("reading.update", **known), url_for("offers.create", **known)
    return Reading(line.says_more, chips_of(line), line.offers, again, making)


def line_of(session: Session, by: Visitor, task: Task, place: str, line: str = "") -> Understood:
    """The line of a task, or another one, read as when it was added."""
    return understand(session, by, line or task.typed or task.title, read_place(place), task.created_at)


def other_reading(session: Session, by: Visitor, task: Task, form: ReadingForm) -> Understood:
    """Its line, with what the form wants to stay text, if any."""
    line = task.typed or task.title
    if form.kept.data == ALL:
        return literally(line)
    return line_of(session, by, task, form.place.data or "", escaped(line, *(form.part or (0, 0))))


def wanted_of(before: Understood, line: Understood, task: Task, form: ReadingForm) -> Wanted:
    """What is to become of a task that was read as `before` and is now read as `line`."""
    kind, id = form.place_id or ("", 0)
    own = {id} if kind == "label" else set[int]()
    labels = WantedLabels(line.label_ids | own, before.label_ids | own)
    return Wanted(line.words, form.seen_version, _place_of(before, line, task, form), labels=labels)


def _place_of(
    before: Understood, line: Understood, task: Task, form: ReadingForm
) -> Project | Section | None:
    """Where it goes, if elsewhere; what would have to leave its workspace stays where it is."""
    if before.place == line.place:
        return None
    place = find_place_of(form, line.place)
    return place if place.workspace_id == task.workspace_id else None


def offer_of(line: Understood, form: ReadingForm) -> Offer:
    """The name that the form wants to be made. Raises Invalid if the line offers none there."""
    offered = {(offer.start, offer.end): offer for offer in line.offers}
    if form.part not in offered:
        raise Invalid("There is something of this name by now. Reload the page.")
    return offered[form.part]


def said(task: Task, form: ReadingForm, line: Understood, words: str) -> Toast:
    """What was done to a task by reading its line again, and what more can be."""
    about = f"{task.id}/{form.place.data}" if form.place.data else str(task.id)
    return answers.undoable(words)._replace(reading=about if line.says_more or line.offers else "")


def why_not(error: Exception) -> str:
    return "It was changed meanwhile. Open it to change it." if isinstance(error, Stale) else str(error)
