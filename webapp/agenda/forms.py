"""The forms of the agenda."""

from datetime import date

from wtforms import StringField

from ..errors import Invalid
from ..forms import Form, obeys


def read_day(text: str) -> date:
    """A day as forms and addresses say it: `2026-11-27`. Raises Invalid."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Invalid("Choose a day, or write it as 2026-11-27.") from error


class OverdueForm(Form):
    """The day for which all that is overdue is planned anew."""

    day = StringField("Day", [obeys(read_day)])
