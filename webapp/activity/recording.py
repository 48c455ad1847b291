"""Recording what a verb did, inside its own transaction."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, NamedTuple, Protocol, cast

from sqlalchemy import BigInteger, column, insert, inspect, table, update
from sqlalchemy.orm import Session, object_session

from ..database import Base, InWorkspace, before_commit
from .models import Activity

_workspace = table("workspace", column("id", BigInteger), column("seq", BigInteger))
PENDING, RECORDED = "activity: entries to insert", "activity: first entry of the last commit"


class Actor(Protocol):
    """Who acts."""

    @property
    def id(self) -> int: ...


class Tracked(NamedTuple):
    """How a tracked column reads: its name for people and its values as words, or not at all."""

    name: str
    words: Callable[[Any], str] | None = None


class Recorded(InWorkspace):
    """A model whose changes are kept: `subject` names it in the log, `tracked` what of it is kept.

    What is not in `tracked` never reaches the log.
    """

    subject: ClassVar[str]
    tracked: ClassVar[Mapping[str, Tracked]]
    # The verbs of the log, and how one speaks of undoing them: {"completed": "completing"}.
    verbs: ClassVar[Mapping[str, str]]

    @property
    def subject_name(self) -> str:
        """What people call this row."""
        raise NotImplementedError

    @property
    def activity_project_id(self) -> int | None:
        """In whose project's history it appears."""
        return cast("int | None", getattr(self, "project_id", None))

    def check_after_revert(self) -> None:
        """Raise Invalid if what was put back breaks a rule; count the edit where they are counted."""

    @classmethod
    def may_be_changed_by(cls, actor: Any) -> Any:
        """The condition on rows that this person may change now."""
        raise NotImplementedError


@cache
def model_of(subject: str) -> type[Recorded]:
    """The model behind a name in the log."""
    models = {mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, Recorded)}
    return next(model for model in models if model.subject == subject)


def record(row: Recorded, verb: str, *, by: Actor, now: datetime, reverts: int | None = None) -> None:
    """Keep what changed on `row` since it was loaded or last recorded; nothing if nothing did.

    Sends the change to the database, so that a new row has its id.
    """
    session = object_session(row)
    assert session is not None, "only a row of a session can be recorded"  # noqa: S101
    before, after = _changes(row)
    if before == after:
        return
    session.flush()
    if before is None:
        after = {name: encode(getattr(row, name)) for name in row.tracked}
    _pending(session).append(
        {
            "workspace_id": row.workspace_id,
            "actor_id": by.id,
            "at": now,
            "verb": verb,
            "subject": row.subject,
            "subject_id": row.id,
            "subject_name": row.subject_name,
            "project_id": row.activity_project_id,
            "before": before,
            "after": after,
            "reverts": reverts,
        }
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


def _changes(row: Recorded) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    state = inspect(row)
    if state.pending:
        return None, {}
    histories = {name: state.attrs[name].history for name in row.tracked}
    changed = {name: history for name, history in histories.items() if history.has_changes()}
    before = {name: encode(_first(history.deleted)) for name, history in changed.items()}
    return before, {name: encode(_first(history.added)) for name, history in changed.items()}


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
    numbered = [{**entry, "seq": first + place, "batch": first} for place, entry in enumerate(entries)]
    head = insert(Activity.__table__).returning(Activity.__table__.c.id)  # type: ignore[arg-type]
    session.info[RECORDED] = connection.execute(head, numbered[:1]).scalar_one()
    if numbered[1:]:
        connection.execute(insert(Activity.__table__), numbered[1:])  # type: ignore[arg-type]
