"""Projects themselves; the page of one is in the room that lists tasks."""

from flask import Blueprint, Response, make_response, render_template, request, url_for
from sqlalchemy.orm import Session

from ...accounts.signing_in import visitor
from ...activity.merging import Stale
from ...clock import now
from ...extensions import db
from ...once import once
from ...trees import rearranging
from ...web import go
from .. import answers
from ..choices import parents_for
from ..choosing import TOP, conflict_of_project
from ..finding import find_own_project, find_project_to_edit, find_standing_project_to_edit
from ..forms import ProjectForm
from ..models import Project

bp = Blueprint("projects", __name__, url_prefix="/projects")


@bp.get("/new")
def new() -> Response:
    begun = Project.new(db.session(), visitor().workspace_id)
    form = ProjectForm(formdata=None, data={"hue": str(begun.hue), "parent": request.args.get("parent")})
    return _page(form, None)


@bp.post("")
def create() -> Response:
    form = ProjectForm()
    _offer(form, None)
    if form.validate():
        with form.saying():
            with rearranging([visitor().workspace_id]) as session:
                id = once(session, form, lambda: _add(session, form), user_id=visitor().id, now=now())
            said = answers.undoable(f"Added “{form.wanted['name']}”.", "This project was added already.")
            return go(url_for("project.show", id=id), said)
    return _page(form, None, 422)


@bp.get("/<int:id>/edit")
def edit(id: int) -> Response:
    project = find_own_project(id)
    fields = {"name": project.name, "emoji": project.emoji, "hue": str(project.hue)}
    place = {"parent": str(project.parent_id or TOP), "version": str(project.version)}
    return _page(ProjectForm(formdata=None, data={**fields, **place}), project)


@bp.route("/<int:id>", methods=["PUT", "POST"])
def update(id: int) -> Response:
    form = ProjectForm()
    _offer(form, find_own_project(id))
    if form.validate():
        try:
            with form.saying():
                with rearranging(visitor().workspaces) as session:
                    project = find_standing_project_to_edit(id)
                    meanwhile = project.edit(session, form.wanted, form.seen_version, by=visitor(), now=now())
                return go(url_for("project.show", id=id), answers.saved(project, meanwhile))
        except Stale as stale:
            return _conflict(form, find_own_project(id), stale)
    return _page(form, find_own_project(id), 422)


@bp.delete("/<int:id>")
@bp.post("/<int:id>/delete")
def destroy(id: int) -> Response:
    with rearranging(visitor().workspaces):
        project = find_project_to_edit(id)
        project.delete(by=visitor(), now=now())
    said = answers.undoable(f"Deleted “{project.name}”.", f"“{project.name}” was deleted already.")
    return go(answers.parent_page(project), said)


def _add(session: Session, form: ProjectForm) -> int:
    project = Project.new(session, visitor().workspace_id)
    project.describe(session, form.wanted)
    return project.add_to(session, by=visitor(), now=now()).id


def _conflict(form: ProjectForm, project: Project, stale: Stale) -> Response:
    """409: the form with a choice where somebody else has changed the same."""
    form.take_over(stale)
    choice = conflict_of_project(db.session(), visitor(), stale, form.parents)
    return _page(form, project, 409, conflict=choice)


def _offer(form: ProjectForm, project: Project | None) -> None:
    workspace_id = project.workspace_id if project else visitor().workspace_id
    form.offer(parents_for(db.session(), workspace_id, visitor(), project))


def _page(form: ProjectForm, project: Project | None, code: int = 200, **more: object) -> Response:
    _offer(form, project)
    template = "projects/edit.html" if project else "projects/new.html"
    return make_response(render_template(template, form=form, project=project, **more), code)
