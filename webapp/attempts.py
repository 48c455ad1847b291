"""How often something may be tried: counted in the database, so that all processes share the counts.

A count is committed before the request's own transaction, so that a rollback does not forget it. Nobody is
locked out for good, and what one source does to an account never keeps its owner out from another source:
a count belongs to an account *and* a source (OWASP ASVS 5.0, 6.3.1).
"""

import hashlib
import ipaddress
from datetime import datetime, timedelta
from typing import NamedTuple

from flask import current_app, request
from sqlalchemy import LargeBinary, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column
from werkzeug.exceptions import TooManyRequests

from .clock import now
from .database import Base, WithId, table_args, writing


class Limit(NamedTuple):
    """`most` tries within `window`; every further one must wait twice as long as the one before it."""

    name: str
    most: int
    window: timedelta


ACCOUNT = Limit("account", 10, timedelta(minutes=15))
SOURCE = Limit("source", 100, timedelta(hours=1))
SHORTEST_WAIT = timedelta(seconds=30)


class Attempt(WithId, Base):
    """How often one thing was tried in its window. The key is a digest: no address is kept."""

    __tablename__ = "attempt"
    __table_args__ = table_args()

    key: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    count: Mapped[int]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    blocked_until: Mapped[datetime]

    def note(self, limit: Limit, instant: datetime) -> timedelta:
        """Count one more try; or, if it comes too early, how long to wait."""
        if self.blocked_until > instant:
            return self.blocked_until - instant
        if self.expires_at <= instant:
            self.count, self.expires_at = 0, instant + limit.window
        self.count += 1
        if self.count >= limit.most:
            wait = min(SHORTEST_WAIT * 2 ** (self.count - limit.most), limit.window)
            self.blocked_until = instant + wait
            self.expires_at = max(self.expires_at, self.blocked_until + limit.window)
        return timedelta(0)


def allow_attempt(account: str = "") -> None:
    """Count a try from this request's source, and on `account` from it. Raises TooManyRequests."""
    source = source_prefix()
    if source is None:
        return
    limits = {SOURCE: source, ACCOUNT: f"{account} from {source}"} if account else {SOURCE: source}
    with writing() as session:
        waits = [_row(session, _key(limit, what), now()).note(limit, now()) for limit, what in limits.items()]
    if max(waits) > timedelta(0):
        raise TooManyRequests(retry_after=int(max(waits).total_seconds()) + 1)


def forget_attempts(account: str) -> None:
    """A right password clears the account's count from this source."""
    source = source_prefix()
    with writing() as session:
        session.execute(delete(Attempt).where(Attempt.key == _key(ACCOUNT, f"{account} from {source}")))


def source_prefix() -> str | None:
    """Who asks: an IPv4 address, or the /64 that one IPv6 customer has.

    None behind a proxy that nobody has told us of: its one address would stand for everybody.
    """
    if request.headers.get("X-Forwarded-For") and not current_app.config["PROXY_HOPS"]:
        _warn_of_proxy()
        return None
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _warn_of_proxy() -> None:
    if not current_app.extensions.setdefault("warned_of_proxy", False):
        current_app.extensions["warned_of_proxy"] = True
        current_app.logger.warning(
            "A proxy forwards requests, but PROXY_HOPS is 0: limits per source are off. Set PROXY_HOPS."
        )


def _key(limit: Limit, what: str) -> bytes:
    return hashlib.sha256(f"{limit.name}: {what}".encode()).digest()


def _row(session: Session, key: bytes, instant: datetime) -> Attempt:
    """The row of a key, made if it is missing, and locked."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    empty = {"key": key, "count": 0, "expires_at": instant, "blocked_until": instant}
    session.execute(insert(Attempt).values(**empty).on_conflict_do_nothing())
    return session.scalars(select(Attempt).where(Attempt.key == key).with_for_update()).one()
