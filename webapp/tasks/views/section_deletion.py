"""Deleting a section, with or without its tasks: asked on a page of its own."""

from flask import Blueprint, Response, make_response, render_template

from ...accounts.signing_in import visitor
from ...clock import now
from ...extensions import db
from ...formatting import counted
from ...projects import answers
from ...projects.finding import find_editable_section, find_section_to_edit
from ...projects.forms import KEEP, SectionDeletionForm
from ...projects.sections import Section
from ...trees import rearranging
from ...web import Toast
from ..sections import delete_keeping_tasks, delete_with_tasks, tasks_within

bp = Blueprint("section_deletion", __name__, url_prefix="/sections/<int:id>/deletion")


@bp.get("/new")
def new(id: int) -> Response:
    return _ask(find_editable_section(id), SectionDeletionForm(formdata=None))


@bp.post("")
def create(id: int) -> Response:
    form = SectionDeletionForm()
    if not form.validate():
        return _ask(find_editable_section(id), form, 422)
    verb = delete_keeping_tasks if form.tasks.data == KEEP else delete_with_tasks
    with rearranging(visitor().workspaces) as session:
        section = find_section_to_edit(id)
        count = verb(session, section, by=visitor(), now=now())
    said = _said(section, count, kept=form.tasks.data == KEEP)
    return answers.changed(said, answers.page_of(section.project_id))


def _ask(section: Section, form: SectionDeletionForm, code: int = 200) -> Response:
    count = tasks_within(db.session(), section)
    return make_response(
        render_template("tasks/section_delete.html", section=section, form=form, count=count), code
    )


def _said(section: Section, count: int, *, kept: bool) -> Toast:
    tasks = counted(count, "task")
    with_tasks = f" {tasks} kept." if kept and count else f" {tasks} deleted with it." if count else ""
    return answers.undoable(
        f"Deleted “{section.name}”.{with_tasks}", f"“{section.name}” was deleted already."
    )
