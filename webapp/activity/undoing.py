"""Undo and redo of any batch, generic over models: columns go back, if nobody has changed them since.

Undoing is itself recorded. Whether a batch is undone is the verb of the last entry that reverts it.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from ..errors import Invalid
from .models import REDID, UNDID, Activity
from .recording import Actor, Recorded, decode, encode, model_of, record


class CannotUndo(Exception):
    """Why a batch cannot be undone or redone; `later` are the batches to undo first, newest first."""

    def __init__(self, reason: str, later: tuple[int, ...] = ()) -> None:
        super().__init__(reason)
        self.reason, self.later = reason, later


class Reverting(NamedTuple):
    """One undo or redo: who does it and when, and the batches that it takes back together."""

    session: Session
    by: Actor
    now: datetime
    verb: str
    together: frozenset[int] = frozenset()


def undo(session: Session, workspace_id: int, batches: Iterable[int], *, by: Actor, now: datetime) -> None:
    """Take batches back, newest first, in one batch of their own. Raises CannotUndo."""
    reverting = Reverting(session, by, now, UNDID, frozenset(batches))
    for batch in sorted(reverting.together, reverse=True):
        _revert(reverting, workspace_id, batch)


def redo(session: Session, workspace_id: int, batch: int, *, by: Actor, now: datetime) -> None:
    """Do again what was undone. Raises CannotUndo."""
    _revert(Reverting(session, by, now, REDID), workspace_id, batch)


def is_undone(session: Session, workspace_id: int, batch: int) -> bool:
    """Whether the batch is taken back at present."""
    last = (
        select(Activity.verb)
        .where(Activity.workspace_id == workspace_id, Activity.reverts == batch)
        .order_by(Activity.seq.desc())
        .limit(1)
    )
    return session.scalar(last) == UNDID


def last_to_undo(session: Session, workspace_ids: Iterable[int], actor_id: int) -> Activity | None:
    """The person's newest change that is not undone: what `z` takes back."""
    mine = _own_heads(workspace_ids, actor_id).where(Activity.reverts.is_(None), ~_undone())
    found: Activity | None = session.scalar(mine.order_by(Activity.at.desc(), Activity.id.desc()).limit(1))
    return found


def last_to_redo(session: Session, workspace_ids: Iterable[int], actor_id: int) -> Activity | None:
    """The person's newest undo, unless they have changed something since: what Shift+Z does again."""
    newest = session.scalar(
        _own_heads(workspace_ids, actor_id).order_by(Activity.at.desc(), Activity.id.desc()).limit(1)
    )
    return None if newest is None or newest.reverts is None else _undone_by(session, workspace_ids, actor_id)


def _undone_by(session: Session, workspace_ids: Iterable[int], actor_id: int) -> Activity | None:
    undos = _own_heads(workspace_ids, actor_id).where(Activity.verb == UNDID)
    for undo_entry in session.scalars(undos.order_by(Activity.at.desc(), Activity.id.desc()).limit(100)):
        if undo_entry.reverts and is_undone(session, undo_entry.workspace_id, undo_entry.reverts):
            return head_of(session, undo_entry.workspace_id, undo_entry.reverts)
    return None


def head_of(session: Session, workspace_id: int, batch: int) -> Activity | None:
    """The first entry of a batch."""
    return session.scalar(
        select(Activity).where(Activity.workspace_id == workspace_id, Activity.seq == batch)
    )


def _own_heads(workspace_ids: Iterable[int], actor_id: int) -> Any:
    return select(Activity).where(
        Activity.workspace_id.in_(list(workspace_ids)),
        Activity.actor_id == actor_id,
        Activity.seq == Activity.batch,
    )


def _undone() -> ColumnElement[bool]:
    """The condition on an entry that its batch is taken back at present."""
    revert, later = aliased(Activity), aliased(Activity)
    is_later = (
        select(later.id)
        .where(
            later.workspace_id == revert.workspace_id, later.reverts == revert.reverts, later.seq > revert.seq
        )
        .exists()
    )
    return (
        select(revert.id)
        .where(
            revert.workspace_id == Activity.workspace_id,
            revert.reverts == Activity.batch,
            revert.verb == UNDID,
            ~is_later,
        )
        .exists()
    )


def _revert(reverting: Reverting, workspace_id: int, batch: int) -> None:
    session, undoing = reverting.session, reverting.verb == UNDID
    if is_undone(session, workspace_id, batch) == undoing:
        raise CannotUndo("It has been undone already." if undoing else "It has not been undone.")
    entries = _entries(session, workspace_id, batch)
    if not entries:
        raise CannotUndo("It is no longer in the history.")
    later = tuple(b for b in _later_changes(session, entries) if b not in reverting.together)
    if undoing and later:
        raise CannotUndo("A later change builds on this one.", later)
    try:
        for entry in reversed(entries) if undoing else entries:
            _revert_entry(reverting, entry)
    except Invalid as error:
        raise CannotUndo(str(error)) from error
    except IntegrityError as error:
        raise CannotUndo("Something it needs is no longer there.") from error


def _entries(session: Session, workspace_id: int, batch: int) -> list[Activity]:
    found = select(Activity).where(Activity.workspace_id == workspace_id, Activity.batch == batch)
    return list(session.scalars(found.order_by(Activity.seq)))


def _later_changes(session: Session, entries: list[Activity]) -> tuple[int, ...]:
    """Batches after these entries that stand and touch the same columns of the same rows, newest first."""
    touching = {
        later.batch
        for entry in entries
        for later in session.scalars(_later(entry))
        if entry.before is None or later.after is None or set(entry.after or {}) & set(later.after)
    }
    return tuple(sorted(touching, reverse=True))


def _later(entry: Activity) -> Any:
    return select(Activity).where(
        Activity.workspace_id == entry.workspace_id,
        Activity.subject == entry.subject,
        Activity.subject_id == entry.subject_id,
        Activity.seq > entry.seq,
        Activity.batch != entry.batch,
        Activity.reverts.is_(None),
        ~_undone(),
    )


def _revert_entry(reverting: Reverting, entry: Activity) -> None:
    row = _find(reverting, entry)
    undoing = reverting.verb == UNDID
    if entry.before is None:
        row.deleted_at = reverting.now if undoing else None  # type: ignore[attr-defined]
    else:
        old, new = (entry.after, entry.before) if undoing else (entry.before, entry.after)
        _put(row, old or {}, new or {})
    row.check_after_revert()
    record(row, reverting.verb, by=reverting.by, now=reverting.now, reverts=entry.batch)


def _find(reverting: Reverting, entry: Activity) -> Recorded:
    """The row of an entry, locked, if the person may change it now."""
    model = model_of(entry.subject)
    found = (
        select(model)
        .where(model.workspace_id == entry.workspace_id, model.id == entry.subject_id)
        .where(model.may_be_changed_by(reverting.by))
        .with_for_update(of=model, key_share=True)
    )
    row = reverting.session.scalar(found)
    if row is None:
        raise CannotUndo(f"“{entry.subject_name}” is gone for good, or you may no longer change it.")
    return row


def _put(row: Recorded, old: dict[str, Any], new: dict[str, Any]) -> None:
    changed_since = [name for name, value in old.items() if encode(getattr(row, name)) != value]
    if changed_since:
        raise CannotUndo(f"“{row.subject_name}” has changed since.")
    for name, value in new.items():
        setattr(row, name, decode(row, name, value))
