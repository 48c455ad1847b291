"""Settings that a person has changed in two places: what merges, and what is to be chosen.

Settings are nobody else's and have no history, so that their form itself holds what it was made on.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ..activity.choosing import Conflict, Field, conflict_of, said_meanwhile
from ..activity.merging import Known, Since, Stale, merge_known
from .models import User


def save_settings(
    person: User, wanted: Mapping[str, Any], seen: Mapping[str, Any], *, now: datetime
) -> Mapping[str, Since]:
    """Put on a person what their form has changed; what was changed elsewhere since it was made.

    Raises Stale where both have changed the same.
    """
    since = {name: Since(value, person.id, now) for name, value in seen.items()}
    merged = merge_known(person, wanted, Known(since, 0))
    for name, value in merged.changes.items():
        setattr(person, name, value)
    return merged.meanwhile


def conflict_of_settings(stale: Stale, fields: Mapping[str, Field]) -> Conflict:
    """What the form shows of a stale save."""
    return conflict_of(stale, fields, "You", lambda _since: "Elsewhere")


def also_changed(meanwhile: Mapping[str, Since], fields: Mapping[str, Field]) -> str:
    """What to say after a save of what was changed elsewhere; nothing if nothing."""
    return said_meanwhile(meanwhile, fields, lambda _since: "you")
