"""The page of a project: its sections with their tasks."""

from typing import Any

from flask import Blueprint, Response, abort, request

from ...accounts.signing_in import visitor
from ...projects.forms import SectionForm
from ...tasks.forms import NewTaskForm
from ...tasks.rows import parse_cursor
from ...web import page_or_partial
from ..project_heads import ProjectHead
from ..project_page import (
    LATER_KEY,
    PROJECT_KEY,
    read_head,
    read_later,
    read_lists,
    read_more,
    read_relatives,
    read_sections,
)

bp = Blueprint("project", __name__, url_prefix="/projects")


@bp.get("/<int:id>")
def show(id: int) -> Response:
    head = read_head(visitor(), id) or abort(404)
    if "list" in request.args:
        return _more(head)
    sections = read_sections(visitor(), head)
    lists = read_lists(visitor(), head, sections, with_done=_with_done())
    relatives = read_relatives(visitor(), head)
    context = {"lists": lists, "relatives": relatives, "sections": sections, **_context(head)}
    return page_or_partial("agenda/project.html", "agenda/_project.html", **context)


def _more(head: ProjectHead) -> Response:
    """A later page of one list."""
    after = parse_cursor(request.args.get("after", "")) or abort(404)
    sections = {f"section-{section.id}": section for section in read_sections(visitor(), head)}
    key = request.args["list"]
    if key not in {PROJECT_KEY, LATER_KEY, *sections}:
        abort(404)
    if key == LATER_KEY:
        found = read_later(visitor(), head, after)
    else:
        found = read_more(visitor(), head, sections.get(key), after, with_done=_with_done())
    return page_or_partial(
        "agenda/project_list.html", "agenda/project_more.swap.html", list=found, **_context(head)
    )


def _context(head: ProjectHead) -> dict[str, Any]:
    return {"head": head, "with_done": _with_done(), "new_form": _new_form, "new_section": _new_section}


def _new_form(place: str) -> NewTaskForm:
    return NewTaskForm(formdata=None, data={"place": place})


def _new_section() -> SectionForm:
    return SectionForm(formdata=None)


def _with_done() -> bool:
    return request.args.get("done") == "1"
