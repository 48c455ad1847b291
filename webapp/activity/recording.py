"""Recording what a verb did, inside its own transaction."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol, cast

from sqlalchemy import BigInteger, column, insert, inspect, table, update
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session

from ..database import Base, InWorkspace, before_commit
from .models import LONGEST_NAME, Activity

_workspace = table("workspace", column("id", BigInteger), column("seq", BigInteger))
PENDING, RECORDED = "activity: entries to insert", "activity: first entry of the last commit"


class Actor(Protocol):
    """Who acts."""

    @property
    def id(self) -> int: ...


class Tracked(NamedTuple):
    """How a tracked column reads: its name for people and its values as words, or not at all.

    A column that `refers` to rows of another subject reads as their names.
    """

    name: str
    words: Callable[[Any], str] | None = None
    refers: str = ""


class Recorded(InWorkspace):
    """A model whose changes are kept: `subject` names it in the log, `tracked` what of it is kept.

    What is not in `tracked` never reaches the log. `version` counts the entries after the first, so that
    the log tells what a row was at any version. A row that was deleted stays until its time in the bin ends.
    """

    subject: ClassVar[str]
    noun: ClassVar[str]  # what people call several of them, in the singular; empty if nothing
    tracked: ClassVar[Mapping[str, Tracked]]
    # The verbs of the log, and how one speaks of undoing them: {"completed": "completing"}.
    verbs: ClassVar[Mapping[str, str]]
    # The columns that hold what people call a row, and in whose project's history it appears.
    name_from: ClassVar[str] = "name"
    project_from: ClassVar[str | None] = "project_id"

    version: Mapped[int] = mapped_column(default=1)
    deleted_at: Mapped[datetime | None]

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None

    @property
    def subject_name(self) -> str:
        return str(getattr(self, self.name_from))

    @classmethod
    def check_reverted(cls, session: Session, rows: Iterable[Any]) -> None:
        """Raise Invalid if what was put back on these rows, in the database too, breaks a rule."""

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> Any:
        """The condition on rows that this person may change now."""
        raise NotImplementedError


@cache
def model_of(subject: str) -> type[Recorded]:
    """The model behind a name in the log."""
    models = {mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Recorded)}
    return next(model for model in models if model.subject == subject)


def record(row: Recorded, verb: str, *, by: Actor, now: datetime) -> None:
    """Keep what changed on `row` since it was loaded or last recorded; nothing if nothing did.

    Sends the change to the database, so that a new row has its id.
    """
    record_all([row], verb, by=by, now=now)


def record_all(
    rows: Iterable[Recorded], verb: str, *, by: Actor, now: datetime, reverts: int | None = None
) -> None:
    """As `record`, for rows that were changed together and are sent to the database together."""
    record_each([(row, verb) for row in rows], by=by, now=now, reverts=reverts)


def record_each(
    rows: Iterable[tuple[Recorded, str]], *, by: Actor, now: datetime, reverts: int | None = None
) -> None:
    """As `record_all`, each row with a verb of its own."""
    changed = [(row, verb, *change) for row, verb in rows if (change := _change(row))]
    for row, _, before, _ in changed:
        if before is not None:
            row.version += 1
    for session in {object_session(row) for row, *_ in changed}:
        assert session is not None, "only a row of a session can be recorded"  # noqa: S101
        session.flush()
        _pending(session).extend(
            {**_entry(row, verb, before, after), "actor_id": by.id, "at": now, "reverts": reverts}
            for row, verb, before, after in changed
        )


def record_many(session: Session, entries: Iterable[dict[str, Any]]) -> None:
    """Keep what one statement did to many rows; each entry names every column of the log but its numbers."""
    _pending(session).extend({"reverts": None, **entry} for entry in entries)


def recorded(session: Session) -> int | None:
    """The id of the first entry that the last commit of this session made, which its Undo button names."""
    return cast("int | None", session.info.get(RECORDED))


def encode(value: Any) -> Any:
    """A tracked value as JSON holds it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def decode(row: Recorded, name: str, value: Any) -> Any:
    """The value for a column from what `encode` made."""
    kind = inspect(type(row)).columns[name].type.python_type
    return kind.fromisoformat(value) if value is not None and hasattr(kind, "fromisoformat") else value


def _change(row: Recorded) -> tuple[dict[str, Any] | None, dict[str, Any] | None] | None:
    """The tracked columns before and after, both null for a new row; nothing for one that is as it was."""
    state = inspect(row)
    if state.pending:
        return None, None
    histories = {name: state.attrs[name].history for name in row.tracked}
    changed = {name: history for name, history in histories.items() if history.has_changes()}
    before = {name: encode(_first(history.deleted)) for name, history in changed.items()}
    after = {name: encode(_first(history.added)) for name, history in changed.items()}
    return (before, after) if before != after else None


def _entry(
    row: Recorded, verb: str, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> dict[str, Any]:
    return {
        "workspace_id": row.workspace_id,
        "verb": verb,
        "subject": row.subject,
        "subject_id": row.id,
        "subject_name": row.subject_name[:LONGEST_NAME],
        "project_id": getattr(row, row.project_from) if row.project_from else None,
        "before": before,
        "after": after or {name: encode(getattr(row, name)) for name in row.tracked},
    }


def _first(values: Any) -> Any:
    """A column of a new row that was never set has no old value; it is null."""
    return values[0] if values else None


def _pending(session: Session) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = session.info.setdefault(PENDING, [])
    return entries


@before_commit
def insert_entries(session: Session) -> None:
    """The last statements of a transaction: raise the workspace's number, insert the entries with it.

    The row lock that raising takes is held until the commit, so that the numbers are in commit order.
    """
    entries = session.info.pop(PENDING, [])
    session.info[RECORDED] = None
    session.flush()
    for workspace_id in sorted({entry["workspace_id"] for entry in entries}):
        _insert(session, workspace_id, [e for e in entries if e["workspace_id"] == workspace_id])


def _insert(session: Session, workspace_id: int, entries: list[dict[str, Any]]) -> None:
    raised = (
        update(_workspace)
        .where(_workspace.c.id == workspace_id)
        .values(seq=_workspace.c.seq + len(entries))
        .returning(_workspace.c.seq)
    )
    connection = session.connection()
    first = connection.execute(raised).scalar_one() - len(entries) + 1
    numbered = [
        {**entry, "left_project_id": _left(entry), "seq": first + place, "batch": first}
        for place, entry in enumerate(entries)
    ]
    head = insert(Activity.__table__).returning(Activity.__table__.c.id)  # type: ignore[arg-type]
    session.info[RECORDED] = connection.execute(head, numbered[:1]).scalar_one()
    if numbered[1:]:
        connection.execute(insert(Activity.__table__), numbered[1:])  # type: ignore[arg-type]


def _left(entry: dict[str, Any]) -> int | None:
    """The project from which something was moved into another one."""
    left: int | None = (entry["before"] or {}).get("project_id")
    return left if left != entry["project_id"] else None
