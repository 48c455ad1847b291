"""The places where a task may stand: projects and their sections, as a form offers and sends them."""

from typing import NamedTuple

from sqlalchemy import and_, false, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..errors import Invalid
from ..projects.models import Project
from ..projects.sections import Section
from .placing import Spot


class NoPlace(Invalid):
    """A place where a task was to go does not exist for the person; said beside its field."""


class Place(NamedTuple):
    """A project, or a section of one. As text it is `project-7` or `section-5`."""

    project_id: int
    section_id: int | None
    name: str = ""

    @property
    def value(self) -> str:
        return f"section-{self.section_id}" if self.section_id else f"project-{self.project_id}"

    def end_of(self, workspace_id: int) -> Spot:
        """Its end, for a task of a workspace."""
        return Spot(workspace_id, self.project_id, self.section_id)


def places(session: Session, visitor: Visitor) -> list[Place]:
    """Where the person may put tasks: the Inbox first, each project followed by its sections."""
    here = and_(Section.workspace_id == Project.workspace_id, Section.project_id == Project.id)
    found = (
        select(Project.id, Project.name, Section.id, Section.name)
        .outerjoin(Section, and_(here, Section.deleted_at.is_(None)))
        .where(Project.may_be_filled_by(visitor))
        .order_by(Project.is_inbox.desc(), Project.position, Project.id, Section.position, Section.id)
    )
    offered: dict[int, list[Place]] = {}
    for project_id, name, section_id, section in session.execute(found):
        of_project = offered.setdefault(project_id, [Place(project_id, None, name)])
        if section_id:
            of_project.append(Place(project_id, section_id, f"{name} / {section}"))
    return [place for of_project in offered.values() for place in of_project]


def name_of_place(session: Session, visitor: Visitor, place: tuple[str, int] | None) -> str:
    """What a project, or a section of one, is called; nothing if the person does not see it."""
    kind, id = place or ("", 0)
    if kind not in {"project", "section"}:
        return ""
    named = select(Project.name, Section.name).where(Project.may_be_seen_by(visitor))
    if kind == "project":
        found = named.outerjoin(Section, false()).where(Project.id == id)
    else:
        here = (Section.workspace_id == Project.workspace_id) & (Section.project_id == Project.id)
        found = named.join(Section, here).where(Section.id == id, Section.deleted_at.is_(None))
    row = session.execute(found).first()
    return " / ".join(name for name in row if name) if row else ""
