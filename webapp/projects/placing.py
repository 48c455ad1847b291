"""Where projects and sections stand among their siblings."""

from datetime import datetime

from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.recording import Actor, Recorded, record
from ..errors import Invalid
from ..ordering import Siblings, move_down, move_up

STEPS = {"up": move_up, "down": move_down}


class Placing(Recorded):
    """A person's own order."""

    position: Mapped[float] = mapped_column(default=0)

    def siblings(self) -> Siblings:
        """The condition on the rows among which it stands, itself included."""
        raise NotImplementedError

    def move(self, session: Session, step: str, *, by: Actor, now: datetime) -> None:
        """Change places with the one before it (`up`) or after it (`down`), if there is one."""
        if step not in STEPS:
            raise Invalid("It can be moved up or down.")
        STEPS[step](session, self, self.siblings())
        record(self, "moved", by=by, now=now)
