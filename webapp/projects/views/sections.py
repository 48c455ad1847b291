"""Sections: adding them to a project, and what they are called."""

from flask import Blueprint, Response, make_response, request
from jinja_partials import render_partial
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...extensions import db
from ...once import once
from ...trees import rearranging
from ...web import go, page_or_partial, wants_partial
from .. import answers
from ..choosing import conflict_of_section
from ..finding import (
    find_editable_section,
    find_project_to_fill,
    find_section,
    find_section_of,
    find_section_to_edit,
)
from ..forms import SectionForm
from ..models import Project
from ..sections import Section

bp = Blueprint("sections", __name__)


@bp.get("/projects/<int:id>/sections/new")
def new(id: int) -> Response:
    form = SectionForm(formdata=None, data={"before": request.args.get("before", "")})
    return _new(find_project_to_fill(id), form)


@bp.post("/projects/<int:id>/sections")
def create(id: int) -> Response:
    form = SectionForm()
    if not form.validate():
        return _new(find_project_to_fill(id), form, 422)
    with form.saying():
        with rearranging(visitor().workspaces) as session:
            project = find_project_to_fill(id)
            made = once(session, form, lambda: _add(session, project, form), user_id=visitor().id, now=now())
        said = answers.undoable("Added the section.", "This section was added already.")
        before = find_section(form.before_id) if form.before_id else None
        fresh = {"project": project, "before": before, "form": SectionForm(formdata=None)}
        back = answers.page_of(id, f"section-{made}")
        return answers.changed(said, back, "projects/section_added.swap.html", **fresh)
    return _new(find_project_to_fill(id), form, 422)


@bp.get("/sections/<int:id>")
def show(id: int) -> Response:
    """Its name, as it stands on the page of its project, to which anybody else is sent."""
    section = find_editable_section(id)
    if not wants_partial():
        return go(answers.page_of(section.project_id, f"section-{id}"))
    name = render_partial("projects/_section_name.html", section=section, can_edit=True, focus=True)
    return make_response(str(name))


@bp.get("/sections/<int:id>/edit")
def edit(id: int) -> Response:
    section = find_editable_section(id)
    return _edit(section, SectionForm(formdata=None, data={"name": section.name, "version": section.version}))


@bp.route("/sections/<int:id>", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = SectionForm()
    if not form.validate():
        return _edit(find_editable_section(id), form, 422)
    try:
        with form.saying():
            with rearranging(visitor().workspaces) as session:
                section = find_section_to_edit(id)
                meanwhile = section.rename(
                    session, form.name.data, form.seen_version, by=visitor(), now=now()
                )
            said = answers.renamed(section, meanwhile)
            back = answers.page_of(section.project_id, f"section-{id}")
            return answers.changed(said, back, "projects/section_renamed.swap.html", section=section)
    except Stale as stale:
        form.version.data = str(stale.version)
        choice = conflict_of_section(db.session(), visitor(), stale)
        return _edit(find_editable_section(id), form, 409, conflict=choice)
    return _edit(find_editable_section(id), form, 422)


def _add(session: Session, project: Project, form: SectionForm) -> int:
    if not form.before_id:
        return Section.add(session, project, form.name.data, by=visitor(), now=now()).id
    other = find_section_of(project, form.before_id)
    return Section.add_before(session, other, form.name.data, by=visitor(), now=now()).id


def _new(project: Project, form: SectionForm, code: int = 200) -> Response:
    page = "projects/section_new.html"
    here = {"project": project, "form": form, "inline": answers.is_inline()}
    return page_or_partial(page, "projects/_section_new.html", code, **here)


def _edit(section: Section, form: SectionForm, code: int = 200, **more: object) -> Response:
    page = "projects/section_edit.html"
    here = {"back": answers.page_of(section.project_id), "inline": answers.is_inline(), **more}
    return page_or_partial(page, "projects/_section_edit.html", code, section=section, form=form, **here)
