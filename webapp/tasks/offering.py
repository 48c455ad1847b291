"""Making what a line mentions and nothing is called yet: a project, a section or a label."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..projects.models import Project
from ..projects.sections import Section
from .labels import Label
from .quick_add import Kind, Offer
from .understanding import Understood


def make_offered(session: Session, offer: Offer, line: Understood, *, by: Visitor, now: datetime) -> None:
    """Make what has this name: a section in the project of the line, all else in one's own workspace.

    Raises Invalid for a name that cannot be or is taken; the transaction is `rearranging`.
    """
    if offer.kind is Kind.LABEL:
        Label.add(session, by.workspace_id, offer.name, by=by, now=now)
    elif offer.kind is Kind.PROJECT:
        project = Project.new(session, by.workspace_id)
        project.rename(offer.name)
        project.add_to(session, by=by, now=now)
    elif line.project:
        here = (Project.workspace_id.in_(by.workspaces), Project.id == line.project.id)
        project = session.scalars(select(Project).where(*here, Project.may_be_filled_by(by))).one()
        Section.add(session, project, offer.name, by=by, now=now)
