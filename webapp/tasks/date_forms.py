"""The form in which the dates of a task are picked."""

from datetime import date, time
from typing import Any

from wtforms import HiddenField, StringField
from wtforms.validators import Optional

from ..accounts.signing_in import visitor
from ..activity.merging import Stale
from ..errors import Invalid
from ..forms import AtMost, obeys
from .choosing import with_due
from .date_tags import Dates
from .days import time_in_words
from .due import Due, is_all_dates, read_day, read_due, read_minutes, read_time
from .forms import EditForm
from .habits import understood
from .planning import as_said, on_day
from .quick_add import ParsedLine
from .rows import TaskRow

LONGEST_WORDS = 200


class DatesForm(EditForm):
    """Words win over the fields, and a press on a day over the words.

    `due_on` is the day that stands, `due` the version that was chosen of what others have changed too.
    `editor` is whether it was opened from the full editor.
    """

    when = StringField("When", [Optional(), AtMost(LONGEST_WORDS)])
    day = StringField(validators=[Optional(), obeys(read_day)])
    due = StringField(validators=[Optional(), obeys(read_due)])
    due_on = HiddenField(validators=[Optional(), obeys(read_day)])
    due_time = StringField("Time", [Optional(), obeys(read_time)])
    due_minutes = StringField("Minutes", [Optional(), obeys(read_minutes)])
    deadline_on = StringField("Deadline", [Optional(), obeys(read_day)])
    start_on = StringField("Start", [Optional(), obeys(read_day)])
    editor = HiddenField()

    @classmethod
    def of(cls, row: TaskRow, **more: Any) -> "DatesForm":
        """The form to begin with."""
        names = ("due_on", "due_time", "due_minutes", "deadline_on", "start_on")
        fields = {name: as_sent(getattr(row, name)) for name in names}
        return cls(formdata=None, data={**fields, "version": row.version, **more})

    def validate_when(self, field: StringField) -> None:
        """What cannot be read is refused, unless a day was pressed."""
        if field.data and not self.day.raw_data:
            obeys(readable)(self, field)

    @property
    def chosen(self) -> date | None:
        """The day that stands, if it is one."""
        try:
            return read_day(self.due_on.data or "")
        except Invalid:
            return None

    @property
    def dates(self) -> dict[str, Any]:
        """What it asks for, by column; only of a form that is valid."""
        due = read_due(self.due.data) if self.due.data else self._standing
        dates = Dates(*due, *(read_day(self[name].data or "") for name in ("deadline_on", "start_on")))
        if self.day.raw_data:
            dates = on_day(dates, read_day(self.day.data or ""))
        elif words := (self.when.data or "").strip():
            dates = as_said(dates, understood(visitor(), words))
        return dates._asdict()

    @property
    def _standing(self) -> Due:
        return Due(
            read_day(self.due_on.data or ""),
            read_time(self.due_time.data or ""),
            read_minutes(self.due_minutes.data or ""),
        )

    def take_over(self, stale: Stale) -> None:
        """Let it be made on a newer version, with what others alone have changed."""
        self.version.data = str(stale.version)
        self.when.data = ""
        for name, value in with_due(stale).untouched.items():
            if name in self:
                self[name].data = as_sent(value)


def as_sent(value: date | time | int | None) -> str:
    """A value as a field of the form holds it."""
    if isinstance(value, time):
        return time_in_words(value)
    return "" if value is None else str(value)


def readable(text: str) -> ParsedLine:
    """Words that say when, and nothing else. Raises Invalid."""
    parsed = understood(visitor(), text)
    if parsed.hints:
        raise Invalid(f"“{parsed.hints[0].words}”: {parsed.hints[0].reason}")
    if not is_all_dates(parsed):
        raise Invalid(
            f"“{text}” is not understood as a date. Write, for example, “tomorrow 9am” or “27 nov”."
        )
    return parsed
