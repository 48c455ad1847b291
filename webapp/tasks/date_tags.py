"""What a row says about the dates of its task, for one person at one moment."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from .dates import minutes_words
from .days import (
    day_in_words,
    day_within,
    due_in_words,
    for_machines,
    in_full,
    is_overdue,
    time_in_words,
    with_time,
)
from .due import is_all_dates
from .quick_add import ParsedLine

OVERDUE, TODAY = "overdue", "today"


class Dates(NamedTuple):
    """The dates of a task, as its columns hold them."""

    due_on: date | None = None
    due_time: time | None = None
    due_minutes: int | None = None
    deadline_on: date | None = None
    start_on: date | None = None


class DateTag(NamedTuple):
    """A date in words, in full and for machines. `tone` is how pressing it is: overdue, today or nothing."""

    kind: str
    words: str
    full: str
    machine: str
    tone: str = ""


NO_DATES = Dates()


def date_tags(dates: Dates, now: datetime, *, is_completed: bool) -> tuple[DateTag, ...]:
    """What is said of them on a wall clock that says `now`. Of what is done nothing is overdue."""
    if dates == NO_DATES:
        return ()
    found = [
        _due(dates, now, is_completed) if dates.due_on else None,
        _deadline(dates.deadline_on, now, is_completed) if dates.deadline_on else None,
        _start(dates.start_on, now.date()) if dates.start_on and not is_completed else None,
    ]
    return tuple(tag for tag in found if tag)


def planned_words(day: date | None, at: time | None, now: datetime) -> str:
    """What to say of a task, {}, once its dates are saved."""
    if day is None:
        return "{} has no date."
    return f"Planned {{}} for {with_time(day_within(day_in_words(day, now.date())), at)}."


def said_of(parsed: ParsedLine, now: datetime) -> str:
    """What words for a date are understood as, or nothing: `Fri 27 Nov, 09:00`."""
    if not is_all_dates(parsed):
        return ""
    today, (day, at) = now.date(), parsed.due
    said = [
        day and day_in_words(day, today),
        at and time_in_words(at),
        parsed.duration and minutes_words(parsed.duration // timedelta(minutes=1)),
        parsed.deadline_on and f"deadline {day_within(day_in_words(parsed.deadline_on, today))}",
        parsed.start_on and f"starts {day_within(day_in_words(parsed.start_on, today))}",
    ]
    return ", ".join(words for words in said if words)


def _due(dates: Dates, now: datetime, is_completed: bool) -> DateTag:
    day, at, minutes = dates.due_on or now.date(), dates.due_time, dates.due_minutes
    lasts = f", {minutes_words(minutes)}" if minutes else ""
    tone = "" if is_completed else _tone(day, at, now)
    if is_completed or day >= now.date():
        words = with_time(day_in_words(day, now.date()), at) + lasts
        words += ", overdue" if tone == OVERDUE else ""
    else:
        words = due_in_words(day, at, now)
    return DateTag("due", words, in_full(day, at) + lasts, for_machines(day, at), tone)


def _deadline(day: date, now: datetime, is_completed: bool) -> DateTag:
    words = day_in_words(day, now.date()) if is_completed else due_in_words(day, None, now)
    tone = "" if is_completed else _tone(day, None, now)
    full = f"Deadline {in_full(day)}"
    return DateTag("deadline", f"deadline {day_within(words)}", full, for_machines(day), tone)


def _start(day: date, today: date) -> DateTag | None:
    if day <= today:
        return None
    words = f"starts {day_within(day_in_words(day, today))}"
    return DateTag("start", words, f"Starts {in_full(day)}", for_machines(day))


def _tone(day: date, at: time | None, now: datetime) -> str:
    if is_overdue(day, at, now):
        return OVERDUE
    return TODAY if day == now.date() else ""
