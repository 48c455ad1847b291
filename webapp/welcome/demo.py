"""A house to look at: a person with a filled list. Only for development."""

from datetime import datetime

from sqlalchemy.orm import Session

from ..accounts.models import User
from ..projects.models import Project
from ..tasks.models import Task

EMAIL = "mira@example.org"
PASSWORD = "three blue bicycles"  # noqa: S105  (it is printed for everybody to use)
OPEN = (
    "Renew the domain before it lapses",
    "Write the release notes for 2.4",
    "Book the boiler service",
    "Order onion sets and broad beans",
    "Review Jonas’s draft of the pricing page",
    "Find a recipe for the quinces",
    "שלח את החשבונית לדנה",
    "Ask the co-op for a case study, with a photograph of the shop, two or three sentences about what "
    "they did before, and their permission to name them on the front page",
    "Return the library books",
)
COMPLETED = ("Put the bins out", "Find the invoice of last year", "Call before noon")
MORE = 60


def fill(session: Session, person: User, *, now: datetime) -> None:
    """Give the person's Inbox open and completed tasks, and enough to page through."""
    inbox = session.scalars(Project.inbox_of(person.workspace_id)).one()
    for title in (*OPEN, *COMPLETED):
        task = Task.add(session, inbox, title, by=person, now=now)
        if title in COMPLETED:
            task.complete(by=person, now=now)
    for chapter in range(1, MORE + 1):
        Task.add(session, inbox, f"Read chapter {chapter} of the long book", by=person, now=now)
