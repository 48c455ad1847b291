"""How the page that stands is told of a change: rows, counts, empty state and toast in one answer."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from flask import Response, url_for

from ..accounts.signing_in import visitor
from ..activity.merging import Stale
from ..activity.recording import recorded
from ..errors import error_answer
from ..extensions import db
from ..web import Toast, came_from, done, go, page_at, page_or_partial, tell_lists, wants_partial
from .choosing import also_changed, conflict_of_task
from .finding import Binned, find_editable_row
from .forms import NewTaskForm, TaskForm, TitleForm
from .listings import Listing, list_place, list_status, listing_here
from .models import Task
from .opened import opened
from .placing import Spot
from .rows import PAGE, START, TaskRow, counts, list_page, some_rows
from .saving import Saved
from .titles import shortened


def list_context(status: str, after: tuple[float, int]) -> dict[str, Any]:
    """What the templates of all tasks need."""
    rows, cursor = list_page(visitor(), status, after)
    return {"rows": rows, "cursor": cursor, "status": status, "counts": counts(visitor())}


def row_changed(id: int, toast: Toast, back: str | None = None, *, moved: bool = False) -> Response:
    """One task was made, changed, deleted or restored; `moved` if it may stand in another list now."""
    return _told(listing_here(), [id], toast, back, moved=moved)


def rows_changed(ids: Iterable[int], toast: Toast, *, moved: bool = False) -> Response:
    """As `row_changed`, of several tasks. Where they are very many, the lists fetch themselves anew."""
    page, changed = listing_here(), list(ids)
    return _told(page if len(changed) <= PAGE else None, changed, toast, list_place(), moved=moved)


def row_planned(before: TaskRow, toast: Toast, back: str | None) -> Response:
    """As `row_changed`, of a task whose dates may have changed: it stands where it belongs by now."""
    page = listing_here()
    was, placed = (
        _placed(page, rows) if page else [] for rows in ([before], some_rows(visitor(), [before.id]))
    )
    stood, stands = ([(row.order, list) for row, list in rows] for rows in (was, placed))
    gone = [] if placed and stood == stands else [before.id]
    return _answer(page, Rows(placed, gone), toast, back)


def row_added(id: int, say: Callable[[TaskRow | None, bool], Toast]) -> Response:
    """One task was made; `say` is told of its row, and whether the page shows it."""
    page, rows = listing_here(), some_rows(visitor(), [id])
    placed = _placed(page, rows) if page else []
    return _answer(page, Rows(placed), say(rows[0] if rows else None, bool(placed)))


def _told(page: Listing | None, ids: Sequence[int], toast: Toast, back: str | None, **more: Any) -> Response:
    """`moved` if they may stand in other lists now; `touched` are rows that changed where they are."""
    placed = _placed(page, some_rows(visitor(), ids)) if page else []
    gone = list(ids) if more["moved"] else sorted(set(ids) - {row.id for row, _ in placed})
    return _answer(page, Rows(placed, gone, more.get("touched", ())), toast, back)


def _placed(page: Listing, rows: list[TaskRow]) -> list[tuple[TaskRow, str]]:
    """The rows that belong on a page, each with the list in which it stands."""
    return [(page.as_listed(row), list) for row in rows if (list := page.list_of(row))]


class Rows(NamedTuple):
    """Rows with the lists into which they are put, ids of those that go, and those changed in place."""

    placed: Sequence[tuple[TaskRow, str]] = ()
    gone: Sequence[int] = ()
    touched: Sequence[TaskRow] = ()


def _answer(page: Listing | None, rows: Rows, toast: Toast, back: str | None = None) -> Response:
    if page is None:
        return tell_lists(done("activity/undone.swap.html", toast, back))
    drawn = {**rows._asdict(), "names_projects": page.names_projects}
    return done("tasks/changed.swap.html", toast, back, around=page.around, **drawn, **page.context())


def moved(task: Task, before: Spot, toast: Toast, *, made_room: bool = False) -> Response:
    """A task was moved from a spot. A step that stays a step is told of to the editor in which it stands."""
    if before.parent_id and task.parent_id:
        return hanging_changed(toast)
    page = None if made_room else listing_here()
    parents = some_rows(visitor(), [id for id in (before.parent_id, task.parent_id) if id])
    touched = [row for row, _ in _placed(page, parents)] if page else []
    return _told(page, [task.id], toast, list_place(), moved=True, touched=touched)


def new_task_refused(form: NewTaskForm) -> Response:
    """422: the form again, with the line in it and what is wrong beside it."""
    if form.place.data or form.beside_id:
        return page_or_partial("tasks/new.html", "tasks/_new.html", 422, form=form, focus=True)
    context = list_context(list_status(), START)
    return page_or_partial("tasks/index.html", "tasks/_new.html", 422, form=form, **context)


def row_gone(error: Binned) -> Response:
    """404 for a task that somebody deleted meanwhile: its row goes, and Undo brings it back."""
    words = f"{shortened(error.task.title)} was deleted meanwhile."
    if not wants_partial():
        return error_answer(404, f"{words} You find it in the bin.")
    undo = url_for("deletion.destroy", id=error.task.id, _method="POST")
    answer = row_changed(error.task.id, Toast(words, undo))
    answer.status_code = 404
    return answer


def row_finished(id: int, toast: Toast, back: str | None, *, moved: bool = False) -> Response:
    """As `row_changed`; a page of this one task has served its purpose and gives way to the list."""
    page = listing_here()
    return _told(page, [id], toast, back, moved=moved) if page else go(back or list_place(), toast)


def hanging_changed(toast: Toast, back: str | None = None) -> Response:
    """Something changed that hangs on a task: the regions that show it hear `counts-changed`.

    The lists stand as they are, with the editor in them in which somebody types on.
    """
    return done("activity/undone.swap.html", toast, back)


def refused(id: int, reason: str) -> Response:
    """422 for what cannot be done to a task with a button, and why; without htmx on the task's own page."""
    whole = opened(db.session(), visitor(), find_editable_row(id))
    page: dict[str, Any] = {"task": whole.row, "opened": lambda: whole, "refused": reason}
    return page_or_partial("tasks/show.html", "tasks/refused.swap.html", 422, toast=Toast(reason), **page)


def steps(row: TaskRow) -> Response:
    """The steps of a task, to be put where they stand."""
    whole = opened(db.session(), visitor(), row)
    return page_or_partial(
        "tasks/show.html", "tasks/_steps.html", task=row, whole=whole, opened=lambda: whole
    )


def list_changed(toast: Toast) -> Response:
    """Many tasks changed: the first page of the list anew, or whichever page the person is on."""
    if (page_at(came_from()) or ("",))[0] != "tasks.index":
        return tell_lists(done("activity/undone.swap.html", toast))
    return done("tasks/listed.swap.html", toast, **list_context(list_status(), START))


def editor(template: str, id: int, form: TitleForm, code: int = 200, **more: Any) -> Response:
    """One of the forms that stand in the place of a row, and the page around it.

    `focus` is whether its title takes the focus, `conflict` what is to be chosen.
    """
    context = {"id": id, "form": form, "editor": template, **more}
    if isinstance(form, TaskForm) and not {"whole", "gone"} & more.keys():
        context["whole"] = opened(db.session(), visitor(), find_editable_row(id))
    return page_or_partial("tasks/edit.html", template, code, **context)


def conflict(id: int, form: TitleForm, stale: Stale, *, gone: bool = False) -> Response:
    """409: the editor with a choice where others have changed the same; `gone` if it was deleted too."""
    form.take_over(stale)
    choice = conflict_of_task(db.session(), visitor(), stale)
    more = {"gone": True} if gone else {}
    return editor("tasks/_conflict.html", id, form, 409, conflict=choice, **more)


def saved(task: Task, saved: Saved, words: str = "Saved {}.") -> Toast:
    """The toast after a save, which says what others have changed since the form was made."""
    also = also_changed(db.session(), visitor(), saved.meanwhile)
    return undoable(words.format(shortened(task.title)) + also)


def undoable(text: str, otherwise: str = "") -> Toast:
    """A toast whose Undo takes back what the last commit recorded, or posts elsewhere if nothing changed."""
    entry = recorded(db.session())
    return Toast(text, url_for("undo.create", id=entry) if entry else otherwise)
