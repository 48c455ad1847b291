"""The names that a line of quick add may mention, and what they stand for: those of the person who types."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..projects.models import Project
from ..projects.sections import Section
from .labels import Label
from .quick_add import Names

MOST = 1_000  # of each are known by name; whoever has more finds them on the page of the task
ALL = "#/@"
MENTION = re.compile(r"(?:^|\s)([#/@%])\S")


class KnownProject(NamedTuple):
    """A project that the person may fill."""

    id: int
    workspace_id: int
    name: str
    hue: int
    emoji: str
    is_inbox: bool


class KnownSection(NamedTuple):
    """A section of a project that the person may fill."""

    id: int
    project_id: int
    name: str


class KnownLabel(NamedTuple):
    """A label of a workspace to which the person belongs."""

    id: int
    workspace_id: int
    name: str
    hue: int | None


class Known(NamedTuple):
    """Projects, their own first, sections and labels. Of two with the same name the first counts."""

    projects: list[KnownProject]
    sections: list[KnownSection]
    labels: list[KnownLabel]

    def names(self, workspace_id: int) -> Names:
        """What can be said of a task in a workspace: any project, but only labels that live there."""
        projects = tuple(project.name for project in self.projects)
        labels = tuple(label.name for label in self.labels if label.workspace_id == workspace_id)
        return Names(projects, self._sections(), labels)

    def project(self, name: str | None) -> KnownProject | None:
        return next((project for project in self.projects if project.name == name), None)

    def section(self, project: KnownProject | None, name: str | None) -> KnownSection | None:
        beside = (section for section in self.sections if project and section.project_id == project.id)
        return next((section for section in beside if section.name == name), None)

    def label_ids(self, workspace_id: int, names: Iterable[str]) -> frozenset[int]:
        here = (label for label in self.labels if label.workspace_id == workspace_id)
        ids = {label.name: label.id for label in reversed(list(here))}
        return frozenset(ids[name] for name in names if name in ids)

    def sections_of(self, project: KnownProject) -> list[KnownSection]:
        return [section for section in self.sections if section.project_id == project.id]

    def _sections(self) -> Mapping[str, tuple[str, ...]]:
        of_project: dict[int, list[str]] = {}
        for section in self.sections:
            of_project.setdefault(section.project_id, []).append(section.name)
        return {
            project.name: tuple(of_project[project.id])
            for project in reversed(self.projects)
            if project.id in of_project
        }


def known_in(session: Session, visitor: Visitor, line: str) -> Known:
    """What a line may mention: one query for each kind of sign in it, none for a line without any."""
    return known(session, visitor, "".join(MENTION.findall(line)))


def known(session: Session, visitor: Visitor, signs: str = ALL) -> Known:
    """All that these signs may stand for. A section is known with its project."""
    mentions_project = "#" in signs
    return Known(
        _projects(session, visitor) if mentions_project else [],
        _sections(session, visitor) if mentions_project and "/" in signs else [],
        _labels(session, visitor) if "@" in signs or "%" in signs else [],
    )


def _projects(session: Session, visitor: Visitor) -> list[KnownProject]:
    others = case((Project.workspace_id == visitor.workspace_id, 0), else_=1)
    found = (
        select(Project.id, Project.workspace_id, Project.name, Project.hue, Project.emoji, Project.is_inbox)
        .where(Project.may_be_filled_by(visitor))
        .order_by(others, Project.position, Project.id)
    )
    return [KnownProject._make(row) for row in session.execute(found.limit(MOST))]


def _sections(session: Session, visitor: Visitor) -> list[KnownSection]:
    project = (Project.workspace_id == Section.workspace_id) & (Project.id == Section.project_id)
    found = (
        select(Section.id, Section.project_id, Section.name)
        .join(Project, project)
        .where(Section.workspace_id.in_(visitor.workspaces), Section.deleted_at.is_(None))
        .where(Project.may_be_filled_by(visitor))
        .order_by(Section.project_id, Section.position, Section.id)
    )
    return [KnownSection._make(row) for row in session.execute(found.limit(MOST))]


def _labels(session: Session, visitor: Visitor) -> list[KnownLabel]:
    found = (
        select(Label.id, Label.workspace_id, Label.name, Label.hue)
        .where(Label.workspace_id.in_(visitor.workspaces), Label.deleted_at.is_(None))
        .order_by(Label.folded_name, Label.id)
    )
    return [KnownLabel._make(row) for row in session.execute(found.limit(MOST))]
