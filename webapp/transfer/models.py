"""What a person has brought and not yet decided about: kept for a day, so that they can look at it first."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypedDict

from sqlalchemy import JSON, ForeignKey, Index, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from ..accounts.visitors import Visitor
from ..database import Base, InWorkspace, workspace_args

KEPT_FOR = timedelta(days=1)
MOST_OF_A_PERSON = 5
LONGEST_FILE_NAME = 200
PASTED = "what you pasted"


class Source(TypedDict):
    """A file or a pasted text: its name, in which format it is read, what its columns are if chosen."""

    name: str
    text: str
    remark: str
    format: str
    columns: dict[str, int] | None


class Import(InWorkspace, Base):
    """Files that a person brought, as texts, in their own workspace. Nobody else sees them."""

    __tablename__ = "import"
    __table_args__ = workspace_args(
        Index("ix_import_user", "workspace_id", "user_id", "id"),
        Index("ix_import_created_at", "created_at"),
    )

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    sources: Mapped[list[Any]] = mapped_column(JSON)

    @classmethod
    def add(cls, session: Session, sources: Sequence[Source], *, by: Visitor, now: datetime) -> "Import":
        """Keep what was brought, and of what the person brought before only the last few."""
        row = cls(workspace_id=by.workspace_id, user_id=by.id, created_at=now, sources=list(sources))
        session.add(row)
        session.flush()
        own = (cls.workspace_id == by.workspace_id, cls.user_id == by.id)
        kept = select(cls.id).where(*own).order_by(cls.id.desc()).limit(MOST_OF_A_PERSON)
        old = session.scalars(select(cls.id).where(*own, cls.id.not_in(kept))).all()
        session.execute(delete(cls).where(*own, cls.id.in_(old)))
        return row

    @property
    def called(self) -> str:
        """What it came from, for people: the name of its file, or how many there were."""
        return self.sources[0]["name"] if len(self.sources) == 1 else f"{len(self.sources)} files"
