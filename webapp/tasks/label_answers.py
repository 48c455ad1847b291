"""How the page that stands is told of a change of labels, and the page of one label of a change of tasks."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Response, url_for

from ..accounts.signing_in import visitor
from ..activity.merging import Stale
from ..extensions import db
from ..projects.hues import HUE_NAMES
from ..web import Toast, came_from, done, go, page_at, page_or_partial
from .choosing import conflict_of_label
from .label_forms import LabelForm, NewLabelForm
from .label_rows import LabelRow, all_labels, first_with_label, label_counts, label_page
from .listings import Listing, lists_tasks
from .rows import START, TaskRow


@lists_tasks("label.show")
def tasks_of_label(id: int) -> Listing:
    completed = "done" in parse_qs(urlsplit(came_from()).query)

    def list_of(row: TaskRow) -> str | None:
        bears = str(id) in (row.label_ids or "").split(",")
        belongs = row.is_completed == completed and not row.is_later(visitor().today)
        return "task-list" if bears and belongs else None

    def context() -> dict[str, Any]:
        return {"label_id": id, "completed": completed, "counts": label_counts(visitor(), id)}

    def whole(_list: str, query: Mapping[str, Sequence[str]], most: int) -> list[TaskRow]:
        return first_with_label(visitor(), id, most, completed="done" in query)

    return Listing(list_of, "tasks/_label_around.html", context, whole=whole)


def label_context(label: LabelRow, *, completed: bool, after: tuple[float, int] = START) -> dict[str, Any]:
    """What the page of a label needs."""
    rows, cursor = label_page(visitor(), label.id, completed=completed, after=after)
    counts = label_counts(visitor(), label.id)
    return {
        "label": label,
        "label_id": label.id,
        "completed": completed,
        "rows": rows,
        "cursor": cursor,
        "counts": counts,
    }


def labels_page(form: NewLabelForm, row: LabelRow | None) -> Response:
    """All labels; for htmx the list of them anew, or only this row of it."""
    partial = "tasks/_label.html" if row else "tasks/labels.swap.html"
    return page_or_partial("tasks/labels.html", partial, form=form, labels=all_labels(visitor()), label=row)


def labels_refused(form: NewLabelForm) -> Response:
    """A label could not be made: the form with its error, and the page around it."""
    labels = all_labels(visitor())
    return page_or_partial("tasks/labels.html", "tasks/_new_label.html", 422, form=form, labels=labels)


def labels_changed(toast: Toast, **changed: Any) -> Response:
    """A label was made, changed or deleted: the list anew; elsewhere, back to it.

    `row` is one that takes the place of its editor, `gone` the id of one that is no longer there,
    `form` the one for the next label.
    """
    endpoint, _ = page_at(came_from()) or ("", {})
    if endpoint != "labels.index":
        return go(url_for("labels.index"), toast)
    return done("tasks/labels_changed.swap.html", toast, labels=all_labels(visitor()), **changed)


def label_editor(label: LabelRow, form: LabelForm | None = None, code: int = 200, **more: Any) -> Response:
    """The form that stands in the place of a label, and the page around it."""
    others = [other for other in all_labels(visitor()) if other.id != label.id]
    context = {"label": label, "form": form or form_of(label), "others": others, "names": HUE_NAMES, **more}
    return page_or_partial("tasks/label_edit.html", "tasks/_label_editor.html", code, **context)


def label_conflict(label: LabelRow, form: LabelForm, stale: Stale) -> Response:
    """409: the form with a choice where somebody else has changed the same."""
    form.rebase(stale.version, stale.untouched)
    return label_editor(label, form, 409, conflict=conflict_of_label(db.session(), visitor(), stale))


def form_of(label: LabelRow) -> LabelForm:
    """The form that changes a label as it stands."""
    hue = "" if label.hue is None else str(label.hue)
    return LabelForm(formdata=None, data={"name": label.name, "hue": hue, "version": label.version})
