"""What is to be chosen, and what is said, where a task or a label was changed while somebody edited it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from ..accounts.naming import conflict_for, meanwhile_for
from ..accounts.visitors import Visitor
from ..activity.choosing import Conflict, Field
from ..activity.merging import Clash, Since, Stale
from ..projects.hues import HUE_NAMES
from .dates import CLEAN_DATES, DUE
from .days import named_day
from .due import Due
from .places import Place, places

TASK = {
    "title": Field("Title", is_text=True),
    "notes": Field("Notes", is_text=True, is_long=True),
    "priority": Field("Priority", lambda number: f"Priority {number}" if number < 4 else "No priority"),
    "place": Field("Project", send=lambda place: place.value),
    "due": Field("Date", lambda due: due.words, lambda due: due.value),
    "deadline_on": Field(
        "Deadline", lambda day: named_day(day) if day else "No deadline", lambda day: str(day or "")
    ),
    "start_on": Field("Start", lambda day: named_day(day) if day else "No start", lambda day: str(day or "")),
}
LABEL = {
    "name": Field("Name", is_text=True),
    "hue": Field(
        "Colour",
        lambda hue: "None" if hue is None else HUE_NAMES[hue],
        lambda hue: "" if hue is None else str(hue),
    ),
}


def conflict_of_task(session: Session, visitor: Visitor, stale: Stale) -> Conflict:
    """What the editor of a task shows of a stale save."""
    placed = with_due(with_place(stale))
    names = (
        {place.value: place.name for place in places(session, visitor)} if "place" in placed.clashes else {}
    )
    place = TASK["place"]._replace(words=lambda place: names.get(place.value, "Another project") + place.name)
    return conflict_for(session, visitor, placed, {**TASK, "place": place})


def conflict_of_label(session: Session, visitor: Visitor, stale: Stale) -> Conflict:
    """What the editor of a label shows of a stale save."""
    return conflict_for(session, visitor, stale, LABEL)


def also_changed(
    session: Session, visitor: Visitor, meanwhile: Mapping[str, Since], fields: Mapping[str, Field] = TASK
) -> str:
    """What to say after a save of what others have changed since its form was made; nothing if nothing.

    Dates are picked in a form of their own: those that the person has picked there are no news.
    """
    own = {name for name in CLEAN_DATES if name in meanwhile and meanwhile[name].by_id == visitor.id}
    news = {name: since for name, since in meanwhile.items() if name not in own}
    known = _with_due(_with_place(news))
    if not known.keys() & fields.keys():
        return ""
    return meanwhile_for(session, visitor, known, fields)


def with_place(stale: Stale) -> Stale:
    """The same with project and section as one place, as a form has them."""
    clashes: dict[str, Any] = dict(stale.clashes)
    if "project_id" in clashes:
        project, section = clashes["project_id"], clashes["section_id"]
        parent = stale.meanwhile.get("parent_id")
        how = ", as a step" if parent and parent.was is None else ""
        mine, theirs = Place(project.mine, section.mine), Place(project.theirs, section.theirs, how)
        clashes["place"] = Clash(mine, theirs, project.since or section.since)
    untouched = dict(stale.untouched)
    if "project_id" in untouched:
        untouched["place"] = Place(untouched["project_id"], untouched["section_id"]).value
    return Stale(clashes, stale.version, untouched, _with_place(stale.meanwhile))


def _with_place(meanwhile: Mapping[str, Since]) -> dict[str, Since]:
    moved = [meanwhile[name] for name in ("project_id", "section_id") if name in meanwhile]
    return {**meanwhile, **({"place": moved[0]} if moved else {})}


def with_due(stale: Stale) -> Stale:
    """The same with day, time and duration as one thing, as a form has them."""
    clashes: dict[str, Any] = dict(stale.clashes)
    if clashes.keys() >= DUE:
        day, at, minutes = (clashes[name] for name in ("due_on", "due_time", "due_minutes"))
        mine, theirs = (
            Due(*(getattr(clash, side) for clash in (day, at, minutes))) for side in ("mine", "theirs")
        )
        clashes["due"] = Clash(mine, theirs, day.since or at.since or minutes.since)
    return Stale(clashes, stale.version, stale.untouched, _with_due(stale.meanwhile))


def _with_due(meanwhile: Mapping[str, Since]) -> dict[str, Since]:
    planned = [meanwhile[name] for name in sorted(DUE) if name in meanwhile]
    return {**meanwhile, **({"due": planned[0]} if planned else {})}
