"""How the page that stands is told of a change: rows, counts, empty state and toast in one answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from flask import Response, abort, url_for

from ..accounts.signing_in import visitor
from ..activity.merging import Stale
from ..activity.recording import recorded
from ..errors import error_answer
from ..extensions import db
from ..web import Toast, came_from, done, go, page_at, page_or_partial, tell_lists, wants_partial
from .choosing import also_changed, conflict_of_task
from .chosen import MOST
from .finding import Binned, find_editable_row
from .forms import NewTaskForm, TaskForm, TitleForm
from .models import Task
from .opened import opened
from .placing import Spot
from .rows import PAGE, START, TaskRow, counts, first_rows, list_page, some_rows
from .saving import Saved
from .titles import shortened

# From the id of a list, the query of its page's address and how many rows at most; None if there is no such.
WholeList = Callable[[str, Mapping[str, list[str]], int], list[TaskRow] | None]


class Listing(NamedTuple):
    """A page that lists tasks, as it has to be told of a change.

    `list_of` names the element among whose rows a task belongs, None if it does not belong on the page;
    `around` is a template of the regions that stand around the lists, `context` what it needs. `whole` are
    the first `most` rows of one of its lists, by the id of the list and the query of the page's address.
    """

    list_of: Callable[[TaskRow], str | None]
    around: str
    context: Callable[[], dict[str, Any]]
    names_projects: bool = True
    whole: WholeList | None = None


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
        belongs = row.parent_id is None and (status == "all" or row.is_completed == (status == "completed"))
        return "task-list" if belongs else None

    def whole(_list: str, _query: Mapping[str, list[str]], most: int) -> list[TaskRow]:
        return first_rows(visitor(), status, most)

    return Listing(
        list_of,
        "tasks/_around.html",
        lambda: {"status": status, "counts": counts(visitor())},
        whole=whole,
    )


def whole_list(path: str, list_id: str) -> list[TaskRow]:
    """The rows of a list that the person may change, one more than can be chosen at once. 404 if none."""
    page = listing_at(path)
    query = parse_qs(urlsplit(path).query)
    rows = page.whole(list_id, query, MOST + 1) if page and page.whole else None
    return abort(404) if rows is None else [row for row in rows if row.can_edit]


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
    return _told(listing_at(came_from()), [id], toast, back, moved=moved)


def rows_changed(ids: Iterable[int], toast: Toast, *, moved: bool = False) -> Response:
    """As `row_changed`, of several tasks. Where they are very many, the lists fetch themselves anew."""
    page, changed, back = listing_at(came_from()), list(ids), list_place()
    return _told(page if len(changed) <= PAGE else None, changed, toast, back, moved=moved)


def _told(page: Listing | None, ids: Sequence[int], toast: Toast, back: str | None, **more: Any) -> Response:
    """`moved` if they may stand in other lists now; `touched` are rows that changed where they are."""
    if page is None:
        return tell_lists(done("activity/undone.swap.html", toast, back))
    placed = [(row, list) for row in some_rows(visitor(), ids) if (list := page.list_of(row))]
    gone = ids if more["moved"] else set(ids) - {row.id for row, _ in placed}
    context = {
        "placed": placed,
        "touched": more.get("touched", ()),
        "gone": gone,
        "around": page.around,
        "names_projects": page.names_projects,
    }
    return done("tasks/changed.swap.html", toast, back, **context, **page.context())


def moved(task: Task, before: Spot, toast: Toast, *, made_room: bool = False) -> Response:
    """A task was moved from a spot. A step that stays a step is told of to the editor in which it stands."""
    if before.parent_id and task.parent_id:
        return hanging_changed(toast)
    page = None if made_room else listing_at(came_from())
    parents = some_rows(visitor(), [id for id in (before.parent_id, task.parent_id) if id])
    touched = [row for row in parents if page and page.list_of(row)]
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
    page = listing_at(came_from())
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
    """Many tasks changed: the first page of the list anew."""
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
