"""todo.txt: one task in a line, `x 2026-11-20 2026-11-01 (A) Title +project @context due:2026-11-27`.

As todotxt.org says: `x ` and `(A)` count only at the beginning, the day of completion comes before that of
creation, and a project or context is a word with its sign. Priorities A, B and C are 1, 2 and 3. What tasks
of ours have in their titles and could be taken for any of that has a backslash before it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from .marks import LIKE_A_MARK, NBSP, dates_of, day_of, parse_day, sign
from .plan import NO_PRIORITY, Outline, Plan, PlannedProject, PlannedTask

LETTERS = "ABC"
PRIORITY = re.compile(r"\(([A-Z])\)$")
PAIR = re.compile(r"(due|deadline|start|duration|t|pri):(\S.*)$")
LIKE_A_BEGINNING = re.compile(r"(?:x|\([A-Z]\)|\d{4}-\d\d-\d\d)$", re.ASCII)
LIKE_A_PAIR = re.compile(r"(?:t|pri):.")


def write(projects: Iterable[PlannedProject]) -> Iterator[str]:
    """Line by line, with their ends. Steps become tasks of their own."""
    for project in projects:
        for task in Plan([project]).tasks():
            yield f"{_line(task, project.name)}\n"


def _line(task: PlannedTask, project: str) -> str:
    title = [_escaped(word, at) for at, word in enumerate(task.title.split(" "))]
    is_first = task.priority < NO_PRIORITY and not task.is_done
    words = [
        *(["x"] if task.is_done else []),
        *([f"({LETTERS[task.priority - 1]})"] if is_first else []),
        *([day_of(task.completed)] if task.is_done and task.completed else []),
        *([day_of(task.created)] if task.created and (task.completed or not task.is_done) else []),
        *title,
        *([sign("+", project)] if project else []),
        *(sign("@", name) for name in task.labels),
        *dates_of(task),
        *([f"pri:{LETTERS[task.priority - 1]}"] if task.is_done and task.priority < NO_PRIORITY else []),
    ]
    return " ".join(words)


def read(text: str) -> Plan:
    outline = Outline()
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            _read_line(outline, line.strip(), number)
    return outline.plan


def _read_line(outline: Outline, line: str, number: int) -> None:
    task = PlannedTask("", number)
    words = _read_beginning(line.split(" "), task, outline.plan)
    kept, projects = _read_words(words, task, outline.plan)
    task.title = " ".join(kept).strip()
    if not task.title:
        outline.plan.remark(number, f"There is no title: {line[:100]}")
        return
    outline.go_to(projects[0] if projects else "", "", number)
    outline.add(task, 0)


def _read_beginning(words: list[str], task: PlannedTask, plan: Plan) -> list[str]:
    """What follows the marks at the beginning of a line."""
    if words[0] == "x" and len(words) > 1:
        task.is_done = True
        words = words[1:]
    priority = PRIORITY.match(words[0])
    if priority:
        _set_priority(task, priority[1], plan)
        words = words[1:]
    days: list[date] = []
    while words and len(days) < 1 + task.is_done and (day := parse_day(words[0])):
        days.append(day)
        words = words[1:]
    if task.is_done and days:
        task.completed = days.pop(0)
    if days:
        task.created = days[0]
    return words


def _read_words(words: list[str], task: PlannedTask, plan: Plan) -> tuple[list[str], list[str]]:
    """The words of the title, and the projects that are named."""
    kept: list[str] = []
    projects: list[str] = []
    for at, word in enumerate(words):
        pair = PAIR.match(word)
        if len(word) > 1 and word[0] == "@":
            task.labels.append(word[1:].replace(NBSP, " "))
        elif len(word) > 1 and word[0] == "+" and not projects:
            projects.append(word[1:].replace(NBSP, " "))
        elif len(word) > 1 and word[0] == "+":
            plan.remark(task.line, f"A task stands in one project; {word} stays in its title.")
            kept.append(word)
        elif pair:
            _read_pair(pair, task, plan)
        else:
            kept.append(_unescaped(word, at))
    return kept, projects


def _read_pair(pair: re.Match[str], task: PlannedTask, plan: Plan) -> None:
    key, words = pair[1], pair[2].replace(NBSP, " ")
    if key == "pri":
        _set_priority(task, words.upper(), plan)
    else:
        task.dates["start" if key == "t" else key] = words


def _set_priority(task: PlannedTask, letter: str, plan: Plan) -> None:
    if letter in LETTERS:
        task.priority = LETTERS.index(letter) + 1
    else:
        plan.remark(task.line, f"Priority {letter[:10]} has no place here: there are A, B and C.")


def _escaped(word: str, at: int) -> str:
    return f"\\{word}" if _is_special(word, at) else word


def _unescaped(word: str, at: int) -> str:
    return word[1:] if word.startswith("\\") and _is_special(word[1:], at) else word


def _is_special(word: str, at: int) -> bool:
    """Whether it would not be read as a word of the title, where it stands."""
    is_beginning = at == 0 and LIKE_A_BEGINNING.match(word)
    return bool(is_beginning or LIKE_A_MARK.match(word) or LIKE_A_PAIR.match(word))
