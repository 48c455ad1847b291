"""Whether a password is right, and whether it still is when something is written because of it."""

from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ..extensions import db
from .hashing import matches
from .models import User


class Proof(NamedTuple):
    """Whose password was right, and by which hash: hashing takes time, in which the password may change."""

    user_id: int
    password_hash: str

    def holder(self, session: Session) -> User | None:
        """The person, locked until the transaction ends; None if the proof is void by now."""
        unchanged = (User.id == self.user_id, User.password_hash == self.password_hash)
        return session.scalar(select(User).where(*unchanged, User.disabled_at.is_(None)).with_for_update())


def prove(person: Select[User], password: str) -> Proof | None:
    """Look whether the password is right; a person who is unknown takes as long. Never inside `writing()`."""
    found = db.session.execute(person.with_only_columns(User.id, User.password_hash)).first()
    db.session.rollback()  # no transaction stays open while a password is being hashed
    proof = Proof(found.id, found.password_hash) if found else None
    return proof if matches(proof and proof.password_hash, password) else None
