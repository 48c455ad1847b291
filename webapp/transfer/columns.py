"""CSV files of any kind: a row is a task, and columns say what of it. Our own exports have all of FIELDS.

A cell of ours that a spreadsheet would run as a formula has an apostrophe before it, and so has one that
begins with an apostrophe, so that every text comes back as it was.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from .column_names import DONE, FIELDS, OPEN, Columns, guess, parse_instant, parse_priority
from .plan import DATES, NO_PRIORITY, Outline, Plan, PlannedProject, PlannedTask
from .tables import Row, Table, read_table

FORMULA = re.compile(r"['=+\-@\t\r\n＝＋－＠]")


def is_ours(table: Table) -> bool:
    return table.names == list(FIELDS)


def read(text: str, columns: Columns | None = None) -> Plan:
    """`columns` are indices by FIELDS; without them they are guessed. Raises Unreadable."""
    table = read_table(text)
    reading = Reading(table, guess(table) if columns is None or is_ours(table) else columns)
    for row in table.rows:
        reading.row(row)
    reading.remark_on_columns()
    return reading.outline.plan


def write(projects: Iterable[PlannedProject]) -> Iterator[str]:
    """Row by row, with their ends and a mark for Excel that it is UTF-8."""
    yield "\ufeff" + _row({name: name for name in FIELDS})
    for project in projects:
        yield _row({"type": "project", "project": project.name})
        yield from _tasks(project.tasks, {"project": project.name}, 1)
        for section in project.sections:
            place = {"project": project.name, "section": section.name}
            yield _row({"type": "section", **place})
            yield from _tasks(section.tasks, place, 1)


def _tasks(tasks: Iterable[PlannedTask], place: Mapping[str, str], level: int) -> Iterator[str]:
    for task in tasks:
        done = {"done": "x"} if task.is_done else {}
        days = {
            name: instant.isoformat()
            for name, instant in (("completed", task.completed), ("created", task.created))
            if instant
        }
        words = {"title": task.title, "notes": task.notes, "labels": ", ".join(task.labels)}
        numbers = {"level": str(level), "priority": str(task.priority)}
        yield _row({"type": "task", **place, **words, **numbers, **done, **days, **task.dates})
        yield from _tasks(task.steps, place, level + 1)


def _row(cells: Mapping[str, str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_protected(cells.get(name, "")) for name in FIELDS])
    return line.getvalue()


def _protected(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell


def _unprotected(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


class Reading:
    """Rows read one after the other into an outline."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self.outline = Outline()
        self.plan = self.outline.plan
        self.table, self.columns = table, columns
        self.is_ours = is_ours(table)
        self.place = ("", "")
        if table.remark:
            self.plan.remark(0, table.remark)

    def row(self, row: Row) -> None:
        cells = {name: self._cell(row, at) for name, at in self.columns.items()}
        place = cells.get("project", "").strip(), cells.get("section", "").strip()
        kind = cells["type"] if self.is_ours else "task"
        if kind not in {"project", "section"} and not cells.get("title", "").strip():
            self.plan.remark(row.line, f"There is no title: {', '.join(filter(None, row.cells))[:100]}")
            return
        if kind == "project":
            self.outline.begin_project(place[0], row.line)
        elif place != self.place or not self.is_ours:
            self.outline.go_to(*place, row.line)
        self.place = place
        if kind not in {"project", "section"}:
            self._task(cells, row.line)

    def remark_on_columns(self) -> None:
        """Once for each column that is filled and not taken over."""
        for at, name in enumerate(self.table.head.cells):
            filled = [row.line for row in self.table.rows if len(row.cells) > at and row.cells[at].strip()]
            if filled and at not in self.columns.values():
                words = f"“{name.strip()[:60]}”" if name.strip() else f"number {at + 1}"
                self.plan.remark(filled[0], f"The column {words} is not taken over.")

    def _task(self, cells: dict[str, str], line: int) -> None:
        task = PlannedTask(cells["title"].strip(), line, notes=cells.get("notes", "").strip("\r\n"))
        labels = re.split("," if self.is_ours else "[,;]", cells.get("labels", ""))
        signs = "" if self.is_ours else "@#"
        task.labels = [name.strip().lstrip(signs) for name in labels if name.strip()]
        task.dates = {name: words for name in DATES if (words := cells.get(name, "").strip())}
        self._priority(task, cells.get("priority", ""))
        self._done(task, cells.get("done", "").strip())
        task.completed = self._instant(task, "completed", cells) or task.completed
        task.created = self._instant(task, "created", cells)
        task.is_done = task.is_done or bool(task.completed)
        level = cells.get("level", "").strip()
        self.outline.add(task, int(level) if level.isascii() and level.isdigit() and len(level) < 4 else 1)

    def _priority(self, task: PlannedTask, words: str) -> None:
        task.priority = parse_priority(words) or NO_PRIORITY
        if parse_priority(words) is None:
            self.plan.remark(task.line, f"Priority “{words.strip()[:40]}” is not known; read as none.")

    def _done(self, task: PlannedTask, words: str) -> None:
        instant = parse_instant(words)
        task.is_done = words.casefold() in DONE or instant is not None
        task.completed = instant
        if not task.is_done and words.casefold() not in OPEN:
            self.plan.remark(task.line, f"“{words[:40]}” says neither done nor open; it is added as open.")

    def _instant(self, task: PlannedTask, name: str, cells: Mapping[str, str]) -> date | datetime | None:
        words = cells.get(name, "").strip()
        instant = parse_instant(words)
        if words and instant is None:
            self.plan.remark(task.line, f"“{words[:40]}” is no day that is understood ({name}); left out.")
        return instant

    def _cell(self, row: Row, at: int) -> str:
        cell = row.cells[at] if at < len(row.cells) else ""
        return _unprotected(cell) if self.is_ours else cell
