"""Days and times of day as people say them: “Today”, “Tomorrow 09:00”, “Fri 27 Nov”, “2 days overdue”.

Days and times are those of the person's wall clock: whoever calls has already asked which day it is there.
"""

from datetime import date, datetime, time

NEAR = {-1: "Yesterday", 0: "Today", 1: "Tomorrow"}


def day_in_words(day: date, today: date) -> str:
    """`Yesterday`, `Today`, `Tomorrow`, `Fri 27 Nov`, and `Fri 1 Jan 2027` in another year."""
    return NEAR.get((day - today).days) or dated(day, today)


def day_within(words: str) -> str:
    """Words that begin with a day as they stand within a sentence."""
    is_near = words.partition(",")[0] in NEAR.values()
    return words[0].lower() + words[1:] if is_near else words


def dated(day: date, today: date) -> str:
    """`Fri 27 Nov`, with the year if it is not this one."""
    return f"{day:%a %-d %b}" if day.year == today.year else named_day(day)


def named_day(day: date) -> str:
    """`Fri 27 Nov 2026`, whichever day it is today."""
    return f"{day:%a %-d %b} {day.year}"


def time_in_words(at: time) -> str:
    """`09:00`"""
    return f"{at:%H:%M}"


def due_in_words(day: date, at: time | None, now: datetime) -> str:
    """When a task is due, with its time if it has one, or how long it is overdue.

    A day is overdue once it has passed; a time of today says so by itself: `Today 09:00`.
    """
    late = (now.date() - day).days
    if late > 0:
        return "1 day overdue" if late == 1 else f"{late} days overdue"
    return with_time(day_in_words(day, now.date()), at)


def with_time(words: str, at: time | None) -> str:
    return words if at is None else f"{words} {time_in_words(at)}"


def is_overdue(day: date, at: time | None, now: datetime) -> bool:
    """Whether the day, or the time on it, has passed on the wall clock of `now`."""
    return day < now.date() or (day == now.date() and at is not None and at < now.time().replace(tzinfo=None))


def in_full(day: date, at: time | None = None) -> str:
    """Everything, for whoever points at it: `Friday 27 November 2026, 09:00`."""
    words = f"{day:%A %-d %B} {day.year}"
    return words if at is None else f"{words}, {time_in_words(at)}"


def for_machines(day: date, at: time | None = None) -> str:
    """The value of `<time datetime>`: `2026-11-27`, or `2026-11-27T09:00`: floating."""
    return day.isoformat() if at is None else f"{day.isoformat()}T{time_in_words(at)}"
