"""An application in production with views that fail, and the lines that it writes to its log."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from tests.builders import Person, make_person
from webapp import logs
from webapp.database import writing
from webapp.extensions import db
from webapp.security import public

KEY = "ahw0Eet3ohthoh5eishieng9iepoWie8"
CANARY = "canary-Xoh4ieWu"
Lines = Callable[[], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def served(new_migrated_app: Callable[..., Flask]) -> Flask:
    """An application in production, over plain http, with views that fail."""
    app = new_migrated_app(ENVIRONMENT="production", SECRET_KEY=KEY)
    app.testing = False
    app.add_url_rule("/bug", "bug.show", bug)
    app.add_url_rule("/refused", "refused.show", refused)
    app.add_url_rule("/away", "away.show", away)
    return app


@public
def bug() -> str:
    return {"known": "value"}[f"{CANARY}\nforged"]


@public
def refused() -> str:
    """Break a constraint: PostgreSQL quotes the whole row in its answer."""
    with writing() as session:
        statement = text("INSERT INTO workspace (id, name, seq) VALUES (1, :name, NULL)")
        session.execute(statement, {"name": CANARY})
    return ""


@public
def away() -> str:
    db.session.execute(text("SELECT * FROM nowhere WHERE title = :title"), {"title": CANARY})
    return ""


@pytest.fixture
def alice_served(served: Flask) -> Iterator[Person]:
    """Alice in production. All applications of a process share one logger, which is set back."""
    before = served.logger.handlers[:], served.logger.level
    logs.set_up_logger(served)
    served.extensions["schema_fits"] = True
    yield make_person(served, "Alice")
    served.logger.handlers[:], served.logger.level = before
    with served.app_context(), db.engine.begin() as connection:
        for table in reversed(db.metadata.sorted_tables):
            connection.execute(table.delete())


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> Lines:
    """The lines written since the last look, each of them JSON."""
    capsys.readouterr()
    return lambda: [json.loads(line) for line in capsys.readouterr().out.splitlines()]
