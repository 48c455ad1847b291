"""Who others are, to somebody who sees what they did."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

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
