"""The settings: read once from the environment, checked, and named in one table.

`docs/settings.md` is held against SETTINGS by a test.
"""

import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ("production", "development", "testing")
DATABASES = {"sqlite": "sqlite", "postgres": "postgresql+psycopg", "postgresql": "postgresql+psycopg"}
KNOWN_KEYS = {"change-me", "changeme", "secret", "dev", "put-a-long-random-secret-here-32-bytes"}


class ConfigError(ValueError):
    """A setting that is missing or cannot be used; the message says what to set."""


@dataclass(frozen=True)
class Setting:
    """One environment variable: how it is read and what it is without being set."""

    name: str
    default: str
    read: Callable[[str, str], Any]


def _text(_name: str, value: str) -> str:
    return value


def _words(_name: str, value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


def _count(name: str, value: str) -> int:
    if not value.isascii() or not value.isdigit() or int(value) > 2**31:
        raise ConfigError(f"{name} must be a whole number that is not negative, not “{value}”.")
    return int(value)


def _environment(name: str, value: str) -> str:
    if value not in ENVIRONMENTS:
        raise ConfigError(f"{name} must be one of {', '.join(ENVIRONMENTS)}, not “{value}”.")
    return value


def _public_url(name: str, value: str) -> str:
    if value and not _is_http(value):
        raise ConfigError(f"{name} must be an address such as https://tasks.example.org, not “{value}”.")
    return value.rstrip("/")


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _database_url(name: str, value: str) -> str:
    scheme, separator, rest = value.partition("://")
    driver = DATABASES.get(scheme.partition("+")[0])
    if value and not (separator and driver):
        raise ConfigError(f"{name} must begin with postgresql:// or sqlite:///, not “{scheme}”.")
    return _complete(name, f"{driver}://{rest}") if value else ""


def _complete(name: str, value: str) -> str:
    """The address of a database if it can be one; what it says may hold a password and is not repeated."""
    try:
        url = make_url(value)
    except (ArgumentError, ValueError) as error:
        raise ConfigError(f"{name} cannot be read; write postgresql://user:password@host/name.") from error
    if url.drivername != "sqlite":
        if not url.database:
            raise ConfigError(f"{name} names no database; write postgresql://user:password@host/name.")
    elif url.database in {None, "", ":memory:"}:
        raise ConfigError(f"{name} names no file; write sqlite:////absolute/path/to/file.")
    elif not Path(str(url.database)).parent.is_dir():
        raise ConfigError(f"The folder {Path(str(url.database)).parent} of {name} does not exist; make it.")
    return value


def _registration(name: str, value: str) -> str:
    if value not in {"open", "closed"}:
        raise ConfigError(f"{name} must be open or closed, not “{value}”.")
    return value


def _contact(name: str, value: str) -> str:
    if (value and not (value.startswith("mailto:") or _is_http(value))) or not value.isprintable():
        raise ConfigError(f"{name} must be mailto:you@example.org or an address of a page, not “{value}”.")
    return value


def _synchronous(name: str, value: str) -> str:
    if value not in {"FULL", "NORMAL", "OFF"}:
        raise ConfigError(f"{name} must be FULL, NORMAL or OFF, not “{value}”.")
    return value


SETTINGS = (
    Setting("ENVIRONMENT", "production", _environment),
    Setting("SECRET_KEY", "", _text),
    Setting("SECRET_KEY_FALLBACKS", "", _words),
    Setting("DATABASE_URL", "", _database_url),
    Setting("DATA_DIR", "", _text),
    Setting("PUBLIC_URL", "", _public_url),
    Setting("TRUSTED_HOSTS", "", _words),
    Setting("PROXY_HOPS", "0", _count),
    Setting("REGISTRATION", "open", _registration),
    Setting("SECURITY_CONTACT", "", _contact),
    Setting("HISTORY_DAYS", "365", _count),
    Setting("MAX_CONTENT_LENGTH", "1048576", _count),
    Setting("ARGON2_MEMORY_KIB", "19456", _count),
    Setting("ARGON2_TIME_COST", "2", _count),
    Setting("SQLITE_SYNCHRONOUS", "FULL", _synchronous),
    Setting("SQLITE_BUSY_TIMEOUT_MS", "5000", _count),
)


def load_config(environ: Mapping[str, str], overrides: Mapping[str, str]) -> dict[str, Any]:
    """Every setting, read and checked, as a mapping for `app.config`.

    Raises ConfigError, whose message names the setting and what to write there.
    """
    unknown = overrides.keys() - {setting.name for setting in SETTINGS}
    if unknown:
        raise ConfigError(f"Unknown setting: {', '.join(sorted(unknown))}.")
    given = {**_dotenv({**environ, **overrides}), **environ, **overrides}
    config = {s.name: s.read(s.name, given.get(s.name, "") or s.default) for s in SETTINGS}
    if config["ENVIRONMENT"] != "production":
        config["DATA_DIR"] = config["DATA_DIR"] or str(ROOT / "instance")
        config["PUBLIC_URL"] = config["PUBLIC_URL"] or "http://127.0.0.1:8000"
    config["SECURE"] = urlsplit(config["PUBLIC_URL"]).scheme != "http"
    config["TRUSTED_HOSTS"] = config["TRUSTED_HOSTS"] or None
    _check_database(config)
    _check_secret_key(config)
    return config


def _dotenv(environ: Mapping[str, str]) -> dict[str, str]:
    """What `.env` says; only development reads it, so that production has one source."""
    if environ.get("ENVIRONMENT") != "development":
        return {}
    return {name: value for name, value in dotenv_values(ROOT / ".env").items() if value is not None}


def _check_database(config: dict[str, Any]) -> None:
    if not config["DATABASE_URL"]:
        if not config["DATA_DIR"]:
            raise ConfigError("Set DATABASE_URL, or DATA_DIR to a folder in which SQLite may keep its file.")
        config["DATABASE_URL"] = f"sqlite:///{_data_dir(config)}/docket.sqlite3"


def _data_dir(config: dict[str, Any]) -> Path:
    folder = Path(config["DATA_DIR"]).resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # for nobody else on this machine
    except OSError as error:
        raise ConfigError(f"DATA_DIR {folder} cannot be made: {error.strerror}.") from error
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise ConfigError(f"DATA_DIR {folder} cannot be read and written by this user.")
    return folder


def _check_secret_key(config: dict[str, Any]) -> None:
    if config["ENVIRONMENT"] != "production":
        config["SECRET_KEY"] = config["SECRET_KEY"] or _development_key(_data_dir(config))
        return
    advice = "Make one with: python -c 'import secrets; print(secrets.token_urlsafe(48))'"
    if not config["SECRET_KEY"]:
        raise ConfigError(f"Set SECRET_KEY. {advice}")
    if config["SECRET_KEY"].lower() in KNOWN_KEYS:
        raise ConfigError(f"SECRET_KEY is a known example. {advice}")
    if len(config["SECRET_KEY"].encode()) < 32:
        raise ConfigError(f"SECRET_KEY is shorter than 32 bytes. {advice}")
    if len(set(config["SECRET_KEY"])) == 1:
        raise ConfigError(f"SECRET_KEY is one character repeated. {advice}")


def _development_key(folder: Path) -> str:
    """A key of this machine's own, so that nobody's development instance shares one."""
    path = folder / "secret_key"
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text()
