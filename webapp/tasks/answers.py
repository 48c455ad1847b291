"""How the page that stands is told of a change: rows, counts, empty state and toast in one answer."""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Response, abort, current_app, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from ..accounts.signing_in import visitor
from ..errors import error_answer
from ..web import Toast, came_from, done, page_or_partial, wants_partial
from .finding import Binned
from .forms import TitleForm
from .models import Task
from .rows import START, TaskRow, counts, list_page, some_rows
from .titles import shortened

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def list_status() -> str:
    """Which list stands on the page from which the person acts: all, active or completed."""
    return _list_at(came_from()) or "all"


def list_place() -> str:
    """The list from which the person came, as a path; all tasks if they came from elsewhere."""
    return came_from() if _list_at(came_from()) else url_for("tasks.index")


def _list_at(path: str) -> str | None:
    adapter = current_app.url_map.bind_to_environ(request.environ)
    try:
        endpoint, arguments = adapter.match(path.partition("?")[0], method="GET")
    except (HTTPException, RequestRedirect):
        return None
    return str(arguments["status"]) if endpoint == "tasks.index" else None


def list_context(status: str, after: tuple[float, int]) -> dict[str, Any]:
    """What the list's templates need."""
    rows, cursor = list_page(visitor(), status, after)
    return {"rows": rows, "cursor": cursor, "status": status, "counts": counts(visitor())}


def row_changed(id: int, toast: Toast, back: str | None = None, **more: Any) -> Response:
    """One task was made, changed, deleted or restored."""
    status = list_status()
    rows = [row for row in some_rows(visitor(), [id]) if _belongs(row, status)]
    context = {"rows": rows, "gone": [] if rows else [id], "status": status, "counts": counts(visitor())}
    return done("tasks/changed.swap.html", toast, back, **context, **more)


def row_gone(error: Binned) -> Response:
    """404 for a task that somebody deleted meanwhile: its row goes, and Undo brings it back."""
    if not wants_partial():
        return error_answer(404)
    undo = url_for("deletion.destroy", id=error.task.id, _method="POST")
    answer = row_changed(error.task.id, Toast(f"{shortened(error.task.title)} was deleted meanwhile.", undo))
    answer.status_code = 404
    return answer


def row_saved(id: int, back: str | None) -> Response:
    """A task was edited where it stands: its row is the answer."""
    (row,) = some_rows(visitor(), [id])
    return done("tasks/_row.html", Toast(f"Saved {shortened(row.title)}."), back, task=row)


def list_changed(toast: Toast) -> Response:
    """Many tasks changed: the first page of the list anew."""
    return done("tasks/listed.swap.html", toast, **list_context(list_status(), START))


def editor(
    partial: str, id: int, form: TitleForm, code: int = 200, *, focus: bool = False, **more: Any
) -> Response:
    """One of the forms that stand in the place of a row, and the page around it."""
    context = {"id": id, "form": form, "focus": focus, "editor": partial, **more}
    return page_or_partial("tasks/edit.html", partial, code, **context)


def deleted(task: Task) -> Toast:
    return Toast(f"Deleted {shortened(task.title)}.", url_for("deletion.destroy", id=task.id, _method="POST"))


def _belongs(row: TaskRow, status: str) -> bool:
    return status == "all" or row.is_completed == (status == "completed")


def undo_path(endpoint: str, instant: datetime) -> str:
    """The address that takes back what was done to many at one instant."""
    return url_for(endpoint, _method="POST", at=(instant - EPOCH) // timedelta(microseconds=1))


def requested_instant() -> datetime | None:
    """The instant in `?at=`, in microseconds since 1970; None without one, 404 for nonsense."""
    if "at" not in request.args:
        return None
    at = request.args.get("at", 0, type=int)
    return EPOCH + timedelta(microseconds=at) if 0 < at < 2**52 else abort(404)
