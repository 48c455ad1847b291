"""Who is asking: one query from the cookie's token to everything that a page needs to know."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, select, update

from ..clock import now, today_for, wall_clock
from ..database import reading
from .models import IDLE, Session, User, WorkspaceMember, token_hash


class Visitor(NamedTuple):
    """The signed-in person. Flask-Login's user; its id is the session's token."""

    token: str
    session_id: int
    kept: bool
    last_seen_at: datetime
    id: int
    name: str
    email: str
    time_zone: str
    week_start: int
    day_first: bool
    theme: str
    shortcuts: bool
    workspace_id: int
    workspaces: tuple[int, ...]

    @property
    def is_authenticated(self) -> bool:
        return True

    @property
    def is_active(self) -> bool:
        return True

    @property
    def is_anonymous(self) -> bool:
        return False

    def get_id(self) -> str:
        return self.token

    @property
    def today(self) -> date:
        """The calendar day where the person is."""
        return today_for(self.time_zone)

    @property
    def wall_clock(self) -> datetime:
        """Day and time where the person is, without a zone."""
        return wall_clock(self.time_zone)


session_, user_, member_ = Session.__table__.c, User.__table__.c, WorkspaceMember.__table__.c

VISITOR = (
    select(
        session_.id,
        session_.kept,
        session_.last_seen_at,
        user_.id,
        user_.name,
        user_.email,
        user_.time_zone,
        user_.week_start,
        user_.day_first,
        user_.theme,
        user_.shortcuts,
        user_.workspace_id,
        member_.workspace_id,
    )
    .select_from(Session.__table__)
    .join(User.__table__, user_.id == session_.user_id)
    .join(WorkspaceMember.__table__, member_.user_id == user_.id)
    .where(
        session_.token_hash == bindparam("token_hash"),
        session_.expires_at > bindparam("now"),
        session_.idle_expires_at > bindparam("now"),
        user_.disabled_at.is_(None),
    )
)
SEEN = (
    update(Session)
    .where(Session.id == bindparam("session_id"))
    .values(last_seen_at=bindparam("now"), idle_expires_at=bindparam("idle_expires_at"))
)


def load_visitor(token: str) -> Visitor | None:
    """The person behind a session token, or None if the session has ended."""
    rows = reading().execute(VISITOR, {"token_hash": token_hash(token), "now": now()}).all()
    if not rows:
        return None
    workspaces = tuple(sorted({row[-1] for row in rows}))
    return Visitor._make([token, *rows[0][:-1], workspaces])


def seen(visitor: Visitor, instant: datetime) -> dict[str, object]:
    """The parameters of SEEN."""
    idle = instant + IDLE[visitor.kept]
    return {"session_id": visitor.session_id, "now": instant, "idle_expires_at": idle}
