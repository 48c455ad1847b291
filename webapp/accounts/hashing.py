"""argon2id with the configured cost. Slow on purpose: never call it inside `writing()`."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import Flask, current_app

from .passwords import LONGEST


def hash_password(password: str) -> str:
    return _hasher().hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether the password is right. Without a hash it takes as long, so that time tells nothing."""
    if len(password) > LONGEST:
        return False
    try:
        return _hasher().verify(password_hash or current_app.extensions["nobodys_hash"], password) and bool(
            password_hash
        )
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Whether it was made at another cost than today's."""
    return _hasher().check_needs_rehash(password_hash)


def _hasher() -> PasswordHasher:
    hasher: PasswordHasher = current_app.extensions["password_hasher"]
    return hasher


def init_app(app: Flask) -> None:
    hasher = PasswordHasher(
        time_cost=app.config["ARGON2_TIME_COST"], memory_cost=app.config["ARGON2_MEMORY_KIB"], parallelism=1
    )
    app.extensions["password_hasher"] = hasher
    app.extensions["nobodys_hash"] = hasher.hash("nobody has this password")
