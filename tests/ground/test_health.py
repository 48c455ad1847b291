"""Is it up, and does the database fit? Until it does, every page is calm."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from tests.builders import make_person
from tests.calling import PARTIAL
from tests.pages import Browser, Page
from webapp.extensions import db

PATHS = ["/", "/tasks", "/auth/login", "/auth/register", "/about", "/settings", "/nowhere"]


@pytest.fixture
def empty_app(new_app: Callable[..., Flask], new_database: Callable[[], str]) -> Flask:
    """An application whose database holds no table."""
    return new_app(DATABASE_URL=new_database())


@pytest.fixture
def older_app(empty_app: Flask) -> Flask:
    """An application whose last migration has not run."""
    migrate(empty_app)
    with empty_app.app_context():
        downgrade(revision="-1")
    empty_app.extensions["schema_fits"] = False
    return empty_app


def migrate(app: Flask) -> None:
    with app.app_context():
        upgrade()


def word(app: Flask, path: str) -> tuple[int, str]:
    answer = app.test_client().get(path)
    return answer.status_code, answer.get_data(as_text=True).strip()


def is_being_prepared(page: Page) -> bool:
    return (
        page.status == 503
        and page.words("h1") == ["The database is away for a moment"]
        and page.words("main p")[1] == "It is being prepared. Try again in a few seconds."
        and page.headers["Retry-After"] == "5"
    )


def test_all_is_well(app: Flask) -> None:
    assert word(app, "/up") == (200, "up")
    assert word(app, "/healthz") == (200, "ok")


@pytest.mark.parametrize("path", ["/up", "/healthz"])
def test_the_word_is_plain_and_kept_by_no_cache(app: Flask, path: str) -> None:
    answer = app.test_client().get(path)

    assert answer.mimetype == "text/plain"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("kind", ["empty_app", "older_app"])
def test_a_database_that_does_not_fit_is_told_to_the_platform(
    kind: str, request: pytest.FixtureRequest
) -> None:
    app = request.getfixturevalue(kind)

    assert word(app, "/up") == (200, "up")
    assert word(app, "/healthz") == (503, "the database needs: flask db upgrade")


@pytest.mark.parametrize("kind", ["empty_app", "older_app"])
def test_every_page_is_calm_until_the_database_fits_and_well_afterwards(
    kind: str, request: pytest.FixtureRequest
) -> None:
    app = request.getfixturevalue(kind)
    browser = Browser(app, token="s" + 43 * "x")

    before = {path: browser.open(path) for path in PATHS}
    migrate(app)
    after = {path: browser.open(path).status for path in PATHS}

    assert [path for path, page in before.items() if not is_being_prepared(page)] == []
    assert after == {**dict.fromkeys(PATHS, 200), "/nowhere": 404}
    assert word(app, "/healthz") == (200, "ok")


def test_htmx_gets_a_toast_until_the_database_fits(empty_app: Flask) -> None:
    answer = empty_app.test_client().post("/tasks", headers=PARTIAL)

    page = Page(answer, "/tasks")
    assert page.status == 503
    assert page.toast == "It is being prepared. Try again in a few seconds."


def test_newer_code_may_migrate_while_this_one_still_serves(empty_app: Flask) -> None:
    migrate(empty_app)
    with empty_app.app_context(), db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert word(empty_app, "/healthz") == (200, "ok")
    assert Browser(empty_app).open("/about").status == 200


def test_once_it_fits_no_page_looks_again(app: Flask, queries: list[str]) -> None:
    alice = make_person(app, "Alice")
    alice.browser.open("/tasks")
    queries.clear()

    alice.browser.open("/tasks")

    assert not any("alembic_version" in statement for statement in queries)
