"""Where projects and sections stand among their siblings."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Mapped, Session, mapped_column

from ..activity.recording import Actor, Recorded, record_each
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
        others = STEPS[step](session, self, self.siblings())
        self.record_place("moved", others, by=by, now=now)

    def record_place(self, verb: str, others: Iterable[Recorded], *, by: Actor, now: datetime) -> None:
        """Keep where it stands now, and the others that had to make room for it."""
        record_each([(self, verb), *((other, "shifted") for other in others)], by=by, now=now)
