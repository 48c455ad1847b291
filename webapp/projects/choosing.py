"""What is to be chosen, and what is said, where a project or section was changed while one edited it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from ..accounts.naming import conflict_for, meanwhile_for
from ..accounts.visitors import Visitor
from ..activity.choosing import Conflict, Field
from ..activity.merging import Since, Stale
from .hues import HUE_NAMES

TOP = "0"


def send_parent(id: int | None) -> str:
    """The project under which another one stands, as a form sends it."""
    return str(id or TOP)


PROJECT = {
    "name": Field("Name", is_text=True),
    "emoji": Field("Emoji", lambda emoji: emoji or "None"),
    "hue": Field("Colour", lambda hue: HUE_NAMES[hue]),
    "parent": Field("Inside", send=send_parent),
}
SECTION = {
    "name": Field("Name", is_text=True),
    "project_id": Field("Project"),
}


def conflict_of_project(
    session: Session, visitor: Visitor, stale: Stale, parents: Mapping[str, str]
) -> Conflict:
    """What the form of a project shows of a stale save; `parents` are named as they are sent."""
    inside = PROJECT["parent"]._replace(words=lambda id: parents.get(send_parent(id), "Another project"))
    return conflict_for(session, visitor, as_sent(stale), {**PROJECT, "parent": inside})


def conflict_of_section(session: Session, visitor: Visitor, stale: Stale) -> Conflict:
    """What the form of a section shows of a stale save."""
    return conflict_for(session, visitor, stale, SECTION)


def also_changed(
    session: Session, visitor: Visitor, meanwhile: Mapping[str, Since], fields: Mapping[str, Field]
) -> str:
    """What to say after a save of what others have changed since its form was made; nothing if nothing."""
    known = _as_sent(meanwhile)
    return meanwhile_for(session, visitor, known, fields) if known.keys() & fields.keys() else ""


def as_sent(stale: Stale) -> Stale:
    """The same with columns by the names of a form's fields."""
    clashes, untouched = _as_sent(stale.clashes), _as_sent(stale.untouched)
    return Stale(clashes, stale.version, untouched, _as_sent(stale.meanwhile))


def _as_sent(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {"parent" if name == "parent_id" else name: value for name, value in columns.items()}
