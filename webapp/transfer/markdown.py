"""Markdown: list items are tasks, headings the sections above them, other text belongs to the task before it.

Where two levels of headings are used, the first names projects. Our own files begin with MARKER: only they
hold marks behind titles, name projects by every first-level heading, and quote notes, so that they read back
as they were.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from .marks import take_marks, with_marks
from .plain import indentation
from .plan import Outline, Plan, PlannedProject, PlannedTask

MARKER = "<!-- Tasks of Docket: # project, ## section, - [ ] task, > notes -->"
HEADING = re.compile(r" {0,3}(?P<level>#{1,6})(?:[ \t]+(?P<name>.*))?$")
ITEM = re.compile(
    r"[ \t]*(?P<bullet>[-*+]|\d{1,9}[.)])(?:[ \t]+(?:\[(?P<box>[ xX\-])\](?:[ \t]+|$))?(?P<title>.*))?$"
)
RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")


def write(projects: Iterable[PlannedProject]) -> Iterator[str]:
    """Line by line, with their ends."""
    yield f"{MARKER}\n"
    for project in projects:
        yield f"\n# {project.name}\n\n"
        yield from _tasks(project.tasks, 0)
        for section in project.sections:
            yield f"\n## {section.name}\n\n"
            yield from _tasks(section.tasks, 0)


def _tasks(tasks: Iterable[PlannedTask], depth: int) -> Iterator[str]:
    indent = "  " * depth
    for task in tasks:
        yield f"{indent}- [{'x' if task.is_done else ' '}] {with_marks(task)}\n"
        for line in task.notes.split("\n") if task.notes else ():
            yield f"{indent}  > {line}\n"
        yield from _tasks(task.steps, depth + 1)


def read(text: str) -> Plan:
    reading = Reading(text.splitlines())
    while reading.at < len(reading.lines):
        reading.line()
    reading.end_notes()
    return reading.outline.plan


class Reading:
    """Lines read one after the other into an outline."""

    def __init__(self, lines: list[str]) -> None:
        self.outline = Outline()
        self.lines = lines
        self.at = 0
        self.is_ours = next((line.strip() for line in lines if line.strip()), "") == MARKER
        levels = {len(found["level"]) for line in lines if (found := HEADING.match(line))}
        levels |= {
            1 if line.lstrip()[0] == "=" else 2
            for above, line in pairwise(lines)
            if UNDERLINE.match(line) and self._may_be_underlined(above)
        }
        self.project_level = 1 if self.is_ours or (1 in levels and len(levels) > 1) else 0
        self.notes: list[str] = []

    def line(self) -> None:
        line = self.lines[self.at]
        self.at += 1
        heading = HEADING.match(line)
        if not line.strip():
            self.notes.append("")
        elif heading:
            name = heading["name"] or ""
            self._heading(len(heading["level"]), name if self.is_ours else _without_closing(name))
        elif RULE.match(line) or (self.is_ours and line.strip() == MARKER):
            self.notes.append("")
        elif item := ITEM.match(line):
            self._item(item, line)
        elif not self.is_ours and self._is_underlined(line):
            self.at += 1
            self._heading(1 if self.lines[self.at - 1].lstrip()[0] == "=" else 2, line)
        elif FENCE.match(line):
            self._fence(line)
        else:
            self._text(line)

    def end_notes(self) -> None:
        """Give the task before what was read below it."""
        task, words = self.outline.last, "\n".join(self.notes).strip("\n").rstrip()
        if task and words:
            task.notes = words
        self.notes = []

    def _item(self, item: re.Match[str], line: str) -> None:
        self.end_notes()
        task = PlannedTask((item["title"] or "").strip(), self.at, is_done=(item["box"] or " ") in "xX")
        if self.is_ours:
            take_marks(task)
        if not task.title:
            self.outline.plan.remark(self.at, f"There is no title: {line.strip()}")
            return
        if item["box"] == "-":
            self.outline.plan.remark(self.at, f"“{task.title[:60]}” is cancelled; it is added as open.")
        self.outline.add(task, indentation(line))

    def _heading(self, level: int, name: str) -> None:
        self.end_notes()
        if not name.strip():
            self.outline.plan.remark(self.at, "A heading without words is left out.")
        elif level == self.project_level:
            self.outline.begin_project(name.strip(), self.at)
        else:
            self.outline.begin_section(name.strip(), self.at)

    def _fence(self, line: str) -> None:
        """Code is taken as it stands, to its end."""
        fence = (FENCE.match(line) or line)[1]
        first = self.at
        while self.at < len(self.lines) and not self.lines[self.at].strip().startswith(fence):
            self.at += 1
        self.at = min(self.at + 1, len(self.lines))
        for number in range(first, self.at + 1):
            self._text(self.lines[number - 1], number)

    def _text(self, line: str, number: int = 0) -> None:
        task = self.outline.last
        depth = self.outline.depth_of_last()
        if task is None or (indentation(line) <= depth and self.notes[-1:] == [""]):
            self.outline.plan.remark(
                number or self.at, f"Text that is no task is left out: {line.strip()[:100]}"
            )
            return
        if self.is_ours and line.lstrip(" ").startswith(">"):
            self.notes.append(line.lstrip(" ")[1:].removeprefix(" "))
        else:
            self.notes.append(line[min(indentation(line), depth + 2) :] if "\t" not in line else line.strip())

    def _is_underlined(self, line: str) -> bool:
        """Whether a heading is written as text with a line of === or --- below it."""
        below = self.lines[self.at] if self.at < len(self.lines) else ""
        return bool(UNDERLINE.match(below)) and self._may_be_underlined(line)

    @staticmethod
    def _may_be_underlined(line: str) -> bool:
        plain = not (HEADING.match(line) or ITEM.match(line) or RULE.match(line) or FENCE.match(line))
        return plain and bool(line.strip()) and indentation(line) < 4


def _without_closing(name: str) -> str:
    """The words of a heading without the signs that may close it."""
    words = name.rstrip(" \t")
    open_ended = words.rstrip("#")
    return open_ended if open_ended[-1:] in {"", " ", "\t"} else words
