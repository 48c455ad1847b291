"""What a form asks to become of the dates of many tasks."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial

from ..errors import Invalid
from .date_forms import LONGEST_WORDS, readable
from .date_tags import said_of
from .dates import clean_day
from .days import day_in_words, day_within
from .due import read_day
from .planning import Plan, as_said, on_day
from .quick_add import Kind, ParsedLine

NO_WORDS = "Write when, for example “tomorrow 9am”, or choose a day."
TOO_LONG = f"Write it in at most {LONGEST_WORDS} characters."


def read_plan(form: Mapping[str, str], now: datetime) -> Plan:
    """What a form asks for; a press on a `day` wins over the words in `when`. Raises Invalid.

    `now` is the person's wall clock.
    """
    if "day" in form:
        return _for_day(clean_day(read_day(form["day"])), now.date())
    words = form.get("when", "").strip()
    if not words or len(words) > LONGEST_WORDS:
        raise Invalid(TOO_LONG if words else NO_WORDS)
    said = readable(words)
    return Plan(partial(as_said, said=said), "Planned", _told(said, now))


def _for_day(day: date | None, today: date) -> Plan:
    change = partial(on_day, day=day)
    if day is None:
        return Plan(change, "Took the date from")
    return Plan(change, "Planned", f" for {day_within(day_in_words(day, today))}")


def _told(said: ParsedLine, now: datetime) -> str:
    """What the words say of tasks that keep what they do not speak of."""
    words = day_within(said_of(said, now))
    if said.of(Kind.DAY):
        return f" for {words}"
    return f" at {words.partition(', ')[2]}" if said.due.at else f": {words}"
