"""Is the process up, and does the database fit the code?

Some platforms start the web process before the release has migrated the database. Until the schema fits,
pages answer a calm 503; once it has, it is not looked at again.
"""

from alembic.script import ScriptDirectory
from flask import Blueprint, Flask, Response, current_app, make_response, request
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from .config import ROOT
from .database import reading
from .errors import error_answer
from .security import public

bp = Blueprint("health", __name__)


@bp.get("/up")
@public
def show() -> Response:
    """The process answers, whatever the database does."""
    return _word("up", 200)


ready = Blueprint("readiness", __name__)


@ready.get("/healthz")
@public
def index() -> Response:
    """The database answers and fits the code; 503 while not."""
    try:
        fits = schema_fits()
    except DBAPIError:
        return _word("the database is away", 503)
    return _word("ok", 200) if fits else _word("the database needs: flask db upgrade", 503)


def schema_fits() -> bool:
    """Whether the newest migration of this code has run, or one of newer code that is about to replace it."""
    connection = reading()
    if not inspect(connection).has_table("alembic_version"):
        return False
    found = connection.scalars(text("SELECT version_num FROM alembic_version")).all()
    return bool(found) and not current_app.extensions["older_migrations"].intersection(found)


def _wait_for_schema() -> Response | None:
    if current_app.extensions["schema_fits"] or request.blueprint in {bp.name, ready.name}:
        return None
    current_app.extensions["schema_fits"] = schema_fits()
    if current_app.extensions["schema_fits"]:
        return None
    answer = error_answer(503, "It is being prepared. Try again in a few seconds.")
    answer.headers["Retry-After"] = "5"
    return answer


def _word(word: str, status: int) -> Response:
    response = make_response(f"{word}\n", status)
    response.mimetype = "text/plain"
    response.headers["Cache-Control"] = "no-store"
    return response


def init_app(app: Flask) -> None:
    migrations = ScriptDirectory(str(ROOT / "migrations"))
    known = {migration.revision for migration in migrations.walk_revisions()}
    app.extensions["older_migrations"] = known - set(migrations.get_heads())
    app.extensions["schema_fits"] = False
    app.before_request(_wait_for_schema)
    app.register_blueprint(bp)
    app.register_blueprint(ready)
