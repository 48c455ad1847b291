"""How the line of a task was read, as people see it: what was taken out of it, and what may be created."""

from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from flask import url_for
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

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
from .finding import find_place_of, find_standing_task
from .forms import ListForm, ReadingForm
from .labelling import WantedLabels
from .models import Task
from .quick_add import Offer, escaped
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
    """What a toast shows that speaks of `7` or `7?place=project-3`; nothing if the task is gone."""
    id, _, where = about.partition("?")
    task = find_standing_task(int(id))
    if task is None:
        return None
    form = ReadingForm(formdata=MultiDict(parse_qsl(where)))
    line = line_of(db.session(), visitor(), task, form)
    known: dict[str, Any] = {"id": task.id, "version": task.version, **where_of(form)}
    again, making = url_for("reading.update", **known), url_for("offers.create", **known)
    return Reading(line.says_more, chips_of(line), line.offers, again, making)


def about(id: int, line: Understood, form: ListForm) -> str:
    """What a toast has to know so that the line can be read again; nothing if it says only its title."""
    where = urlencode(where_of(form))
    return f"{id}?{where}" if line.says_more or line.offers else ""


def where_of(form: ListForm) -> dict[str, str]:
    """In which list the line was typed; `today` is by then the day that it was."""
    day = form.day_wanted(visitor().today)
    fields = {"place": form.place_id and form.place.data, "day": day and day.isoformat()}
    return {name: value for name, value in fields.items() if value}


def line_of(session: Session, by: Visitor, task: Task, form: ListForm, line: str = "") -> Understood:
    """The line of a task, or another one, read as when it was added."""
    read = understand(session, by, line or task.typed or task.title, form.place_id, task.created_at)
    return read.planned(form.day_wanted(by.today))


def other_reading(session: Session, by: Visitor, task: Task, form: ReadingForm) -> Understood:
    """Its line, with what the form wants to stay text, if any."""
    line = task.typed or task.title
    if form.kept.data == ALL:
        return literally(line).planned(form.day_wanted(by.today))
    return line_of(session, by, task, form, escaped(line, *(form.part or (0, 0))))


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
    return answers.undoable(words)._replace(reading=about(task.id, line, form))


def why_not(error: Exception) -> str:
    return "It was changed meanwhile. Open it to change it." if isinstance(error, Stale) else str(error)
