"""The forms of the agenda."""

from wtforms import StringField

from ..forms import Form, obeys
from .day_cursors import read_day


class OverdueForm(Form):
    """The day for which all that is overdue is planned anew."""

    day = StringField("Day", [obeys(read_day)])
