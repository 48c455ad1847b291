"""Days by name: today, weekdays, weeks and months."""

import re
from datetime import date

from .parsed import Kind, When
from .reading import Found, Place, Reading, Sort, Strength
from .reckoning import (
    Moment,
    days_after,
    end_of_month,
    next_month,
    next_month_and_day,
    next_week,
    start_of_week,
    weekday_after,
    weekday_before,
)
from .vocabulary import ABBREVIATIONS, MONTHS, WEEKDAYS
from .words import Words

SATURDAY = 5
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}|9999")
NAMED = {"today": 0, "tod": 0, "tonight": 0, "yesterday": -1}
NAMED |= dict.fromkeys(("tomorrow", "tom", "tmr", "tmrw"), 1)
SHORT_NAMES = {"tod", "tom"}
RELATIVE = {"this", "next", "last"}


def named_day(words: Words, at: int, moment: Moment) -> Found:
    """`today`, `tomorrow`, `tom`; `tonight` is today with its time."""
    key = words.key(at)
    day = days_after(moment.today, NAMED[key])
    if key == "tonight":
        return Reading(at, at + 1, Kind.DAY, When(day, moment.settings.night), Strength.FULL, Sort.NAMED)
    return Place(at).day(at + 1, day, Sort.NAMED, Strength.SHORT if key in SHORT_NAMES else Strength.FULL)


def day_beside(words: Words, at: int, moment: Moment) -> Found:
    """`day after tomorrow`, `the day before yesterday`."""
    start = at + (words.key(at) == "the")
    if words.key(start) != "day":
        return None
    beside = (words.next_key(start + 1), words.next_key(start + 2))
    days = {("after", "tomorrow"): 2, ("after", "tom"): 2, ("before", "yesterday"): -2}.get(beside)
    return None if days is None else Place(at).day(start + 3, days_after(moment.today, days), Sort.NAMED)


def weekday(words: Words, at: int, moment: Moment) -> Found:
    """`fri`, and `friday (of) next week`."""
    key = words.key(at)
    of = at + 1 + (words.next_key(at + 1) in {"of", "in"})
    if words.next_key(of + 1) == "week" and words.next_key(of) in {"next", "this"}:
        day = _in_week(words.key(of), WEEKDAYS[key], moment)
        return Place(at).day(of + 2, day, Sort.WEEKDAY)
    strength = Strength.SHORT if key in ABBREVIATIONS else Strength.BARE
    return Place(at).day(at + 1, weekday_after(moment.today, WEEKDAYS[key]), Sort.WEEKDAY, strength)


def _in_week(which: str, weekday: int, moment: Moment) -> date | None:
    start = moment.settings.week_start
    day = next_week(moment.today, start, weekday)
    return day if which == "next" or day is None else days_after(day, -7)


def relative(words: Words, at: int, moment: Moment) -> Found:
    """`next friday`, `this weekend`, `next week (on friday)`, `next month`, `last mon`, `this may`."""
    which, noun = words.key(at), words.next_key(at + 1)
    if noun in WEEKDAYS:
        day = _relative_weekday(which, WEEKDAYS[noun], moment)
        return Place(at).day(at + 2, day, Sort.WEEKDAY, _strength(which, noun))
    if which == "last":
        return None
    if noun in MONTHS:
        day = next_month_and_day(moment.today, MONTHS[noun], 1)
        return Place(at).day(at + 2, day, Sort.MONTH, _strength(which, noun))
    if which == "next" and noun == "week":
        return _next_week(words, at, moment)
    return _period(which, noun, at, moment)


def _strength(which: str, noun: str) -> Strength:
    """`this may be late`, `this sun hat`: nouns and verbs as often as dates."""
    is_doubtful = noun in {"may", "march"} or (which == "this" and noun in {"sun", "sat", "wed"})
    return Strength.SHORT if is_doubtful else Strength.FULL


def _relative_weekday(which: str, weekday: int, moment: Moment) -> date | None:
    if which == "next":
        return next_week(moment.today, moment.settings.week_start, weekday)
    return (weekday_before if which == "last" else weekday_after)(moment.today, weekday)


def _next_week(words: Words, at: int, moment: Moment) -> Found:
    start = moment.settings.week_start
    on = at + 2 + (words.next_key(at + 2) == "on")
    weekday = WEEKDAYS.get(words.next_key(on))
    if weekday is not None:
        return Place(at).day(on + 1, next_week(moment.today, start, weekday), Sort.PERIOD)
    return Place(at).day(at + 2, next_week(moment.today, start), Sort.PERIOD)


def _period(which: str, noun: str, at: int, moment: Moment) -> Found:
    today, start = moment.today, moment.settings.week_start
    if which == "this" and noun == "weekend":
        day = today if today.weekday() == SATURDAY else weekday_after(today, SATURDAY)
        return Place(at).day(at + 2, day, Sort.PERIOD)
    if which == "next" and noun == "weekend":
        return Place(at).day(at + 2, next_week(today, start, SATURDAY), Sort.PERIOD)
    if which == "next" and noun == "month":
        return Place(at).day(at + 2, next_month(today), Sort.PERIOD)
    if which == "next" and noun == "year":
        day = date(today.year + 1, 1, 1) if today.year < date.max.year else None
        return Place(at).day(at + 2, day, Sort.PERIOD, Strength.BARE)
    if which == "this" and noun in {"week", "month", "year"}:
        return Place(at).day(at + 2, today, Sort.PERIOD, Strength.ALONE)
    return None


def end_of(words: Words, at: int, moment: Moment) -> Found:
    """`(the) end of month`, `end of the week`, `end of next month`, `last day of january`."""
    of = at + 1 + (words.key(at) == "the")
    if words.key(of - 1) == "last" and words.next_key(of) == "day":
        of += 1
    elif words.key(of - 1) != "end":
        return None
    if words.next_key(of) not in {"of", "in"}:
        return None
    noun = of + 1 + (words.next_key(of + 1) in {"the", "this", "next"})
    if (year := words.next_key(noun + 1)) and YEAR.fullmatch(year) and (month := MONTHS.get(words.key(noun))):
        last = end_of_month(date(int(year), month, 1))
        return Place(at).day(noun + 2, last, Sort.PERIOD, Strength.BARE)
    day = _end_of(words.next_key(noun), words.key(noun - 1) == "next", moment)
    return None if day is None else Place(at).day(noun + 1, day, Sort.PERIOD, Strength.BARE)


def _end_of(noun: str, is_next: bool, moment: Moment) -> date | None:
    today = moment.today
    if noun == "month":
        month = next_month(today) if is_next else today
        return month and end_of_month(month)
    if noun == "week":
        first = start_of_week(today, moment.settings.week_start)
        return first and days_after(first, 13 if is_next else 6)
    if noun == "year":
        return date(min(today.year + is_next, date.max.year), 12, 31)
    if noun in MONTHS and not is_next:
        month = next_month_and_day(today.replace(day=1), MONTHS[noun], 1)
        return month and end_of_month(month)
    return None


def middle_of(words: Words, at: int, moment: Moment) -> Found:
    """`mid january`: its 15th."""
    month = MONTHS.get(words.next_key(at + 1))
    day = month and next_month_and_day(moment.today, month, 15)
    return Place(at).day(at + 2, day, Sort.MONTH) if day else None


FIRST_WORDS = {
    **dict.fromkeys(NAMED, (named_day,)),
    "day": (day_beside,),
    "the": (day_beside, end_of),
    **dict.fromkeys(WEEKDAYS, (weekday,)),
    **dict.fromkeys(RELATIVE - {"last"}, (relative,)),
    "last": (relative, end_of),
    "end": (end_of,),
    "mid": (middle_of,),
}
