"""Where projects and sections stand among their siblings."""

from datetime import datetime

from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.recording import Actor, Recorded, record
from ..ordering import Siblings, move_down, move_up


class Placing(Recorded):
    """A person's own order."""

    position: Mapped[float] = mapped_column(default=0)

    def siblings(self) -> Siblings:
        """The condition on the rows among which it stands, itself included."""
        raise NotImplementedError

    def move_up(self, session: Session, *, by: Actor, now: datetime) -> None:
        """Before the one before it, if there is one."""
        move_up(session, self, self.siblings())
        record(self, "moved", by=by, now=now)

    def move_down(self, session: Session, *, by: Actor, now: datetime) -> None:
        """Behind the one after it, if there is one."""
        move_down(session, self, self.siblings())
        record(self, "moved", by=by, now=now)
