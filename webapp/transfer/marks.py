"""What our own Markdown and todo.txt say behind a title: `@label`, `!1`, `due:2026-11-27`.

Marks are words between plain spaces. A space in a label's name becomes one that does not break (U+00A0),
which no name contains. A word of a title that could be taken for a mark gets a backslash before it.
"""

import re
from datetime import date, datetime

from .plan import DATES, NO_PRIORITY, PlannedTask

NBSP = "\u00a0"
KEYS = "|".join((*DATES, "done"))
MARK = re.compile(rf"@(?P<label>.+)|!(?P<priority>[123])|(?P<key>{KEYS}):(?P<value>.+)", re.DOTALL)
LIKE_A_MARK = re.compile(rf"\\|[@+].|![123]$|(?:{KEYS}):", re.DOTALL)


def escaped(word: str) -> str:
    return f"\\{word}" if LIKE_A_MARK.match(word) else word


def unescaped(word: str) -> str:
    return word[1:] if word.startswith("\\") and LIKE_A_MARK.match(word[1:]) else word


def sign(sign: str, name: str) -> str:
    """`@label` or `+project` as one word."""
    return sign + name.replace(" ", NBSP)


def marks_of(task: PlannedTask) -> list[str]:
    """What stands behind the title of a task in Markdown."""
    priority = [f"!{task.priority}"] if task.priority < NO_PRIORITY else []
    done = [f"done:{day_of(task.completed)}"] if task.completed else []
    return [*priority, *dates_of(task), *done, *(sign("@", name) for name in task.labels)]


def dates_of(task: PlannedTask) -> list[str]:
    return [f"{name}:{words.replace(' ', NBSP)}" for name, words in task.dates.items()]


def day_of(instant: date | datetime) -> str:
    return (instant.date() if isinstance(instant, datetime) else instant).isoformat()


def read_mark(word: str, task: PlannedTask) -> bool:
    """Put what a mark says on a task; whether it was one."""
    mark = MARK.fullmatch(word)
    if mark is None:
        return False
    if mark["label"]:
        task.labels.append(mark["label"].replace(NBSP, " "))
    elif mark["priority"]:
        task.priority = int(mark["priority"])
    elif mark["key"] == "done":
        day = parse_day(mark["value"])
        task.completed = day
        return day is not None
    else:
        task.dates[mark["key"]] = mark["value"].replace(NBSP, " ")
    return True


def parse_day(words: str) -> date | None:
    """A day as 2026-11-27, or nothing."""
    try:
        return date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d\d-\d\d", words, re.ASCII) else None
    except ValueError:
        return None


def with_marks(task: PlannedTask) -> str:
    """The title, whose last word is no mark, and the marks."""
    head, space, last = task.title.rpartition(" ")
    return " ".join([head + space + escaped(last), *marks_of(task)])


def take_marks(task: PlannedTask) -> None:
    """Read the marks from the end of a title, back to the first word that is none."""
    words = task.title.split(" ")
    while len(words) > 1 and read_mark(words[-1], task):
        words.pop()
    task.labels.reverse()
    task.dates = dict(reversed(task.dates.items()))
    task.title = " ".join([*words[:-1], unescaped(words[-1])])
