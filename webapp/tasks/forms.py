"""The forms of tasks."""

import re
from datetime import date
from typing import Any

from wtforms import Field, HiddenField, StringField, TextAreaField
from wtforms.validators import Optional

from ..activity.choosing import merged_text
from ..activity.merging import Stale
from ..errors import Invalid
from ..forms import AtMost, Form, VersionedForm, obeys
from ..projects.models import Project
from ..projects.sections import Section
from ..web import LARGEST_ID, safe_next
from .choosing import with_place
from .label_forms import LabelsForm
from .labelling import UnknownLabel
from .places import NoPlace
from .saving import Wanted
from .titles import LONGEST_NOTES, clean_notes, clean_priority, clean_title


def _clean_priority(text: str) -> None:
    clean_priority(int(text) if text in {"1", "2", "3", "4"} else 0)


PLACE = re.compile(r"(project|section|label)-(\d{1,18})", re.ASCII)
PART = re.compile(r"(\d{1,3})-(\d{1,3})", re.ASCII)


def read_place(text: str | None) -> tuple[str, int] | None:
    found = PLACE.fullmatch(text or "")
    return (found[1], int(found[2])) if found else None


def number_in(text: str | None) -> int:
    """The id that a field holds; 0, which nothing has, if none."""
    number = int(text) if text and text.isascii() and text.isdigit() and len(text) < 20 else 0
    return number if number <= LARGEST_ID else 0


class PlaceForm(Form):
    """Where a task goes: `project-7`, `section-5`, `label-3` or, left empty, nowhere in particular."""

    place = HiddenField()

    @property
    def place_id(self) -> tuple[str, int] | None:
        """The kind of place and its id; None if it does not say one."""
        return read_place(self.place.data)


TODAY = "today"


class ListForm(PlaceForm):
    """The list in which a line is typed: its place, and its day.

    `day` is `2026-11-27`, or `today`, whichever day that is then.
    """

    day = HiddenField()

    def day_wanted(self, today: date) -> date | None:
        """The day for which it is planned if its line says none; None as well for words that are no day."""
        if self.day.data == TODAY:
            return today
        try:
            return date.fromisoformat(self.day.data or "")
        except ValueError:
            return None


class NewTaskForm(ListForm):
    """One line to type, which goes to the Inbox if nothing else is said.

    With `side` it goes above, below or inside of the task `beside`; below, that is before the task `before`.
    """

    title = StringField("New task", [obeys(clean_title)])
    create = HiddenField()
    side = HiddenField()
    beside = HiddenField()
    before = HiddenField()

    @property
    def wanted_names(self) -> frozenset[str]:
        """The words of names that are to be made with the task, as `#Garden`."""
        return frozenset(self.create.raw_data or ())

    @property
    def beside_id(self) -> int:
        """The task to whose side it goes; 0 if there is none."""
        return number_in(self.beside.data)

    @property
    def key(self) -> str:
        """What tells its ids from those of the other forms of its page."""
        if self.beside_id:
            return "beside"
        kind, id = self.place_id or ("", 0)
        return f"section-{id}" if kind == "section" else "new"

    @property
    def target(self) -> str:
        """Where what is typed goes, in words, where the list is that of a day."""
        if self.day.data == TODAY:
            return "Today · Inbox"
        day = self.day_wanted(date.min)
        return f"{day:%a %-d %b} · Inbox" if day else ""


class ReadingForm(ListForm, VersionedForm):
    """A piece of a line, by its offsets: one that is to stay text (`kept`) or whose name is to be made."""

    kept = HiddenField()
    offer = HiddenField()

    @property
    def part(self) -> tuple[int, int] | None:
        found = PART.fullmatch(self.kept.data or self.offer.data or "")
        return (int(found[1]), int(found[2])) if found else None


class EditForm(VersionedForm):
    """Something edited, and where to go on then."""

    next = HiddenField(filters=[safe_next])


class TitleForm(EditForm):
    """A title edited in place."""

    title = StringField("Title", [obeys(clean_title)])

    @property
    def words(self) -> dict[str, Any]:
        """What of a task's words the form sends, by column."""
        return {"title": self.title.data}

    def take_over(self, stale: Stale) -> None:
        """Let it be made on a newer version: hold what others alone have changed, and what was merged."""
        self.version.data = str(stale.version)
        for name, value in with_place(stale).untouched.items():
            if name in self:
                self[name].data = str(value)
        text = merged_text(stale.clashes["notes"]) if "notes" in stale.clashes else None
        if text is not None:
            self["notes"].data = text


class TaskForm(PlaceForm, LabelsForm, TitleForm):
    """The full editor. What it does not send stays as it is; `step` is one to add."""

    notes = TextAreaField("Notes", [Optional(), AtMost(4 * LONGEST_NOTES, LONGEST_NOTES), obeys(clean_notes)])
    priority = StringField("Priority", [Optional(), obeys(_clean_priority)])
    step = StringField("Add a step", [Optional(), obeys(clean_title)])

    @property
    def words(self) -> dict[str, Any]:
        sent = {"title": self.title.data}
        if _is_sent(self.notes):
            sent["notes"] = self.notes.data
        if self.priority.data:
            sent["priority"] = int(self.priority.data)
        return sent

    def tell(self, error: Invalid) -> None:
        """Say beside its field what the domain refused."""
        if isinstance(error, UnknownLabel):
            self.offer_label(error)
        else:
            self.refuse(self.place if isinstance(error, NoPlace) else self.step, str(error))

    def wanted(self, place: Project | Section | None) -> Wanted:
        """All that it asks for, with the place that it names."""
        return Wanted(self.words, self.seen_version, place, self.step.data or "", self.wanted_labels)


class PositionForm(PlaceForm):
    """Where a task is to stand: in a place or as a step of `parent`, behind `after` or before `before`.

    `after` is 0 for the first place. What is not said stays as it is.
    """

    project = HiddenField()
    section = HiddenField()
    parent = HiddenField()
    after = HiddenField()
    before = HiddenField()

    @property
    def place_id(self) -> tuple[str, int] | None:
        kinds = (("section", self.section), ("project", self.project))
        named = [(kind, number_in(field.data)) for kind, field in kinds if field.data]
        return named[0] if named else super().place_id

    @property
    def says_where(self) -> bool:
        """Whether it is to stand elsewhere than now, not only beside others."""
        return bool(self.parent.data or self.place_id or self.place.data)

    @property
    def neighbours(self) -> tuple[str | None, str | None]:
        """Behind what and before what, as it is sent."""
        return self.after.data, self.before.data


class StepForm(Form):
    """A step to add."""

    title = StringField("Add a step", [obeys(clean_title)])


def _is_sent(field: Field) -> bool:
    return bool(field.raw_data)
