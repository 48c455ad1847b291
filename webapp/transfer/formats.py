"""The formats that are read and written: their names, how a file tells its own, what one cannot hold."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from . import columns, markdown, plain, todoist, todotxt
from .column_names import Columns, guess
from .decoding import Unreadable
from .plan import Plan, PlannedProject
from .tables import Row, Table, read_table

READABLE = {
    "todoist": "Todoist (CSV)",
    "csv": "Table (CSV)",
    "markdown": "Markdown",
    "todotxt": "todo.txt",
    "plain": "Plain text",
}
READERS: dict[str, Callable[[str], Plan]] = {
    "todoist": todoist.read,
    "markdown": markdown.read,
    "todotxt": todotxt.read,
    "plain": plain.read,
}
TODOTXT_LINE = re.compile(
    r"x \d{4}-\d\d-\d\d |\([A-Z]\) |\d{4}-\d\d-\d\d |(?!.*- \[).*(?:^| )(?:\+\S+|due:\d{4}-\d\d-\d\d)(?: |$)"
)
MARKDOWN_LINE = re.compile(r"[ \t]*[-*+] \[[ xX]\] |#{1,6} \S|" + re.escape(markdown.MARKER))


class Written(NamedTuple):
    """A format of an export: its name and what it is for, the end of its files, what stays behind."""

    name: str
    holds: str
    ending: str
    media_type: str
    write: Callable[[Iterable[PlannedProject]], Iterator[str]]
    loses: tuple[str, ...]


LOST_BY_ALL = (
    "colours and emoji of projects and labels, and which are favourites",
    "what projects stand inside others, and which are archived",
    "what tasks wait for",
    "the history, and what is in the bin",
)
WRITABLE = {
    "markdown": Written(
        "Markdown",
        "A list to read, with headings and boxes, for notes and repositories.",
        ".md",
        "text/markdown",
        markdown.write,
        ("when tasks were made, and at what time of the day they were completed", *LOST_BY_ALL),
    ),
    "csv": Written(
        "Table (CSV)",
        "Everything in rows, for spreadsheets and other apps. The fullest of the three.",
        ".csv",
        "text/csv",
        columns.write,
        LOST_BY_ALL,
    ),
    "todotxt": Written(
        "todo.txt",
        "One line for each task, for the many apps that read todo.txt.",
        ".txt",
        "text/plain",
        todotxt.write,
        (
            "notes",
            "sections, and projects without tasks",
            "which task is a step of which: all stand side by side",
            "at what time of the day tasks were made and completed",
            *LOST_BY_ALL,
        ),
    ),
}


def read(text: str, format: str, chosen: Columns | None = None) -> Plan:
    """Raises Unreadable."""
    return columns.read(text, chosen) if format == "csv" else READERS[format](text)


def detect(text: str, file_name: str = "") -> str:
    """The format that a text most likely has."""
    ending = PurePath(file_name).suffix.casefold()
    head = _head_of(text, is_table=ending in {".csv", ".tsv"})
    if head:
        return "todoist" if todoist.is_todoist(head) else "csv"
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    if ending in {".md", ".markdown"} or any(MARKDOWN_LINE.match(line) for line in lines):
        return "markdown"
    if PurePath(file_name).stem.casefold() in {"todo", "done"} and ending == ".txt":
        return "todotxt"
    alike = sum(bool(TODOTXT_LINE.match(line)) for line in lines)
    return "todotxt" if alike * 2 >= len(lines) > 0 else "plain"


def _head_of(text: str, is_table: bool) -> Table | None:
    """The first line as the head of a table, if the file is one or it names columns."""
    first = next((line for line in text.splitlines() if line.strip(" ,;\t")), "")
    try:
        head = read_table(first)
    except Unreadable:
        return Table(Row(1, []), []) if is_table else None
    names_columns = todoist.is_todoist(head) or len(guess(head)) > 2
    return head if is_table or names_columns else None


def name_of(file_name: str) -> str:
    """What a project from this file may be called: `Home` of `Home [2203306141].csv`."""
    stem = PurePath(file_name.replace("\\", "/")).stem
    return re.sub(r"\s*\[[\w-]{6,}\]\s*$", "", stem).strip()
