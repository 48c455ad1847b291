"""In which project a section stands, with the tasks in it."""

from flask import Blueprint, Response, make_response, render_template
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...clock import now
from ...errors import Invalid
from ...extensions import db
from ...projects import answers
from ...projects.choices import projects_to_fill
from ...projects.finding import find_editable_section, find_project_to_fill, find_section_to_edit
from ...projects.forms import SectionPlaceForm, choice_of
from ...projects.sections import Section
from ...trees import rearranging
from ...web import go
from ..sections import move_section

bp = Blueprint("section_place", __name__, url_prefix="/sections/<int:id>/place")


@bp.get("/edit")
def edit(id: int) -> Response:
    section = find_editable_section(id)
    form = SectionPlaceForm(formdata=None, data={"project": str(section.project_id)})
    return _page(section, _offered(form, section))


@bp.route("", methods=["PUT", "POST"])
def update(id: int) -> Response:
    section = find_editable_section(id)
    form = _offered(SectionPlaceForm(), section)
    if not form.validate():
        return _page(section, form, 422)
    try:
        with rearranging(visitor().workspaces) as session:
            name = _move(session, id, int(form.project.data))
    except Invalid as error:
        form.refuse(form.project, str(error))
        return _page(find_editable_section(id), form, 422)
    said = answers.undoable(f"Moved “{name}” with its tasks.", f"“{name}” stands there already.")
    return go(answers.page_of(int(form.project.data), f"section-{id}"), said)


def _move(session: Session, id: int, project_id: int) -> str:
    section, project = find_section_to_edit(id), find_project_to_fill(project_id)
    move_section(session, section, project, by=visitor(), now=now())
    return section.name


def _offered(form: SectionPlaceForm, section: Section) -> SectionPlaceForm:
    projects = projects_to_fill(db.session(), section.workspace_id, visitor())
    form.project.choices = [choice_of(project) for project in projects]
    return form


def _page(section: Section, form: SectionPlaceForm, code: int = 200) -> Response:
    return make_response(render_template("tasks/section_place.html", section=section, form=form), code)
