"""Todoist's CSV files: what “Export as a template” and its backups hold, one project in each.

Columns are found by their names, because there have been between 8 and 16 of them. The rows say in TYPE
whether they are a task, a section or a note, which is a comment on the task above; others are blank or
settings (`meta`). Labels stand in CONTENT as @label. PRIORITY 1 is the highest, 4 and an empty one are none.
INDENT 1 is the top.
"""

import json
import re

from .plan import NO_PRIORITY, Outline, Plan, PlannedTask
from .tables import Row, Table, read_table

NEEDED = {"type", "content"}
USED = {
    *("type", "content", "description", "priority", "indent", "responsible", "labels"),
    *("date", "due_date", "duration", "duration_unit", "deadline"),
}
LABEL = re.compile(r"(?<!\S)@(\S*[^\s,])(?!\S)")
FILE, END_OF_FILE = "[[file ", "}]]"
UNCOMPLETABLE = "* "


def is_todoist(table: Table) -> bool:
    return set(table.names) >= NEEDED


def read(text: str) -> Plan:
    """Raises Unreadable."""
    table = read_table(text)
    reading = Reading(table)
    for row in table.rows:
        reading.row(row)
    reading.remark_on_columns()
    return reading.outline.plan


class Reading:
    """Rows read one after the other into an outline."""

    def __init__(self, table: Table) -> None:
        self.outline = Outline()
        self.plan = self.outline.plan
        self.table = table
        self.places = {name: at for at, name in reversed(list(enumerate(table.names)))}
        if table.remark:
            self.plan.remark(0, table.remark)

    def row(self, row: Row) -> None:
        kind = self._cell(row, "type").strip().casefold()
        if kind == "task":
            self._task(row)
        elif kind == "section":
            self._section(row)
        elif kind == "note":
            self._note(row)
        elif kind == "meta":
            words = ", ".join(cell for cell in row.cells[1:] if cell.strip())
            self.plan.remark(row.line, f"A setting of Todoist ({words[:100]}) has no place here.")
        else:
            words = self._cell(row, "content").strip() or ", ".join(filter(None, row.cells))
            told = f"“{kind[:40]}” is no kind of row" if kind else "the row does not say what it is"
            self.plan.remark(row.line, f"Left out, because {told}: {words[:100]}")
        beyond = [cell for cell in row.cells[len(self.table.head.cells) :] if cell.strip()]
        if beyond:
            self.plan.remark(row.line, f"Beyond the last column, left out: {', '.join(beyond)[:100]}")

    def remark_on_columns(self) -> None:
        """Once for each column that is filled and not taken over."""
        for name, at in self.places.items():
            filled = [row.line for row in self.table.rows if len(row.cells) > at and row.cells[at].strip()]
            if filled and name not in USED:
                self.plan.remark(
                    filled[0], f"The column {name.upper() or '(without a name)'} is not taken over."
                )

    def _task(self, row: Row) -> None:
        title, labels = self._labels(self._cell(row, "content"))
        task = PlannedTask(title, row.line, notes=self._cell(row, "description").strip("\r\n"))
        if title.startswith(UNCOMPLETABLE):
            task.title = title.removeprefix(UNCOMPLETABLE).strip()
            self.plan.remark(row.line, f"“{task.title[:60]}” could not be completed; here it can.")
        more = [name.strip().lstrip("@") for name in re.split("[,;]", self._cell(row, "labels"))]
        task.labels = list(dict.fromkeys([*labels, *filter(None, more)]))
        task.priority = self._number(row, "priority", NO_PRIORITY, NO_PRIORITY)
        task.dates = self._dates(row)
        responsible = self._cell(row, "responsible").strip()
        if responsible:
            task.note(f"Responsible: {responsible}")
        self.outline.add(task, self._number(row, "indent", 1, 100))

    def _section(self, row: Row) -> None:
        self.outline.begin_section(self._cell(row, "content").strip(), row.line)
        said = self._cell(row, "description").strip()
        if said:
            self.plan.remark(row.line, f"A section has no description here; left out: {said[:100]}")

    def _note(self, row: Row) -> None:
        words = _with_links(self._cell(row, "content")).strip()
        task = self.outline.last
        if task is None:
            self.plan.remark(row.line, f"A comment without a task above it is left out: {words[:100]}")
        elif words:
            day = self._cell(row, "date").strip()[:10]
            task.note(f"Comment of {day}: {words}" if day else words)

    def _dates(self, row: Row) -> dict[str, str]:
        length = self._cell(row, "duration").strip()
        unit = self._cell(row, "duration_unit").strip()
        said = {
            "due": self._cell(row, "date").strip() or self._cell(row, "due_date").strip(),
            "deadline": self._cell(row, "deadline").strip(),
            "duration": f"{length} {unit}".strip() if length.casefold() != "none" else "",
        }
        return {name: words for name, words in said.items() if words}

    def _labels(self, content: str) -> tuple[str, list[str]]:
        """The title without its labels, and these."""
        labels = LABEL.findall(content)
        return (" ".join(LABEL.sub(" ", content).split()) if labels else content.strip()), labels

    def _number(self, row: Row, column: str, usual: int, most: int) -> int:
        words = self._cell(row, column).strip()
        number = int(words) if words.isascii() and words.isdigit() and len(words) < 5 else 0
        if not words or 1 <= number <= most:
            return number or usual
        self.plan.remark(row.line, f"{column.upper()} is “{words[:40]}”; read as {usual}.")
        return usual

    def _cell(self, row: Row, column: str) -> str:
        at = self.places.get(column)
        return row.cells[at] if at is not None and at < len(row.cells) else ""


def _with_links(words: str) -> str:
    """A comment whose files are links. No regular expression: one may take quadratic time."""
    first, *others = words.split(FILE)
    return first + "".join(map(_with_link, others))


def _with_link(words: str) -> str:
    """What stands behind FILE: a description in JSON, and the text up to the next one."""
    described, end, behind = words.partition(END_OF_FILE)
    try:
        file = json.loads(described + "}" if end else "")
        return f"[{file['file_name']}]({file['file_url']}){behind}"
    except (ValueError, KeyError, TypeError, RecursionError):
        return FILE + words
