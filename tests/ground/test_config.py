"""The settings: what is understood, what is refused, and that they are written down."""

import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.sources import ROOT
from tests.system.serving import command
from webapp.config import SETTINGS, ConfigError, load_config

KEY = "ahw0Eet3ohthoh5eishieng9iepoWie8"
PRODUCTION = {"SECRET_KEY": KEY, "DATABASE_URL": "postgresql://docket@db/docket"}


def test_production_is_what_one_gets_without_saying() -> None:
    config = load_config(PRODUCTION, {})

    assert config["ENVIRONMENT"] == "production"
    assert config["SECURE"] is True
    assert config["SQLITE_SYNCHRONOUS"] == "FULL"
    assert config["PROXY_HOPS"] == 0


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        ({"DATABASE_URL": "postgres://a@b/c"}, "DATABASE_URL", "postgresql+psycopg://a@b/c"),
        (
            {"DATABASE_URL": "postgresql://a@b/c?sslmode=require"},
            "DATABASE_URL",
            "postgresql+psycopg://a@b/c?sslmode=require",
        ),
        ({"DATABASE_URL": "postgresql+psycopg2://a@b/c"}, "DATABASE_URL", "postgresql+psycopg://a@b/c"),
        ({"DATABASE_URL": "sqlite:////var/docket.sqlite3"}, "DATABASE_URL", "sqlite:////var/docket.sqlite3"),
        ({"DATABASE_URL": "postgresql:///docket"}, "DATABASE_URL", "postgresql+psycopg:///docket"),
        ({"PUBLIC_URL": "https://tasks.example.org/"}, "PUBLIC_URL", "https://tasks.example.org"),
        ({"PUBLIC_URL": "https://tasks.example.org"}, "SECURE", True),
        ({"PUBLIC_URL": "http://192.168.1.5:8000"}, "SECURE", False),
        ({"PUBLIC_URL": "HTTP://192.168.1.5:8000"}, "SECURE", False),
        ({"PUBLIC_URL": "", "ENVIRONMENT": "testing"}, "SECURE", False),
        ({"PUBLIC_URL": "https://tasks.test", "ENVIRONMENT": "testing"}, "SECURE", True),
        ({"TRUSTED_HOSTS": "a.example, b.example,"}, "TRUSTED_HOSTS", ["a.example", "b.example"]),
        ({"TRUSTED_HOSTS": ""}, "TRUSTED_HOSTS", None),
        ({"SECRET_KEY_FALLBACKS": "old,older"}, "SECRET_KEY_FALLBACKS", ["old", "older"]),
        ({"PROXY_HOPS": "1"}, "PROXY_HOPS", 1),
        ({"PROXY_HOPS": ""}, "PROXY_HOPS", 0),
        ({"MAX_CONTENT_LENGTH": "2048"}, "MAX_CONTENT_LENGTH", 2048),
        ({"UNKNOWN": "of no interest"}, "PROXY_HOPS", 0),
    ],
    ids=str,
)
def test_a_setting_is_understood(given: dict[str, str], name: str, value: Any) -> None:
    assert load_config({**PRODUCTION, **given}, {})[name] == value


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "shorter than 32 bytes"),
        ({"SECRET_KEY": KEY[:31]}, "shorter than 32 bytes"),
        ({"SECRET_KEY": "change-me"}, "known example"),
        ({"SECRET_KEY": "Put-a-long-random-secret-here-32-bytes"}, "known example"),
        ({"DATABASE_URL": ""}, "Set DATABASE_URL, or DATA_DIR"),
        ({"DATABASE_URL": "mysql://a@b/c"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "/var/docket.sqlite3"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "", "DATA_DIR": "/proc/docket"}, "DATA_DIR /proc/docket cannot be made"),
        ({"ENVIRONMENT": "prod"}, "ENVIRONMENT must be one of"),
        ({"PUBLIC_URL": "tasks.example.org"}, "PUBLIC_URL must be an address"),
        ({"PUBLIC_URL": "ftp://tasks.example.org"}, "PUBLIC_URL must be an address"),
        ({"PUBLIC_URL": "https://"}, "PUBLIC_URL must be an address"),
        ({"PUBLIC_URL": "https://[tasks"}, "PUBLIC_URL must be an address"),
        ({"PROXY_HOPS": "-1"}, "PROXY_HOPS must be a whole number"),
        ({"PROXY_HOPS": "one"}, "PROXY_HOPS must be a whole number"),
        ({"PROXY_HOPS": "²"}, "PROXY_HOPS must be a whole number"),
        ({"MAX_CONTENT_LENGTH": "1e6"}, "MAX_CONTENT_LENGTH must be a whole number"),
        ({"ARGON2_TIME_COST": "9" * 20}, "ARGON2_TIME_COST must be a whole number"),
        ({"SQLITE_SYNCHRONOUS": "MAYBE"}, "SQLITE_SYNCHRONOUS must be"),
        ({"SQLITE_BUSY_TIMEOUT_MS": "5s"}, "SQLITE_BUSY_TIMEOUT_MS must be a whole number"),
        ({"HISTORY_DAYS": "one year"}, "HISTORY_DAYS must be a whole number"),
        ({"ARGON2_MEMORY_KIB": "19.456"}, "ARGON2_MEMORY_KIB must be a whole number"),
        ({"REGISTRATION": "invite"}, "REGISTRATION must be open or closed"),
        ({"SECURITY_CONTACT": "ana@example.org"}, "SECURITY_CONTACT must be mailto:"),
        ({"SECURITY_CONTACT": "mailto:ana@example.org\nPolicy: none"}, "SECURITY_CONTACT must be mailto:"),
        ({"REGISTRATION": "Closed"}, "REGISTRATION must be open or closed"),
        ({"SECRET_KEY": "x" * 64}, "SECRET_KEY is one character repeated"),
        ({"DATABASE_URL": "postgresql:/docket@db/docket"}, "DATABASE_URL must begin with"),
        ({"DATABASE_URL": "postgresql://docket@db:port/docket"}, "DATABASE_URL cannot be read"),
        ({"DATABASE_URL": "postgresql://"}, "DATABASE_URL names no database"),
        ({"DATABASE_URL": "sqlite://"}, "DATABASE_URL names no file"),
        ({"DATABASE_URL": "sqlite:////nowhere/docket.sqlite3"}, "folder /nowhere of DATABASE_URL does not"),
        ({"DATABASE_URL": "", "DATA_DIR": "/dev/null"}, "DATA_DIR /dev/null cannot be made"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_cannot_be_used_is_said_at_start(given: dict[str, str], complaint: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(complaint)):
        load_config({**PRODUCTION, **given}, {})


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"PORT": "eight"}, "PORT must be a whole number from 0 to 65535"),
        ({"PORT": "-1"}, "PORT must be a whole number from 0 to 65535"),
        ({"PORT": "65536"}, "PORT must be a whole number from 0 to 65535"),
        ({"PORT": "9" * 5000}, "PORT must be a whole number from 0 to 65535"),
        ({"WEB_CONCURRENCY": "two"}, "WEB_CONCURRENCY must be a whole number from 1 to 64"),
        ({"WEB_CONCURRENCY": "2.5"}, "WEB_CONCURRENCY must be a whole number from 1 to 64"),
        ({"WEB_CONCURRENCY": "0"}, "WEB_CONCURRENCY must be a whole number from 1 to 64"),
        ({"WEB_CONCURRENCY": "65"}, "WEB_CONCURRENCY must be a whole number from 1 to 64"),
        ({"HOST": "example.org"}, "HOST must be the address to listen on"),
        ({"HOST": "127.0.0.1:8000"}, "HOST must be the address to listen on"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_the_server_cannot_use_is_said_in_one_line(given: dict[str, str], complaint: str) -> None:
    path = {"PATH": str(Path(sys.executable).parent)}
    environment = {**path, **PRODUCTION, "DATABASE_URL": "sqlite:////tmp/docket.sqlite3", **given}

    ended = subprocess.run(
        command("web"),
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"docket: {complaint}")
    assert (len(ended.stderr.splitlines()), ended.stdout) == (1, "")


def test_an_override_that_no_setting_has_is_a_mistake() -> None:
    with pytest.raises(ConfigError, match="Unknown setting: PORT"):
        load_config(PRODUCTION, {"PORT": "8000"})


def test_a_folder_is_enough_for_production(tmp_path: Path) -> None:
    config = load_config({"SECRET_KEY": KEY, "DATA_DIR": str(tmp_path / "new")}, {})

    assert config["DATABASE_URL"] == f"sqlite:///{tmp_path}/new/docket.sqlite3"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_development_makes_a_key_that_only_its_user_reads(tmp_path: Path) -> None:
    development = {"ENVIRONMENT": "development", "DATA_DIR": str(tmp_path)}

    first, second = load_config(development, {}), load_config(development, {})

    file = tmp_path / "secret_key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert first["SECRET_KEY"] == second["SECRET_KEY"] == file.read_text()
    assert len(file.read_text()) >= 32


@pytest.mark.parametrize(("environment", "hops"), [("development", 3), ("testing", 0), ("production", 0)])
def test_only_development_reads_dotenv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: str, hops: int
) -> None:
    (tmp_path / ".env").write_text("PROXY_HOPS=3\nMAX_CONTENT_LENGTH=99\n")
    monkeypatch.setattr("webapp.config.ROOT", tmp_path)
    given = {**PRODUCTION, "ENVIRONMENT": environment, "MAX_CONTENT_LENGTH": "1234"}

    config = load_config(given, {})

    assert config["PROXY_HOPS"] == hops
    assert config["MAX_CONTENT_LENGTH"] == 1234


def test_every_setting_is_written_down() -> None:
    application, _, server = (ROOT / "docs" / "settings.md").read_text().partition("gunicorn.conf.py")
    read_by_gunicorn = re.findall(r"environ\.get\(\W(\w+)", (ROOT / "gunicorn.conf.py").read_text())

    assert first_column(application) == [setting.name for setting in SETTINGS]
    assert set(first_column(server)) == set(read_by_gunicorn) - {"ENVIRONMENT"}


def first_column(page: str) -> list[str]:
    """The names in the first column of a table."""
    return re.findall(r"^\| *`(\w+)` *\|", page, re.MULTILINE)
