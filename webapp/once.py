"""A create form counts once: sent again (a double click, a retry after a crash) it gives its first row.

The form carries a random key. Key and fields together are the digest: the same key with other fields (Back,
then typed something else) is a new create.
"""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from .database import Base, Id, WithId, table_args
from .forms import Form

KEPT_FOR = timedelta(days=7)


class SentForm(WithId, Base):
    """A create form that was sent, and the row that it made."""

    __tablename__ = "sent_form"
    __table_args__ = table_args(UniqueConstraint("user_id", "digest"))

    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    made_id: Mapped[int | None] = mapped_column(Id)
    at: Mapped[datetime] = mapped_column(index=True)


def new_request_key() -> str:
    """The key of a fresh form."""
    return secrets.token_urlsafe(16)


def once(session: Session, form: Form, make: Callable[[], int], *, user_id: int, now: datetime) -> int:
    """The id that `make` gives; or, if this very form was sent before, the id that it gave then.

    Whoever comes second waits for the first transaction to end. A form without a key is always new.
    """
    if not form.request_key.data:
        return make()
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    digest = _digest(form)
    empty = {"user_id": user_id, "digest": digest, "made_id": None, "at": now}
    session.execute(insert(SentForm).values(**empty).on_conflict_do_nothing())
    sent = session.scalars(
        select(SentForm).where(SentForm.user_id == user_id, SentForm.digest == digest)
    ).one()
    if sent.made_id is None:
        sent.made_id = make()
    return sent.made_id


def _digest(form: Form) -> bytes:
    fields = sorted((name, str(value)) for name, value in form.data.items() if name != "csrf_token")
    return hashlib.sha256(repr(fields).encode()).digest()
