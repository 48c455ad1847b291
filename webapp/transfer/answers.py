"""The pages on which a person brings tasks along and takes them away."""

from flask import Response, make_response, render_template, request

from ..accounts.signing_in import visitor
from ..extensions import db
from ..names import folded
from . import formats
from .adding import label_ids
from .column_names import CHOICES
from .decoding import Unreadable
from .finding import place_words, projects_for_tasks
from .forms import NEW, PlaceForm, SeveralForm, SourceForm, columns_of
from .lines import as_read, plan_of
from .models import Import
from .plan import Plan
from .previewing import ROWS, preview_of, rows_of

MOST_PAGES = 1_000


def bring(form: SourceForm, code: int = 200) -> Response:
    """The page on which files are chosen."""
    return make_response(render_template("transfer/new.html", form=form), code)


def preview(brought: Import, form: PlaceForm, refused: str = "", code: int = 200) -> Response:
    """What will be made, a page of it; `refused` is why it cannot be read as was chosen."""
    found = preview_of(brought, visitor())
    known = label_ids(db.session(), visitor().workspace_id)
    page, told = _page("page"), _page("told")
    rows = found.rows()
    return make_response(
        render_template(
            "transfer/show.html",
            brought=brought,
            preview=found,
            tasks=found.tasks,
            rows=rows[page * ROWS : (page + 1) * ROWS],
            pages=-(-len(rows) // ROWS),
            page=page,
            told=found.told[told * ROWS : (told + 1) * ROWS],
            told_pages=-(-len(found.told) // ROWS),
            told_page=told,
            new_labels=[name for name in found.labels if folded(name) not in known],
            columns=[columns_of(source) for source in brought.sources],
            fields=CHOICES,
            formats=formats.READABLE,
            places=projects_for_tasks(),
            new=NEW,
            form=form,
            refused=refused,
        ),
        code,
    )


def several(form: SeveralForm, code: int = 200) -> Response:
    """The page on which lines become tasks: as they were understood, to be changed before they are added."""
    text = form.text.data or ""
    found: Plan | None = None
    if not form.text.errors and text.strip():
        try:
            found = plan_of(text, visitor())
        except Unreadable as error:
            form.refuse(form.text, str(error))
            code = 422
    page = render_template(
        "transfer/several.html",
        form=form,
        text=as_read(text) if found and found.projects else text,
        rows=[row for project in (found.projects if found else []) for row in rows_of(project)][:ROWS],
        count=len(list(found.tasks())) if found else 0,
        told=found.remarks[:ROWS] if found else [],
        place=place_words(form),
    )
    return make_response(page, code)


def _page(name: str) -> int:
    return max(0, min(request.args.get(name, 1, type=int) - 1, MOST_PAGES))
