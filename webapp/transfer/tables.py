"""CSV files as rows with the lines on which they begin."""

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from .decoding import Unreadable

DELIMITERS = ",;\t|"


class Row(NamedTuple):
    """The line on which it begins, and its cells."""

    line: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


class Table(NamedTuple):
    """The first row with something in it, the rows below it, and what is wrong with the quotation marks."""

    head: Row
    rows: list[Row]
    remark: str = ""

    @property
    def names(self) -> list[str]:
        """The names of the columns, folded and trimmed."""
        return [name.strip().casefold() for name in self.head.cells]


def read_table(text: str) -> Table:
    """The rows that are not blank. Raises Unreadable."""
    delimiter, skipped = _delimiter_of(text)
    remark = ""
    try:
        rows = list(_records(text, delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise Unreadable(_never_closed(text, delimiter)) from error
        rows, remark = _leniently(text, delimiter)
    rows = [row for row in rows if not row.is_blank and row.line > skipped]
    if not rows:
        raise Unreadable("There is nothing in it.")
    return Table(rows[0], rows[1:], remark)


def _records(text: str, delimiter: str, *, strict: bool) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    line = 1
    for cells in reader:
        yield Row(line, cells)
        line = reader.line_num + 1


def _leniently(text: str, delimiter: str) -> tuple[list[Row], str]:
    try:
        return list(_records(text, delimiter, strict=False)), (
            "A quotation mark stands in the middle of a cell without being doubled. "
            "Look whether the cells are right."
        )
    except csv.Error as error:
        raise Unreadable(_never_closed(text, delimiter)) from error


def _never_closed(text: str, delimiter: str) -> str:
    """Where the record begins that could not be read to its end."""
    line = 1
    try:
        for row in _records(text, delimiter, strict=False):
            line = row.line
    except csv.Error:
        pass
    return (
        f"The row on line {line:,} opens a quotation mark that is never closed. Close it, or double the "
        "marks that belong to the text, then choose the file again."
    )


def _delimiter_of(text: str) -> tuple[str, int]:
    """What divides the cells, by the first row; and how many lines at the top only say so, as Excel does."""
    first = next((line for line in io.StringIO(text) if line.strip()), "")
    said = first.strip().casefold().removeprefix("sep=")
    if first.strip().casefold().startswith("sep=") and said in set(DELIMITERS):
        return said, 1
    unquoted = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=unquoted.count), 0
