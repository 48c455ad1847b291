"""People, their workspaces, and the sessions by which browsers act for them."""

import hashlib
import secrets
from datetime import datetime, timedelta

from email_validator import EmailNotValidError, ValidatedEmail, validate_email
from sqlalchemy import (
    BigInteger,
    ForeignKey,
    LargeBinary,
    Select,
    String,
    UniqueConstraint,
    delete,
    false,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.orm import Session as OrmSession

from .. import names
from ..database import Base, WithId, table_args
from ..errors import Invalid

LONGEST_NAME = 100
LONGEST_EMAIL = 254  # RFC 5321, section 4.5.3.1.3, as corrected by erratum 1690
THEMES = ("system", "light", "dark")
MONDAY, SATURDAY, SUNDAY = 0, 5, 6

# OWASP ASVS 5.0, 7.3: how long a session lives without use, and at the most.
IDLE = {False: timedelta(hours=12), True: timedelta(days=14)}
ABSOLUTE = {False: timedelta(hours=24), True: timedelta(days=90)}
RESET_LIFETIME = timedelta(minutes=30)


def token_hash(token: str) -> bytes:
    """What the database keeps of a token: enough to know it again, too little to use it."""
    return hashlib.sha256(token.encode()).digest()


def email_key(email: str) -> str:
    """Two addresses are one person's when their keys are equal.

    What cannot be an address has a key that nobody's address has.
    """
    try:
        parts = _parts(email)
    except Invalid:
        return email.replace("\0", "\N{REPLACEMENT CHARACTER}").lower()
    return f"{parts.local_part}@{parts.ascii_domain}".lower()


def clean_name(text: str) -> str:
    """The name as it is kept: one line of 1 to 100 characters, trimmed. Raises Invalid."""
    return names.clean_name(text, LONGEST_NAME, "What should we call you?")


def clean_email(email: str) -> str:
    """The address in its normal form; Invalid if no mail could reach it."""
    return _parts(email).normalized


def _parts(email: str) -> ValidatedEmail:
    try:
        if len(email) > LONGEST_EMAIL:  # its normal form may take quadratic time
            raise EmailNotValidError
        return validate_email(email.strip(), check_deliverability=False)
    except EmailNotValidError as error:
        raise Invalid("That does not look like an e-mail address, such as mira@example.org.") from error


class Workspace(WithId, Base):
    """Where rows live: everything that one person or household keeps."""

    __tablename__ = "workspace"
    __table_args__ = table_args()

    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    # Counts what happened here, in the order of commits: see activity/recording.py.
    seq: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")


class WorkspaceMember(WithId, Base):
    """A person who may have something to see in a workspace."""

    __tablename__ = "workspace_member"
    __table_args__ = table_args(UniqueConstraint("workspace_id", "user_id"))

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)


class User(WithId, Base):
    """A person with an account. `time_zone` is an IANA name, `week_start` a weekday (0 is Monday).

    Who writes the `day_first` means the 3rd of April by 3/4.
    """

    __tablename__ = "user"
    __table_args__ = table_args()

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"), unique=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    email: Mapped[str] = mapped_column(String(LONGEST_EMAIL))
    email_key: Mapped[str] = mapped_column(String(2 * LONGEST_EMAIL), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    time_zone: Mapped[str] = mapped_column(String(64), default="UTC")
    week_start: Mapped[int] = mapped_column(default=MONDAY)
    day_first: Mapped[bool] = mapped_column(default=True, server_default=true())
    theme: Mapped[str] = mapped_column(String(10), default="system")
    shortcuts: Mapped[bool] = mapped_column(default=True, server_default=true())
    is_admin: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]

    @classmethod
    def with_email(cls, email: str) -> "Select[User]":
        return select(cls).where(cls.email_key == email_key(email))

    def change_email(self, email: str) -> None:
        self.email, self.email_key = email, email_key(email)

    def disable(self, now: datetime) -> None:
        """Keep everything of theirs, let nobody in as them."""
        self.disabled_at = self.disabled_at or now


class Session(WithId, Base):
    """A browser that is signed in. Its cookie holds the token; the row holds only the hash."""

    __tablename__ = "session"
    __table_args__ = table_args()

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    device: Mapped[str] = mapped_column(String(100))
    kept: Mapped[bool]
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    idle_expires_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    @classmethod
    def begin(cls, user: User, device: str, kept: bool, now: datetime) -> tuple["Session", str]:
        """A new session and the token for its cookie."""
        token = f"s{secrets.token_urlsafe(32)}"
        row = cls(
            token_hash=token_hash(token),
            user_id=user.id,
            device=device[:100],
            kept=kept,
            created_at=now,
            last_seen_at=now,
            idle_expires_at=now + IDLE[kept],
            expires_at=now + ABSOLUTE[kept],
        )
        return row, token

    @classmethod
    def of(cls, user_id: int, now: datetime) -> "Select[Session]":
        """A person's living sessions, the last used first."""
        living = (cls.user_id == user_id, cls.expires_at > now, cls.idle_expires_at > now)
        return select(cls).where(*living).order_by(cls.last_seen_at.desc(), cls.id.desc())


def end_sessions(session: OrmSession, user_id: int, except_id: int | None = None) -> None:
    """Sign a person out everywhere, or everywhere but in one session."""
    session.execute(delete(Session).where(Session.user_id == user_id, Session.id.is_distinct_from(except_id)))


class PasswordReset(WithId, Base):
    """A link by which a person may choose a new password: once, within half an hour."""

    __tablename__ = "password_reset"
    __table_args__ = table_args()

    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("user.id"), index=True)
    expires_at: Mapped[datetime]

    @classmethod
    def begin(cls, user: User, now: datetime) -> tuple["PasswordReset", str]:
        """A new reset and the token for its link. Older ones should be ended first."""
        token = secrets.token_urlsafe(32)
        return cls(token_hash=token_hash(token), user_id=user.id, expires_at=now + RESET_LIFETIME), token

    @classmethod
    def user_of(cls, token: str, now: datetime) -> Select[User]:
        """The person for whom a link was made, while it lives."""
        lives = (cls.token_hash == token_hash(token), cls.expires_at > now)
        return select(User).join(cls, cls.user_id == User.id).where(*lives, User.disabled_at.is_(None))


def end_resets(session: OrmSession, user_id: int) -> None:
    session.execute(delete(PasswordReset).where(PasswordReset.user_id == user_id))
