"""A house to look at: a person with projects, labels and filled lists. Only for development."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from ..accounts.models import User
from ..projects.models import Project
from ..projects.sections import Section
from ..tasks.labels import Label, TaskLabel
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
PROJECTS = {"Website relaunch": 17, "Allotment": 11, "Household": 2, "Reading": 22}
SECTIONS = {"Website relaunch": ("In progress", "Next")}
LABELS = {"errand": 5, "deep-work": 19, "waiting": None}


class Known(NamedTuple):
    """What is known of one of the tasks: where it belongs, in how many days it is due, and so on."""

    place: str = ""
    days: int | None = None
    at: time | None = None
    priority: int = 4
    labels: Sequence[str] = ()
    notes: str = ""
    steps: Sequence[str] = ()
    done: int = 0


NOTHING = Known()
KNOWN = {
    "Renew the domain before it lapses": Known("Website relaunch", -2, priority=1),
    "Write the release notes for 2.4": Known(
        "In progress", 0, time(9, 30), labels=["deep-work"], steps=["Collect", "Sort", "Write"], done=2
    ),
    "Book the boiler service": Known(
        "Household",
        0,
        priority=2,
        notes="Ask for the **morning slot**; last year’s number is on the invoice.",
        steps=["Find the invoice", "Call before noon"],
        done=1,
    ),
    "Order onion sets and broad beans": Known("Allotment", 0, labels=["errand"]),
    "Review Jonas’s draft of the pricing page": Known("Next", 0, time(14), priority=3, labels=["waiting"]),
    "Find a recipe for the quinces": Known("Household", 0, time(19)),
    "שלח את החשבונית לדנה": Known(days=1, at=time(11)),
    "Return the library books": Known("Reading", 4, labels=["errand"]),
}
CHAPTERS_A_DAY, FIRST_CHAPTER_IN = 2, 6
MORE = 60


def fill(session: Session, person: User, *, now: datetime) -> None:
    """Give a person projects, labels, open and completed tasks, and enough to page through."""
    house = House(session, person, now)
    house.build()
    for title in OPEN:
        house.add(title, KNOWN.get(title, NOTHING))
    for ago, title in enumerate(COMPLETED):
        house.add(title, NOTHING).complete(by=person, now=now - timedelta(days=ago // 2))
    for chapter in range(MORE):
        days = FIRST_CHAPTER_IN + chapter // CHAPTERS_A_DAY
        house.add(f"Read chapter {chapter + 1} of the long book", Known("Reading", days))


class House:
    """What a person has: their places and labels by their names."""

    def __init__(self, session: Session, person: User, now: datetime) -> None:
        self.session, self.person, self.now = session, person, now
        self.places: dict[str, Project | Section] = {}
        self.labels: dict[str, Label] = {}

    def build(self) -> None:
        home, by = self.person.workspace_id, self.person
        self.places[""] = self.session.scalars(Project.inbox_of(home)).one()
        for name, hue in PROJECTS.items():
            project = Project.new(self.session, home)
            project.rename(name)
            project.hue = hue
            self.places[name] = project.add_to(self.session, by=by, now=self.now)
            for section in SECTIONS.get(name, ()):
                self.places[section] = Section.add(self.session, project, section, by=by, now=self.now)
        for name, hue_or_none in LABELS.items():
            label = Label.add(self.session, home, name, by=by, now=self.now)
            label.change(self.session, {"hue": hue_or_none}, label.version, by=by, now=self.now)
            self.labels[name] = label

    def add(self, title: str, known: Known) -> Task:
        """A task with its labels and steps."""
        by, now = self.person, self.now
        words = {
            "title": title,
            "notes": known.notes,
            "priority": known.priority,
            "due_on": None if known.days is None else self.today + timedelta(days=known.days),
            "due_time": known.at,
        }
        task = Task.add_with(self.session, self.places[known.place], words, by=by, now=now)
        for name in known.labels:
            TaskLabel.add(self.session, task, self.labels[name], by=by, now=now)
        steps = [task.add_step(self.session, step, by=by, now=now) for step in known.steps]
        for step in steps[: known.done]:
            step.complete(by=by, now=now)
        return task

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.person.time_zone)).date()
