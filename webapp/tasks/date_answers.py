"""How the page that stands is told of the dates of a task."""

from typing import Any

from flask import Response

from ..accounts.signing_in import visitor
from ..activity.merging import Stale
from ..extensions import db
from ..web import Toast, done, page_or_partial
from . import answers
from .choosing import conflict_of_task
from .date_forms import DatesForm
from .date_tags import planned_words
from .finding import find_editable_row, find_task
from .models import Task
from .picking import picker
from .rows import TaskRow
from .saving import Saved


def picker_of(row: TaskRow, form: DatesForm, code: int = 200, **more: Any) -> Response:
    """The form, and the page around it."""
    shown = picker(visitor(), form.chosen, None)
    context = {"task": row, "form": form, "picker": shown, **more}
    return page_or_partial("tasks/date.html", "tasks/_picker.html", code, **context)


def conflict(id: int, form: DatesForm, stale: Stale) -> Response:
    """409: the form with a choice where others have changed the same dates."""
    form.take_over(stale)
    choice = conflict_of_task(db.session(), visitor(), stale)
    return picker_of(find_editable_row(id), form, 409, conflict=choice)


def dates_saved(task: Task, saved: Saved, form: DatesForm, before: TaskRow) -> Response:
    """The row where it belongs; in a full editor, in which somebody types on, its button alone."""
    toast = answers.saved(task, saved, planned_words(task.due_on, task.due_time, visitor().wall_clock))
    if form.editor.data:
        return _in_editor(task.id, toast, form.next.data)
    return answers.row_planned(before, toast, form.next.data)


def _in_editor(id: int, toast: Toast, back: str | None) -> Response:
    return done("tasks/dated.swap.html", toast, back, task=find_task(id))
