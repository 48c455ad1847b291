"""How often something may be tried: counted in the database, so that all processes share the counts.

A count is committed before the request's own transaction, so that a rollback does not forget it. Nobody is
locked out for good, and what one source does to an account never keeps its owner out from another source:
a count belongs to an account *and* a source (OWASP ASVS 5.0, 6.3.1).
"""

import hashlib
import ipaddress
import math
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
MOST_DOUBLINGS = 10  # longer than any window


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
            doubled = min(self.count - limit.most, MOST_DOUBLINGS)
            wait = min(SHORTEST_WAIT * 2**doubled, limit.window)
            self.blocked_until = instant + wait
            self.expires_at = max(self.expires_at, self.blocked_until + limit.window)
        return timedelta(0)


def allow_attempt(account: str = "") -> None:
    """Count a try from this request's source, and on `account` from it. Raises TooManyRequests."""
    keys = [] if _behind_unknown_proxy() else [(SOURCE, _key(SOURCE, source_prefix()))]
    if account:
        keys.append((ACCOUNT, _account_key(account)))
    if not keys:
        return
    with writing() as session:
        wait = max(_row(session, key, now()).note(limit, now()) for limit, key in keys)
    if wait > timedelta(0):
        raise TooManyRequests(retry_after=math.ceil(wait.total_seconds()))


def forget_attempts(account: str) -> None:
    """A right password clears the account's count from this source."""
    with writing() as session:
        session.execute(delete(Attempt).where(Attempt.key == _account_key(account)))


def source_prefix() -> str:
    """Who asks: an IPv4 address, or the /64 that one IPv6 customer has."""
    try:
        address = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address):
        return str(address.ipv4_mapped or ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _behind_unknown_proxy() -> bool:
    """Whether the source is a proxy that nobody told us of: its one address would stand for everybody."""
    if current_app.config["PROXY_HOPS"] or "X-Forwarded-For" not in request.headers:
        return False
    if not current_app.extensions.setdefault("warned_of_proxy", False):
        current_app.extensions["warned_of_proxy"] = True
        current_app.logger.warning(
            "A proxy forwards requests, but PROXY_HOPS is 0: limits per source are off, and those per "
            "account count for everybody together. Set PROXY_HOPS."
        )
    return True


def _account_key(account: str) -> bytes:
    return _key(ACCOUNT, f"{account} from {source_prefix()}")


def _key(limit: Limit, what: str) -> bytes:
    return hashlib.sha256(f"{limit.name}: {what}".encode()).digest()


def _row(session: Session, key: bytes, instant: datetime) -> Attempt:
    """The row of a key, made if it is missing, and locked."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    empty = {"key": key, "count": 0, "expires_at": instant, "blocked_until": instant}
    session.execute(insert(Attempt).values(**empty).on_conflict_do_nothing())
    return session.scalars(select(Attempt).where(Attempt.key == key).with_for_update()).one()
