"""Finding projects and sections through the person who asks: what is not theirs does not exist for them."""

from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, Select, and_, exists, select

from ..accounts.signing_in import visitor
from ..errors import Invalid, error_answer
from ..extensions import db
from .models import Project
from .sections import Section


def find_project(id: int) -> Project:
    """A project to look at, archived or not. 404 unless the person is a member of it."""
    seen = select(Project).where(Project.id == id, Project.may_be_seen_by(visitor()))
    return db.session.scalar(seen) or abort(404)


def find_own_project(id: int) -> Project:
    """A project to show in its form. 404 unless the person is a member, 403 unless it is theirs and stands.

    What is archived stands still until it is brought back.
    """
    project = db.session.scalar(_own(id)) or _refuse(find_project(id))
    return _refuse(project) if project.is_archived else project


def find_project_to_edit(id: int) -> Project:
    """A project to archive, bring back or delete, locked until the transaction ends.

    404 unless the person is a member of it, 403 unless it is theirs.
    """
    lock = _own(id).with_for_update(of=Project, key_share=True)
    return db.session.scalar(lock) or _refuse(find_project(id))


def find_standing_project_to_edit(id: int) -> Project:
    """As `find_project_to_edit`, and 403 if it is archived."""
    project = find_project_to_edit(id)
    return _refuse(project) if project.is_archived else project


def find_project_to_fill(id: int) -> Project:
    """A project to put something into. 404 unless the person is a member, 403 if they may only look."""
    mine = select(Project).where(Project.id == id, Project.may_be_filled_by(visitor()))
    return db.session.scalar(mine) or _refuse(find_project(id))


def find_section(id: int) -> Section:
    """A section to look at. 404 unless the person is a member of its project."""
    conditions = (_in_project(Project.may_be_seen_by(visitor())), Section.deleted_at.is_(None))
    return db.session.scalar(select(Section).where(Section.id == id, *conditions)) or abort(404)


def find_editable_section(id: int) -> Section:
    """A section to show in its form.

    404 unless the person is a member of its project, 403 if they may only look or it is archived.
    """
    return db.session.scalar(_editable(id)) or _refuse(find_project(find_section(id).project_id))


def find_section_to_edit(id: int) -> Section:
    """As `find_editable_section`, to change it: locked until the transaction ends."""
    lock = _editable(id).with_for_update(of=Section, key_share=True)
    return db.session.scalar(lock) or _refuse(find_project(find_section(id).project_id))


def find_place_to_fill(kind: str, id: int) -> Project | Section:
    """A project or section for a new task. 404 for a stranger, 403 for somebody who may only look.

    Raises Invalid if it was deleted or archived meanwhile.
    """
    if kind == "project":
        project = db.session.scalar(_member(id)) or abort(404)
        _check_standing(project, project.name, project.is_deleted)
        return find_project_to_fill(id)
    conditions = (Section.id == id, _in_project(Project.has_member(visitor())))
    section = db.session.scalar(select(Section).where(*conditions)) or abort(404)
    project = section.project
    _check_standing(project, section.name, section.is_deleted or project.is_deleted)
    return find_section_to_edit(id)


def find_section_of(project: Project, id: int) -> Section:
    """A section of a project that the person may fill. 404 for those of other projects."""
    section = find_section_to_edit(id)
    return section if section.project_id == project.id else abort(404)


def _own(id: int) -> Select[Project]:
    own = (Project.may_be_changed_by(visitor()), Project.deleted_at.is_(None))
    return select(Project).where(Project.id == id, *own)


def _editable(id: int) -> Select[Section]:
    own = (Section.may_be_changed_by(visitor()), Section.deleted_at.is_(None))
    return select(Section).where(Section.id == id, *own)


def _member(id: int) -> Select[Project]:
    return select(Project).where(Project.id == id, Project.has_member(visitor()))


def _in_project(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """The condition on sections that their project fits a condition."""
    own = (Project.workspace_id == Section.workspace_id, Project.id == Section.project_id)
    return and_(Section.workspace_id.in_(visitor().workspaces), exists().where(*own, condition))


def _check_standing(project: Project, name: str, is_deleted: bool) -> None:
    if is_deleted:
        raise Invalid(f"“{name}” was deleted meanwhile. Copy your text, then reload the page.")
    if project.is_archived:
        raise Invalid(f"“{project.name}” was archived meanwhile. Bring it back to add to it.")


def _refuse(project: Project) -> Any:
    """403 for a member, with the way out if there is one."""
    if project.is_archived:
        abort(error_answer(403, f"“{project.name}” is archived. Bring it back to change what is in it."))
    abort(403)
