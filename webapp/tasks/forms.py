"""The forms of tasks."""

from typing import Any

from wtforms import Field, HiddenField, StringField, TextAreaField
from wtforms.validators import Optional

from ..activity.merging import Stale
from ..forms import AtMost, Form, obeys
from ..web import safe_next
from .titles import LONGEST_NOTES, clean_notes, clean_priority, clean_title


def _clean_priority(text: str) -> None:
    clean_priority(int(text) if text in {"1", "2", "3", "4"} else 0)


class NewTaskForm(Form):
    """One line to type."""

    title = StringField("New task", [obeys(clean_title)])


class TitleForm(Form):
    """A title edited in place, and the version on which the edit was made."""

    title = StringField("Title", [obeys(clean_title)])
    version = HiddenField()
    next = HiddenField(filters=[safe_next])

    @property
    def seen_version(self) -> int:
        """The version that the form was made on; 0, which is always stale, if it does not say."""
        text = self.version.data or ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0

    @property
    def words(self) -> dict[str, Any]:
        """What of a task's words the form sends, by column."""
        return {"title": self.title.data}

    def take_over(self, stale: Stale) -> None:
        """Say what somebody else alone has changed, so that saving again leaves it."""
        self.version.data = str(stale.version)
        for name in stale.untouched.keys() & self.words.keys():
            self[name].data = str(stale.untouched[name])


class TaskForm(TitleForm):
    """The full editor. What it does not send stays as it is; `step` is one to add."""

    notes = TextAreaField("Notes", [Optional(), AtMost(4 * LONGEST_NOTES, LONGEST_NOTES), obeys(clean_notes)])
    priority = StringField("Priority", [Optional(), obeys(_clean_priority)])
    place = StringField("Project", [Optional()])
    step = StringField("Add a step", [Optional(), obeys(clean_title)])

    @property
    def words(self) -> dict[str, Any]:
        sent = {"title": self.title.data}
        if _is_sent(self.notes):
            sent["notes"] = self.notes.data
        if self.priority.data:
            sent["priority"] = int(self.priority.data)
        return sent


class StepForm(Form):
    """A step to add."""

    title = StringField("Add a step", [obeys(clean_title)])


def _is_sent(field: Field) -> bool:
    return bool(field.raw_data)
