"""How the page that stands is told of a change: rows, counts, empty state and toast in one answer."""

from typing import Any

from flask import Response, url_for

from ..accounts.signing_in import visitor
from ..activity.recording import recorded
from ..errors import error_answer
from ..extensions import db
from ..web import Toast, came_from, done, go, page_at, page_or_partial, tell_lists, wants_partial
from .finding import Binned
from .forms import TitleForm
from .rows import START, TaskRow, counts, list_page, some_rows
from .titles import shortened


def list_status() -> str:
    """Which list stands on the page from which the person acts: all, active or completed."""
    return _list_at(came_from()) or "all"


def list_place() -> str:
    """The list or bin from which the person came, as a path; all tasks if they came from elsewhere."""
    endpoint, _ = page_at(came_from()) or ("", {})
    return came_from() if endpoint in {"tasks.index", "bin.index"} else url_for("tasks.index")


def _list_at(path: str) -> str | None:
    endpoint, arguments = page_at(path) or ("", {})
    return str(arguments["status"]) if endpoint == "tasks.index" else None


def list_context(status: str, after: tuple[float, int]) -> dict[str, Any]:
    """What the list's templates need."""
    rows, cursor = list_page(visitor(), status, after)
    return {"rows": rows, "cursor": cursor, "status": status, "counts": counts(visitor())}


def row_changed(id: int, toast: Toast, back: str | None = None) -> Response:
    """One task was made, changed, deleted or restored."""
    if _list_at(came_from()) is None:
        return tell_lists(done("activity/undone.swap.html", toast, back))
    status = list_status()
    rows = [row for row in some_rows(visitor(), [id]) if _belongs(row, status)]
    context = {"rows": rows, "gone": [] if rows else [id], "status": status, "counts": counts(visitor())}
    return done("tasks/changed.swap.html", toast, back, **context)


def row_gone(error: Binned) -> Response:
    """404 for a task that somebody deleted meanwhile: its row goes, and Undo brings it back."""
    words = f"{shortened(error.task.title)} was deleted meanwhile."
    if not wants_partial():
        return error_answer(404, f"{words} You find it in the bin.")
    undo = url_for("deletion.destroy", id=error.task.id, _method="POST")
    answer = row_changed(error.task.id, Toast(words, undo))
    answer.status_code = 404
    return answer


def row_finished(id: int, toast: Toast, back: str | None) -> Response:
    """As `row_changed`; a page of this one task has served its purpose and gives way to the list."""
    if _list_at(came_from()) is None:
        return go(back or list_place(), toast)
    return row_changed(id, toast, back)


def list_changed(toast: Toast) -> Response:
    """Many tasks changed: the first page of the list anew."""
    return done("tasks/listed.swap.html", toast, **list_context(list_status(), START))


def editor(
    partial: str, id: int, form: TitleForm, code: int = 200, *, focus: bool = False, **more: Any
) -> Response:
    """One of the forms that stand in the place of a row, and the page around it."""
    context = {"id": id, "form": form, "focus": focus, "editor": partial, **more}
    return page_or_partial("tasks/edit.html", partial, code, **context)


def undoable(text: str, otherwise: str = "") -> Toast:
    """A toast whose Undo takes back what the last commit recorded, or posts elsewhere if nothing changed."""
    entry = recorded(db.session())
    return Toast(text, url_for("undo.create", id=entry) if entry else otherwise)


def _belongs(row: TaskRow, status: str) -> bool:
    return status == "all" or row.is_completed == (status == "completed")
