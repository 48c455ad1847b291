"""What a line of quick add means to the person who types it, where they type it."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..projects.models import Project
from ..projects.sections import Section
from .editing import NO_PRIORITY
from .habits import settings_of
from .known import MENTION, KnownProject, KnownSection, known_in
from .quick_add import Kind, Names, Offer, ParsedLine, Span, parse

FormPlace = tuple[str, int] | None
# Nobody can be assigned yet: what names a person stays text.
OFFERED = (Kind.PROJECT, Kind.SECTION, Kind.LABEL)


class Understood(NamedTuple):
    """A line: its parse, and the project, section and labels that it names.

    `is_at_home` is whether its task lives in the person's own workspace; `list_day` is the day of the list
    in which it is typed, which counts where the line says none.
    """

    parsed: ParsedLine
    is_at_home: bool = True
    project: KnownProject | None = None
    section: KnownSection | None = None
    label_ids: frozenset[int] = frozenset()
    list_day: date | None = None

    @property
    def line(self) -> str:
        return self.parsed.raw

    @property
    def title(self) -> str:
        """What is left for the title; where nothing is taken away, every space of the line too."""
        return self.line if " ".join(self.line.split()) == self.parsed.title else self.parsed.title

    @property
    def says_more(self) -> bool:
        """Whether it was understood as anything but its own title."""
        return bool(self.taken) or self.title != self.line

    @property
    def taken(self) -> tuple[Span, ...]:
        """What has left the title. A recurrence stays in it until there are tasks that repeat."""
        return tuple(span for span in self.parsed.spans if span.kind is not Kind.RECURRENCE)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Names that nothing has yet, each once: projects and labels are made in one's own workspace."""
        kinds = OFFERED if self.is_at_home else (Kind.SECTION,)
        named = {(offer.kind, offer.name.casefold()): offer for offer in reversed(self.parsed.offers)}
        return tuple(offer for offer in reversed(named.values()) if offer.kind in kinds)

    def labelled(self, id: int) -> "Understood":
        """With a label besides: that of the page on which it was typed."""
        return self._replace(label_ids=self.label_ids | {id})

    def planned(self, day: date | None) -> "Understood":
        """For the day of the list in which it was typed, unless it says one itself or starts later."""
        starts = self.parsed.start_on
        return self if day and starts and starts > day else self._replace(list_day=day)

    @property
    def place(self) -> FormPlace:
        """Where it says that the task goes, as a form says it."""
        if self.section:
            return "section", self.section.id
        return ("project", self.project.id) if self.project else None

    @property
    def words(self) -> dict[str, Any]:
        """What the task is to say, by column; `typed` only if the title does not say it all."""
        parsed, due = self.parsed, self.parsed.due
        return {
            "title": self.title,
            "typed": self.line if self.title != self.line else None,
            "priority": parsed.priority or NO_PRIORITY,
            "due_on": due.day or self.list_day,
            "due_time": due.at and due.at.replace(second=0, microsecond=0),
            "due_minutes": parsed.duration and parsed.duration // timedelta(minutes=1),
            "deadline_on": parsed.deadline_on,
            "start_on": parsed.start_on,
        }


def understand(session: Session, visitor: Visitor, line: str, place: FormPlace, now: datetime) -> Understood:
    """Read a line that is typed into a form for a place: at most one query for each kind of name."""
    known, home = known_in(session, visitor, line), visitor.workspace_id
    if MENTION.search(line):
        home = workspace_of(session, visitor, place)
    parsed = _parsed(visitor, line, place, now, known.names(home))
    project = known.project(parsed.project)
    if project and project.workspace_id != home:
        home = project.workspace_id
        parsed = _parsed(visitor, line, place, now, known.names(home))
    section = known.section(project, parsed.section)
    labels = known.label_ids(home, parsed.labels)
    return Understood(parsed, home == visitor.workspace_id, project, section, labels)


def literally(line: str) -> Understood:
    """The line as its own title, whatever it might mean."""
    return Understood(ParsedLine(line, line))


def _parsed(visitor: Visitor, line: str, place: FormPlace, now: datetime, names: Names) -> ParsedLine:
    """Whoever adds to a section has chosen it: it wins over the text (rule 7)."""
    chosen = (Kind.PROJECT, Kind.SECTION) if place and place[0] == "section" else ()
    return parse(line, now, visitor.time_zone, settings_of(visitor), names, chosen=chosen)


def workspace_of(session: Session, visitor: Visitor, place: FormPlace) -> int:
    """Where the tasks of a place live; the person's own workspace if they do not see it."""
    kind, id = place or ("", 0)
    if len(visitor.workspaces) == 1 or kind not in {"project", "section"}:
        return visitor.workspace_id
    model = Project if kind == "project" else Section
    found = select(model.workspace_id).where(model.workspace_id.in_(visitor.workspaces), model.id == id)
    return session.scalar(found) or visitor.workspace_id
