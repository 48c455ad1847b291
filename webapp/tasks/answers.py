"""How the page that stands is told of a change: rows, counts, empty state and toast in one answer."""

from collections.abc import Callable
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
from .models import Task
from .opened import opened
from .rows import START, TaskRow, counts, list_page, some_rows
from .saving import Saved
from .titles import shortened


def as_it_is(row: TaskRow) -> TaskRow:
    """As most pages list a row."""
    return row


class Listing(NamedTuple):
    """A page that lists tasks, as it has to be told of a change.

    `list_of` names the element among whose rows a task belongs, None if it does not belong on the page;
    `around` is a template of the regions that stand around the lists, `context` what it needs;
    `as_listed` gives a row the key by which it is sorted there and what else it is there.
    """

    list_of: Callable[[TaskRow], str | None]
    around: str
    context: Callable[[], dict[str, Any]]
    names_projects: bool = True
    as_listed: Callable[[TaskRow], TaskRow] = as_it_is


# Takes the arguments of a page's address; None where there is no such page for the person.
FindListing = Callable[..., Listing | None]
_listings: dict[str, FindListing] = {}


def lists_tasks(endpoint: str) -> Callable[[FindListing], FindListing]:
    """Declare how the page of an endpoint is told of changes, from the arguments of its address."""

    def declare(listing: FindListing) -> FindListing:
        _listings[endpoint] = listing
        return listing

    return declare


def listing_at(path: str) -> Listing | None:
    """The page at a local path, if it lists tasks."""
    endpoint, arguments = page_at(path) or ("", {})
    return _listings[endpoint](**arguments) if endpoint in _listings else None


@lists_tasks("tasks.index")
def all_tasks(status: str) -> Listing:
    def list_of(row: TaskRow) -> str | None:
        listed = row.parent_id is None and not row.is_later(visitor().today)
        belongs = status == "all" or row.is_completed == (status == "completed")
        return "task-list" if listed and belongs else None

    return Listing(list_of, "tasks/_around.html", lambda: {"status": status, "counts": counts(visitor())})


def list_status() -> str:
    """Which list of all tasks stands on the page from which the person acts: all, active or completed."""
    endpoint, arguments = page_at(came_from()) or ("", {})
    return str(arguments["status"]) if endpoint == "tasks.index" else "all"


def list_place() -> str:
    """The list or bin from which the person came, as a path; all tasks if they came from elsewhere."""
    endpoint, _ = page_at(came_from()) or ("", {})
    return came_from() if endpoint in {*_listings, "bin.index"} else url_for("tasks.index")


def list_context(status: str, after: tuple[float, int]) -> dict[str, Any]:
    """What the templates of all tasks need."""
    rows, cursor = list_page(visitor(), status, after)
    return {"rows": rows, "cursor": cursor, "status": status, "counts": counts(visitor())}


def row_changed(id: int, toast: Toast, back: str | None = None, *, moved: bool = False) -> Response:
    """One task was made, changed, deleted or restored; `moved` if it may stand in another list now."""
    return _told(listing_here(), id, toast, back, moved=moved)


def row_planned(before: TaskRow, toast: Toast, back: str | None) -> Response:
    """As `row_changed`, of a task whose dates may have changed: it stands where it belongs by now."""
    page = listing_here()
    was, placed = (
        _placed(page, rows) if page else [] for rows in ([before], some_rows(visitor(), [before.id]))
    )
    stood, stands = ([(row.order, list) for row, list in rows] for rows in (was, placed))
    gone = [] if placed and stood == stands else [before.id]
    return _answer(page, placed, gone, toast, back)


def listing_here() -> Listing | None:
    """The page on which the person acts, if it lists tasks."""
    return listing_at(came_from())


def row_added(id: int, say: Callable[[TaskRow | None, bool], Toast]) -> Response:
    """One task was made; `say` is told of its row, and whether the page shows it."""
    page, rows = listing_here(), some_rows(visitor(), [id])
    placed = _placed(page, rows) if page else []
    return _answer(page, placed, [], say(rows[0] if rows else None, bool(placed)))


def _told(page: Listing | None, id: int, toast: Toast, back: str | None, *, moved: bool) -> Response:
    placed = _placed(page, some_rows(visitor(), [id])) if page else []
    return _answer(page, placed, [id] if moved or not placed else [], toast, back)


def _placed(page: Listing, rows: list[TaskRow]) -> list[tuple[TaskRow, str]]:
    """The rows that belong on a page, each with the list in which it stands."""
    return [(page.as_listed(row), list) for row in rows if (list := page.list_of(row))]


def _answer(
    page: Listing | None,
    placed: list[tuple[TaskRow, str]],
    gone: list[int],
    toast: Toast,
    back: str | None = None,
) -> Response:
    if page is None:
        return tell_lists(done("activity/undone.swap.html", toast, back))
    drawn = {"placed": placed, "gone": gone, "names_projects": page.names_projects}
    return done("tasks/changed.swap.html", toast, back, around=page.around, **drawn, **page.context())


def new_task_refused(form: NewTaskForm) -> Response:
    """422: the form again, with the line in it and what is wrong beside it."""
    if form.place.data:
        return page_or_partial("tasks/new.html", "tasks/_new.html", 422, form=form)
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
    return _told(page, id, toast, back, moved=moved) if page else go(back or list_place(), toast)


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
