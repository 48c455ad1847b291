"""The forms of bringing tasks along."""

from collections.abc import Iterable

from flask import request
from werkzeug.datastructures import FileStorage
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Optional

from ..forms import AtMost, Form, obeys
from ..projects.editing import clean_project_name
from ..tasks import forms as tasks_forms
from ..web import safe_next
from . import formats
from .column_names import FIELDS, guess
from .columns import is_ours
from .decoding import Decoded, Unreadable, check_text, decode
from .models import LONGEST_FILE_NAME, PASTED, Source
from .tables import read_table

LARGEST = 10_000_000  # bytes: twenty thousand long lines
MOST_FILES = 100
NEW = "new"


class SourceForm(Form):
    """Files, or a text that was pasted."""

    text = TextAreaField("Or paste a list", [Optional(), AtMost(LARGEST)])

    def sources(self) -> list[Source]:
        """What was brought, each as a text. Raises Unreadable, naming the file if there are several."""
        files = [file for file in request.files.getlist("files") if file.filename]
        if len(files) > MOST_FILES:
            raise Unreadable(f"Choose at most {MOST_FILES} files at once.")
        found = [_of_file(file, is_alone=len(files) == 1) for file in files]
        if self.text.data and self.text.data.strip():
            found.append(_of_text(self.text.data, PASTED))
        if not found:
            raise Unreadable("Choose a file, or paste a list.")
        return found


class SeveralForm(tasks_forms.PlaceForm):
    """Tasks, one on each line, and the place where they go."""

    text = TextAreaField("Tasks, one on each line", [AtMost(LARGEST)])
    next = HiddenField(filters=[safe_next])


class PlaceForm(Form):
    """Where it goes: `new`, or the id of a project."""

    place = StringField("Where to")
    name = StringField("Name of the new project", [Optional(), obeys(clean_project_name)])

    @property
    def project_id(self) -> int | None:
        """The project into which it goes; none for new ones, 0 for what names nothing."""
        words = self.place.data or ""
        if words in {"", NEW}:
            return None
        return int(words) if words.isascii() and words.isdigit() and len(words) < 19 else 0


def chosen_reading(sources: Iterable[Source]) -> list[Source]:
    """The sources, to be read as the person has chosen. Raises Unreadable."""
    return [_as_chosen(number, source) for number, source in enumerate(sources)]


def columns_of(source: Source) -> tuple[list[str], dict[str, int]] | None:
    """The columns from which a person may choose, and what is taken for what; nothing without a choice."""
    if source["format"] != "csv":
        return None
    try:
        table = read_table(source["text"])
    except Unreadable:
        return None
    if is_ours(table):
        return None
    return [name.strip() for name in table.head.cells], dict(source["columns"] or guess(table))


def _as_chosen(number: int, source: Source) -> Source:
    format = request.form.get(f"format-{number}", source["format"])
    if format not in formats.READABLE:
        raise Unreadable("Choose one of the formats.")
    words = {field: request.form.get(f"column-{number}-{field}", "") for field in FIELDS}
    chosen = {field: int(at) for field, at in words.items() if at.isascii() and at.isdigit() and len(at) < 5}
    formats.read(source["text"], format, chosen or None)
    return {**source, "format": format, "columns": chosen or None}


def _of_file(file: FileStorage, *, is_alone: bool) -> Source:
    name = (file.filename or "").replace("\\", "/").rpartition("/")[2][-LONGEST_FILE_NAME:]
    with file.stream as stream:
        content = stream.read()
    try:
        return _source(decode(content), name)
    except Unreadable as error:
        raise error if is_alone else Unreadable(f"{name}: {error}") from error


def _of_text(text: str, name: str) -> Source:
    check_text(text)
    return _source(Decoded(text), name)


def _source(decoded: Decoded, name: str) -> Source:
    format = formats.detect(decoded.text, name)
    formats.read(decoded.text, format)
    return {"name": name, "text": decoded.text, "remark": decoded.remark, "format": format, "columns": None}
