"""What was understood, in words."""

from datetime import date, timedelta

from ..days import day_in_words, time_in_words
from .parsed import When


def when_in_words(when: When, today: date) -> str:
    """`Tomorrow`, `09:00`, `Tomorrow 09:00`."""
    parts = [day_in_words(when.day, today)] if when.day else []
    return " ".join([*parts, *([time_in_words(when.at)] if when.at else [])])


def length_in_words(length: timedelta) -> str:
    """`45 min`, `2 h`, `1 h 30 min`."""
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    return " ".join([*([f"{hours} h"] if hours else []), *([f"{minutes} min"] if minutes else [])])
