"""The forms of tasks."""

from wtforms import HiddenField, IntegerField, StringField
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from ..forms import Form, obeys
from ..web import safe_next
from .titles import clean_title


class NewTaskForm(Form):
    """One line to type."""

    title = StringField("New task", [obeys(clean_title)])


class TitleForm(Form):
    """A title edited in place, and the version on which the edit was made."""

    title = StringField("Title", [obeys(clean_title)])
    version = IntegerField(validators=[InputRequired(), NumberRange(1, 2**31 - 1)], widget=HiddenInput())
    next = HiddenField(filters=[safe_next])
