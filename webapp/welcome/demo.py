"""A house to look at: a person with a filled list. Only for development."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

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
# Of some of them: in how many days they are due, and when.
DUE: dict[str, tuple[int, time | None]] = {
    "Renew the domain before it lapses": (-2, None),
    "Write the release notes for 2.4": (0, time(9, 30)),
    "Book the boiler service": (0, None),
    "Order onion sets and broad beans": (0, None),
    "Review Jonas’s draft of the pricing page": (0, time(14)),
    "Find a recipe for the quinces": (0, time(19)),
    "שלח את החשבונית לדנה": (1, time(11)),
    "Return the library books": (4, None),
}
CHAPTERS_A_DAY, FIRST_CHAPTER_IN = 2, 6
COMPLETED = ("Put the bins out", "Find the invoice of last year", "Call before noon")
MORE = 60


def fill(session: Session, person: User, *, now: datetime) -> None:
    """Give the person's Inbox open and completed tasks, and enough to page through."""
    inbox = session.scalars(Project.inbox_of(person.workspace_id)).one()
    today = now.astimezone(ZoneInfo(person.time_zone)).date()

    def add(title: str, days: int | None = None, at: time | None = None) -> Task:
        due_on = None if days is None else today + timedelta(days=days)
        words: dict[str, Any] = {"title": title, "due_on": due_on, "due_time": at}
        return Task.add_with(session, inbox, words, by=person, now=now)

    for title in OPEN:
        add(title, *DUE.get(title, ()))
    for ago, title in enumerate(COMPLETED):
        add(title).complete(by=person, now=now - timedelta(days=ago // 2))
    for chapter in range(MORE):
        days = FIRST_CHAPTER_IN + chapter // CHAPTERS_A_DAY
        add(f"Read chapter {chapter + 1} of the long book", days)
