"""Tables, types and transactions that every room stands on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, ClassVar

from flask import Flask
from sqlalchemy import (
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    MetaData,
    TextClause,
    TypeDecorator,
    UniqueConstraint,
    and_,
    event,
    inspect,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    Session,
    declared_attr,
    foreign,
    mapped_column,
    remote,
)

from .extensions import db, metadata

# SQLite makes ids by itself only for a column of exactly this type.
Id = BigInteger().with_variant(Integer, "sqlite")


class Utc(TypeDecorator[datetime]):
    """An instant: aware and in UTC in Python, with a zone on PostgreSQL, plain UTC on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs its time zone.")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """What every table shares: names by convention, typed instants."""

    metadata: ClassVar[MetaData] = metadata
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Utc}


def table_args(*args: Any) -> tuple[Any, ...]:
    """Constraints, and `sqlite_autoincrement`: SQLite reuses a deleted row's id otherwise."""
    return (*args, {"sqlite_autoincrement": True})


class WithId:
    """A table with an id that the database gives, never gives twice, and that fits 63 bits."""

    id: Mapped[int] = mapped_column(Id, Identity(), primary_key=True, sort_order=-2)


class InWorkspace(WithId):
    """A table that holds people's data: each row lives in one workspace and never leaves it.

    The mapper's key is (workspace_id, id), so that every statement of the ORM names the workspace.
    """

    @declared_attr
    def workspace_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("workspace.id"), sort_order=-1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"primary_key": [cls.workspace_id, cls.id]}


def workspace_args(*args: Any) -> tuple[Any, ...]:
    """`table_args` of a table that is InWorkspace: other rows refer to (workspace_id, id)."""
    return table_args(UniqueConstraint("workspace_id", "id"), *args)


def refers_to(table: str, column: str, **options: Any) -> ForeignKeyConstraint:
    """A foreign key that the database refuses across workspaces."""
    return ForeignKeyConstraint(["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"], **options)


def to_parent(child: Any, column: Any, parent: Any) -> Any:
    """The join of a many-to-one along `refers_to`: only the id is copied from the parent."""
    return and_(foreign(column) == remote(parent.id), child.workspace_id == remote(parent.workspace_id))


def to_children(child: Any, column: Any, parent: Any) -> Any:
    """The same join seen from the parent."""
    return and_(foreign(remote(column)) == parent.id, remote(child.workspace_id) == parent.workspace_id)


def partial_index(name: str, *columns: str, where: TextClause, unique: bool = False) -> Index:
    """An index over the rows that fit `where`, on both engines."""
    return Index(name, *columns, unique=unique, sqlite_where=where, postgresql_where=where)


Finisher = Callable[[Session], None]
_finishers: list[Finisher] = []


def before_commit(finisher: Finisher) -> Finisher:
    """Run this at the end of every `writing()`, inside its transaction."""
    _finishers.append(finisher)
    return finisher


@contextmanager
def writing() -> Iterator[Session]:
    """One transaction that may write: everything inside is kept, or nothing.

    What was read before is read anew inside, because it may have changed since. SQLite takes its
    write lock at once: a transaction that reads first and locks later is refused when another has
    written in between.
    """
    session = db.session()
    session.rollback()
    session.expire_all()  # also what an earlier writing() of this request has left behind
    session.connection(execution_options={"writing": True})
    try:
        yield session
        for finish in _finishers:
            finish(session)
        session.commit()
    except BaseException:
        session.rollback()
        session.info.clear()
        raise


@contextmanager
def writing_if_free() -> Iterator[Connection]:
    """A short write beside the request's own transaction; DBAPIError at once if another holds the lock."""
    with db.engine.connect().execution_options(writing=True) as connection:
        if connection.dialect.name == "sqlite":
            driver: Any = connection.connection.driver_connection
            (usual,) = driver.execute("PRAGMA busy_timeout").fetchone()
            driver.execute("PRAGMA busy_timeout = 0")
            try:
                yield connection
                connection.commit()
            finally:
                driver.execute(f"PRAGMA busy_timeout = {usual}")
        else:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '50ms'")
            yield connection
            connection.commit()


def reading() -> Connection:
    """The connection of this request's read transaction, for prebuilt Core statements."""
    return db.session.connection()


def let_go(_error: BaseException | None = None) -> None:
    """Give this request's connection back. One that broke is thrown away: what was read from it is read."""
    try:
        db.session.remove()
    except DBAPIError:
        db.session().invalidate()


def init_app(app: Flask) -> None:
    sqlite = app.config["DATABASE_URL"].startswith("sqlite")
    app.config["SQLALCHEMY_DATABASE_URI"] = app.config["DATABASE_URL"]
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = _sqlite_options(app) if sqlite else _postgresql_options()
    db.init_app(app)
    app.teardown_appcontext(let_go)  # runs before Flask-SQLAlchemy's own, which would raise
    with app.app_context():
        if sqlite:
            _speak_sqlite(db.engine, app.config["SQLITE_SYNCHRONOUS"])


def _sqlite_options(app: Flask) -> dict[str, Any]:
    timeout = app.config["SQLITE_BUSY_TIMEOUT_MS"] / 1000
    # isolation_level None: the driver sends no BEGIN of its own, _speak_sqlite does.
    return {"hide_parameters": True, "connect_args": {"timeout": timeout, "isolation_level": None}}


def _postgresql_options() -> dict[str, Any]:
    # prepare_threshold None: PgBouncer in transaction mode loses prepared statements.
    return {
        "hide_parameters": True,
        "pool_pre_ping": True,
        "connect_args": {"connect_timeout": 5, "prepare_threshold": None},
    }


def _speak_sqlite(engine: Engine, synchronous: str) -> None:
    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: Any) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


@event.listens_for(Session, "before_flush")
def keep_workspaces(session: Session, _context: Any, _instances: Any) -> None:
    """A new row takes the workspace of its parent; an old one keeps its own."""
    for row in session.new:
        if isinstance(row, InWorkspace) and row.workspace_id is None:
            row.workspace_id = _workspace_of_parent(row)
    for row in session.dirty:
        if isinstance(row, InWorkspace) and inspect(row).attrs.workspace_id.history.has_changes():
            raise ValueError(f"{type(row).__name__} {row.id} cannot move to another workspace.")


def _workspace_of_parent(row: InWorkspace) -> int:
    for relation in inspect(type(row)).relationships:
        parent = inspect(row).dict.get(relation.key)
        if isinstance(parent, InWorkspace):
            return parent.workspace_id
    raise ValueError(f"A new {type(row).__name__} has no parent to take its workspace from.")
