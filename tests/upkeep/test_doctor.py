"""`flask doctor`: green where all is well, and the right advice for each broken thing."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from click.testing import Result
from flask import Flask
from flask_migrate import downgrade

KEY = "ahw0Eet3ohthoh5eishieng9iepoWie8"
PLATFORM = ("DYNO", "DOKKU_APP_TYPE", "PIKU_APP")


@pytest.fixture(autouse=True)
def no_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PLATFORM:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def in_production(new_app: Callable[..., Flask], house: Flask) -> Iterator[Callable[..., Flask]]:
    """Makes applications in production on a migrated database. They share their logger, which is set back."""
    before = house.logger.handlers[:], house.logger.level

    def make(**settings: str) -> Flask:
        usual = {
            "ENVIRONMENT": "production",
            "SECRET_KEY": KEY,
            "ARGON2_MEMORY_KIB": "19456",
            "SQLITE_SYNCHRONOUS": "FULL",
            "PUBLIC_URL": "https://tasks.example.org",
            "PROXY_HOPS": "1",
            "DATABASE_URL": house.config["DATABASE_URL"].replace("+psycopg", ""),
        }
        return new_app(**{**usual, **settings})

    yield make
    house.logger.handlers[:], house.logger.level = before


def examine(app: Flask) -> Result:
    return app.test_cli_runner().invoke(args=["doctor"])


def advice(answer: Result) -> dict[str, str]:
    """What is not well, and what to do."""
    lines = answer.output.splitlines()
    return {
        line.split(maxsplit=1)[1]: lines[at + 1].strip()
        for at, line in enumerate(lines)
        if line.startswith("look")
    }


def test_all_is_green_where_all_is_well(in_production: Callable[..., Flask]) -> None:
    answer = examine(in_production())

    assert answer.exit_code == 0
    assert advice(answer) == {}
    looked_at = [line.removeprefix("ok").strip().split(" ")[0] for line in answer.output.splitlines()]
    assert [what for what in looked_at if what != "data"] == [
        "settings",
        "cookies",
        "proxies",
        "temporary",
        "database",
        "migrations",
        "clock",
    ]


@pytest.mark.parametrize(
    ("settings", "what", "words"),
    [
        ({"PUBLIC_URL": ""}, "cookies (https only)", "Set PUBLIC_URL to the address that people type"),
        ({"PUBLIC_URL": "http://10.0.0.5"}, "cookies (also by plain http)", "never on the internet"),
        ({"SQLITE_SYNCHRONOUS": "OFF"}, "settings (production)", "Set SQLITE_SYNCHRONOUS=FULL"),
        ({"ARGON2_MEMORY_KIB": "8"}, "settings (production)", "Set ARGON2_MEMORY_KIB to 19456 or more"),
    ],
)
def test_a_setting_that_harms_is_told_with_its_mending(
    in_production: Callable[..., Flask], settings: dict[str, str], what: str, words: str
) -> None:
    answer = examine(in_production(**settings))

    assert answer.exit_code == 1
    assert list(advice(answer)) == [what]
    assert words in advice(answer)[what]


@pytest.mark.parametrize("name", PLATFORM)
def test_a_platform_with_a_router_needs_its_hop(
    in_production: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "web.1")

    answer = examine(in_production(PROXY_HOPS="0", PUBLIC_URL="http://127.0.0.1"))

    assert list(advice(answer)) == ["proxies (0 in front)"]
    assert advice(answer)["proxies (0 in front)"].startswith(
        "This platform has a router in front. Set PROXY_HOPS=1"
    )
    assert examine(in_production(PROXY_HOPS="1")).exit_code == 0


def test_where_people_come_by_https_a_proxy_must_stand_in_front(in_production: Callable[..., Flask]) -> None:
    answer = examine(in_production(PROXY_HOPS="0"))

    assert list(advice(answer)) == ["proxies (0 in front)"]
    assert "speaks https for this server. Set PROXY_HOPS=1" in advice(answer)["proxies (0 in front)"]


def test_an_older_schema_is_told(house: Flask) -> None:
    with house.app_context():
        downgrade(revision="-1")

    answer = examine(house)

    assert answer.exit_code == 1
    assert advice(answer) == {"migrations": "Run: flask --app wsgi db upgrade"}


@pytest.mark.usefixtures("on_postgresql")
def test_a_database_that_does_not_answer_is_told(in_production: Callable[..., Flask]) -> None:
    answer = examine(in_production(DATABASE_URL="postgresql://docket:hidden@127.0.0.1:1/docket"))

    assert answer.exit_code == 1
    assert "Is DATABASE_URL right, and the server up?" in advice(answer)["database"]
    assert "hidden" not in answer.output


@pytest.mark.usefixtures("on_sqlite")
def test_a_file_that_is_no_database_is_told(in_production: Callable[..., Flask], tmp_path: Path) -> None:
    (tmp_path / "docket.sqlite3").write_text("no database\n" * 100)

    answer = examine(in_production(DATABASE_URL=f"sqlite:///{tmp_path}/docket.sqlite3"))

    assert answer.exit_code == 1
    assert list(advice(answer)) == ["database"]


@pytest.mark.usefixtures("on_sqlite")
def test_a_folder_that_may_not_be_written_is_told(
    in_production: Callable[..., Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = in_production()
    monkeypatch.setattr("os.access", lambda *_arguments: False)

    answer = examine(app)

    assert answer.exit_code == 1
    (folder,) = (words for what, words in advice(answer).items() if what.startswith("data folder"))
    assert folder.startswith("Let this user write to /")


@pytest.mark.usefixtures("on_postgresql")
def test_a_clock_that_is_wrong_is_told(in_production: Callable[..., Flask]) -> None:
    app = in_production()

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=5)):
        answer = examine(app)

    assert answer.exit_code == 1
    assert "Let NTP set it." in advice(answer)["clock"]
