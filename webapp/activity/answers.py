"""How the page is told of an undo: a toast, and a word to its lists, which fetch themselves anew."""

from collections.abc import Sequence
from typing import Any

from flask import Response, request, url_for
from flask_login import current_user

from ..clock import now
from ..extensions import db
from ..trees import rearranging
from ..web import LARGEST_ID, Toast, done, page_or_partial, tell_lists, with_query
from .finding import find_entry
from .histories import KINDS, Chosen, Subject, history_of
from .history import by_day, one_item
from .models import Activity
from .telling import Item
from .undoing import CannotUndo, redo, undo


def take_back(entry: Activity, *, with_later: bool) -> Response:
    """Undo a batch, with those that build on it if the person wants that too. 409 if it cannot be."""
    workspace_id, batches = entry.workspace_id, {entry.batch}
    while True:
        try:
            with rearranging([workspace_id]) as session:
                undo(session, workspace_id, batches, by=current_user, now=now())
            return _said(entry.id, "Undid")
        except CannotUndo as error:
            if not with_later or batches.issuperset(error.later):
                return _refused(entry.id, "undone", error)
            batches.update(error.later)


def do_again(entry: Activity) -> Response:
    """Redo a batch that was undone. 409 if it cannot be."""
    workspace_id, batch = entry.workspace_id, entry.batch
    try:
        with rearranging([workspace_id]) as session:
            redo(session, workspace_id, batch, by=current_user, now=now())
    except CannotUndo as error:
        return _refused(entry.id, "redone", error)
    return _said(entry.id, "Redid")


def history_page_of(subject: Subject, people: Sequence[tuple[int, str]], **context: Any) -> Response:
    """What everybody did to something; the address chooses `by` whom, of what `kind`, `before` what batch."""
    chosen = Chosen(asked("by", 0), request.args.get("kind", ""))
    before = asked("before", LARGEST_ID)
    found, next_batch = history_of(db.session(), subject, current_user, chosen, before)
    context |= {
        "days": by_day(found, current_user.time_zone),
        "here": _chosen_at(chosen, before if before < LARGEST_ID else None),
        "earlier": next_batch and _chosen_at(chosen, next_batch),
        "filters": {"chosen": chosen, "people": people, "kinds": KINDS, "action": request.path},
    }
    return page_or_partial("activity/of_one.html", "activity/_days.html", **context)


def asked(name: str, otherwise: int) -> int:
    """A number in the query of the address, as far as an id can hold it."""
    return max(0, min(request.args.get(name, otherwise, type=int), LARGEST_ID))


def _chosen_at(chosen: Chosen, before: int | None) -> str:
    """The address of a page of the same history."""
    query = {"by": chosen.by, "kind": chosen.kind, "before": before}
    return with_query(request.path, **{name: str(value) for name, value in query.items() if value})


def nothing_to(verb: str) -> Response:
    """There is no change to take back or to do again."""
    return _changed(Toast(f"There is nothing to {verb}."))


def _said(id: int, done_to: str) -> Response:
    item = _item(id)
    redoing = url_for("undo.destroy" if item.is_undone else "undo.create", id=id, _method="POST")
    label = "Redo" if item.is_undone else "Undo"
    whose = f", a change by {item.by}" if item.by else ""
    return _changed(Toast(f"{done_to} {item.doing} {item.what}{whose}.", redoing, label))


def _changed(toast: Toast) -> Response:
    return tell_lists(done("activity/undone.swap.html", toast))


def _refused(id: int, reverted: str, error: CannotUndo) -> Response:
    item, both = _item(id), url_for("undo.create", id=id, with_later=1) if error.later else ""
    text = f"{item.doing.capitalize()} {item.what} cannot be {reverted}: {error.reason}"
    toast = Toast(text, both, "Undo both" if len(error.later) == 1 else "Undo all")
    return page_or_partial("activity/refused.html", "activity/_refused.html", 409, toast=toast)


def _item(id: int) -> Item:
    return one_item(db.session(), find_entry(id), current_user)
