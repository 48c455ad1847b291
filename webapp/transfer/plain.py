"""Plain text: each line a task, what is indented below another a step of it."""

import re

from .plan import Outline, Plan, PlannedTask

TAB = 4
BULLET = re.compile(r"(?:[-*+•◦▪‣·–—]|\(?\d{1,4}[.)]|[a-z]\))(?:[ \t\u00a0]+|$)")
BOX = re.compile(r"(?:\[(?P<mark>[ xX✓✔]?)\]|(?P<sign>[☐☑☒✅✓✔]))(?:[ \t\u00a0]+|$)")


def read(text: str) -> Plan:
    outline = Outline()
    for number, line in enumerate(text.splitlines(), 1):
        words = line.strip()
        if not words:
            continue
        task = task_of(words, number)
        if not words.strip("-=_*~#"):
            outline.plan.remark(number, f"A line that only divides is left out: {words[:40]}")
        elif task.title:
            outline.add(task, indentation(line))
        else:
            outline.plan.remark(number, f"There is no title: {words}")
    return outline.plan


def task_of(words: str, line: int) -> PlannedTask:
    """A line without its bullet or number, and done if its box is ticked."""
    words = BULLET.sub("", words, count=1) if BULLET.match(words) else words
    box = BOX.match(words)
    if not box:
        return PlannedTask(words.strip(), line)
    is_done = (box["mark"] or box["sign"] or " ") not in " ☐"
    return PlannedTask(words[box.end() :].strip(), line, is_done=is_done)


def indentation(line: str) -> int:
    """How far its first word stands from the left."""
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank.expandtabs(TAB))
