"""What of a line was understood, as chips show it."""

from typing import NamedTuple

from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from .days import day_in_words
from .places import name_of_place
from .quick_add import Hint, Kind, Offer, Span, escapes
from .understanding import FormPlace, Understood

# The name of a kind for those who hear it, and its icon for those who see it.
LOOKS = {
    Kind.DAY: ("Date", "calendar"),
    Kind.TIME: ("Time", "clock"),
    Kind.DURATION: ("Duration", "clock"),
    Kind.DEADLINE: ("Deadline", "deadline"),
    Kind.START: ("Start", "calendar"),
    Kind.PRIORITY: ("Priority", "flag"),
    Kind.PROJECT: ("Project", "dot"),
    Kind.SECTION: ("Section", "dot"),
    Kind.LABEL: ("Label", "label"),
}


class Chip(NamedTuple):
    """A piece of a line, by its offsets, and what it says. `look` is the class that colours it."""

    start: int
    end: int
    kind: str
    icon: str
    says: str
    words: str
    look: str
    escapes: str


class Seen(NamedTuple):
    """A line as it is being typed: what it would be understood as, and where its task would go."""

    chips: tuple[Chip, ...] = ()
    hints: tuple[Hint, ...] = ()
    offers: tuple[Offer, ...] = ()
    where: str = ""


def seen(session: Session, visitor: Visitor, line: Understood, place: FormPlace) -> Seen:
    """What is seen of a line that is being typed into a form for a place."""
    where = _where(session, visitor, line, place)
    return Seen(chips_of(line), line.parsed.hints, line.offers, where)


def _where(session: Session, visitor: Visitor, line: Understood, place: FormPlace) -> str:
    """`Household / Kitchen`, `Today · Inbox`: where it says that it goes, or where the form would put it."""
    said = " / ".join(each.name for each in (line.project, line.section) if each)
    where = said or name_of_place(session, visitor, place) or "Inbox"
    day = line.list_day if line.parsed.due_on is None else None
    return f"{day_in_words(day, visitor.today)} · {where}" if day else where


def chips_of(line: Understood) -> tuple[Chip, ...]:
    return tuple(_chip(line, span) for span in line.taken)


def _chip(line: Understood, span: Span) -> Chip:
    name, icon = LOOKS[span.kind]
    places = " ".join(str(_in_script(line.line, at)) for at in escapes(line.line, span.start, span.end))
    says = span.understood
    name = "" if says.startswith(name) else name  # it says “Priority 2” itself
    return Chip(span.start, span.end, name, icon, says, span.words, _look(line, span), places)


def _look(line: Understood, span: Span) -> str:
    if span.kind is Kind.PRIORITY:
        return f"priority-{span.value}"
    if span.kind is Kind.PROJECT and line.project and not line.project.is_inbox:
        return f"hue-{line.project.hue}"
    return f"reading__chip--{span.kind}"


def _in_script(text: str, at: int) -> int:
    """The offset as a script counts it, in UTF-16."""
    return at + sum(character > "\uffff" for character in text[:at])
