"""Who others are, to somebody who sees what they did."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ..activity.choosing import Conflict, Field, conflict_of, listed, said_meanwhile
from ..activity.merging import Since, Stale
from ..clock import now
from ..formatting import ago
from .models import User
from .visitors import Visitor


class Names:
    """The names of people as one of them reads them."""

    def __init__(self, session: Session, reader: Visitor, ids: Iterable[int]) -> None:
        found = select(User.id, User.name).where(User.id.in_({*ids} - {reader.id}))
        self._names = {row.id: row.name for row in session.execute(found)}
        self._reader = reader

    def who(self, id: int) -> str:
        """Their name; “you” for the reader."""
        return "you" if id == self._reader.id else self._names.get(id, "somebody")

    def told(self, id: int, at: datetime, now: datetime) -> str:
        """Who it was and when, as `Bob, 2 minutes ago`."""
        name = "You, elsewhere" if id == self._reader.id else self.who(id)
        return f"{name}, {ago(at, now, self._reader.time_zone)}"


def meanwhile_for(
    session: Session, reader: Visitor, meanwhile: Mapping[str, Since], fields: Mapping[str, Field]
) -> str:
    """What to say after a save of what others have changed since its form was made; nothing if nothing."""
    names = Names(session, reader, (since.by_id for since in meanwhile.values()))
    return said_meanwhile(meanwhile, fields, lambda since: names.who(since.by_id))


def conflict_for(session: Session, reader: Visitor, stale: Stale, fields: Mapping[str, Field]) -> Conflict:
    """What a form of any kind shows of a stale save."""
    clashing = [clash.since for name, clash in stale.clashes.items() if name in fields]
    known = [since for since in clashing if since]
    names = Names(session, reader, (since.by_id for since in known))
    who = _sentence(names.who(since.by_id) for since in known)
    moment = now()
    return conflict_of(
        stale, fields, who or "Somebody", lambda since: names.told(since.by_id, since.at, moment)
    )


def _sentence(names: Iterable[str]) -> str:
    text = listed(list(dict.fromkeys(names)))
    return text[:1].upper() + text[1:]
