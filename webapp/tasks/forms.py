"""The forms of tasks."""

from wtforms import HiddenField, StringField

from ..forms import Form, obeys
from ..web import safe_next
from .titles import clean_title


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
