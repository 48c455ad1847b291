"""Undo and redo of any batch, generic over models: columns go back, if nobody has changed them since.

Undoing is itself recorded. Whether a batch is undone is the verb of the last entry that reverts it.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, aliased

from ..errors import Invalid
from .models import REDID, UNDID, Activity
from .recording import Actor, Recorded, decode, encode, model_of, record_all
from .seeing import name_for


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


Check = Callable[[Session, list[Recorded]], None]
_checks: list[Check] = []


def after_reverting(check: Check) -> Check:
    """Let a room above look at rows that were put back; it raises Invalid for a broken rule."""
    _checks.append(check)
    return check


def undo(session: Session, workspace_id: int, batches: Iterable[int], *, by: Actor, now: datetime) -> None:
    """Take batches back, newest first, in one batch of their own. Raises CannotUndo."""
    reverting = Reverting(session, by, now, UNDID, frozenset(batches))
    for batch in sorted(reverting.together, reverse=True):
        _revert(reverting, workspace_id, batch)


def redo(session: Session, workspace_id: int, batch: int, *, by: Actor, now: datetime) -> None:
    """Do again what was undone, with what was undone together with it. Raises CannotUndo."""
    reverting = Reverting(session, by, now, REDID)
    for each in _undone_together(session, workspace_id, batch):
        _revert(reverting, workspace_id, each)


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
    mine = _own_heads(workspace_ids, actor_id).where(Activity.reverts.is_(None), ~undone())
    found: Activity | None = session.scalar(mine.order_by(Activity.id.desc()).limit(1))
    return found


def last_to_redo(session: Session, workspace_ids: Iterable[int], actor_id: int) -> Activity | None:
    """The person's newest undo, unless they have changed something since: what Shift+Z does again."""
    newest = session.scalar(_own_heads(workspace_ids, actor_id).order_by(Activity.id.desc()).limit(1))
    if newest is None or newest.reverts is None:
        return None
    reverted = _own_heads(workspace_ids, actor_id).where(Activity.verb == UNDID, _is_last_revert(Activity))
    entry = session.scalar(reverted.order_by(Activity.id.desc()).limit(1))
    return entry and session.scalar(
        select(Activity).where(Activity.workspace_id == entry.workspace_id, Activity.seq == entry.reverts)
    )


def _own_heads(workspace_ids: Iterable[int], actor_id: int) -> Any:
    return select(Activity).where(
        Activity.workspace_id.in_(list(workspace_ids)),
        Activity.actor_id == actor_id,
        Activity.seq == Activity.batch,
    )


def undone(entry: Any = Activity) -> ColumnElement[bool]:
    """The condition on an entry that its batch is taken back at present."""
    revert = aliased(Activity)
    return (
        select(revert.id)
        .where(
            revert.workspace_id == entry.workspace_id,
            revert.reverts == entry.batch,
            revert.verb == UNDID,
            _is_last_revert(revert),
        )
        .exists()
    )


def _is_last_revert(revert: Any) -> ColumnElement[bool]:
    """The condition on an undo or redo that none came after it."""
    later = aliased(Activity)
    same_change = and_(later.workspace_id == revert.workspace_id, later.reverts == revert.reverts)
    return ~select(later.id).where(same_change, later.batch > revert.batch).exists()


def _undone_together(session: Session, workspace_id: int, batch: int) -> list[int]:
    """The batches that the last undo of this one took back, in the order in which they were done."""
    last = (
        select(Activity.batch)
        .where(Activity.workspace_id == workspace_id, Activity.reverts == batch)
        .order_by(Activity.seq.desc())
        .limit(1)
    )
    taken_back = select(Activity.reverts).where(
        Activity.workspace_id == workspace_id, Activity.batch == last.scalar_subquery()
    )
    return sorted({each for each in session.scalars(taken_back) if each}) or [batch]


def _revert(reverting: Reverting, workspace_id: int, batch: int) -> None:
    session, undoing = reverting.session, reverting.verb == UNDID
    if is_undone(session, workspace_id, batch) == undoing:
        raise CannotUndo("It has been undone already." if undoing else "It has not been undone.")
    entries = _entries(session, workspace_id, batch)
    if not entries:
        raise CannotUndo("It is no longer in the history.")
    later = _later_changes(session, workspace_id, batch) - reverting.together
    if later and undoing:
        raise CannotUndo("A later change builds on this one.", tuple(sorted(later, reverse=True)))
    if later:  # done again beneath it, the later change could no longer be undone
        first, *_ = _rows(reverting, entries).values()
        raise CannotUndo(f"“{first.subject_name}” has changed since.")
    try:
        kinds = _by_kind(reversed(entries) if undoing else entries)
        rows = [row for kind in kinds for row in _revert_kind(reverting, kind, batch)]
        for model in {type(row) for row in rows}:
            model.check_reverted(session, [row for row in rows if isinstance(row, model)])
        for check in _checks:
            check(session, rows)
    except Invalid as error:
        raise CannotUndo(str(error)) from error
    except IntegrityError as error:
        taken = "unique" in str(error.orig).lower()  # both engines say so
        gone = "Something it needs is no longer there."
        raise CannotUndo("Something else has its name by now." if taken else gone) from error


def _by_kind(entries: Iterable[Activity]) -> Iterable[list[Activity]]:
    """In the order in which the kinds come: what was made with a project can be changed once that stands."""
    kinds: dict[str, list[Activity]] = {}
    for entry in entries:
        kinds.setdefault(entry.subject, []).append(entry)
    return kinds.values()


def _revert_kind(reverting: Reverting, entries: list[Activity], batch: int) -> Iterable[Recorded]:
    rows = _rows(reverting, entries)
    _put_all(reverting, entries, rows)
    record_all(rows.values(), reverting.verb, by=reverting.by, now=reverting.now, reverts=batch)
    return rows.values()


def _entries(session: Session, workspace_id: int, batch: int) -> list[Activity]:
    found = select(Activity).where(Activity.workspace_id == workspace_id, Activity.batch == batch)
    return list(session.scalars(found.order_by(Activity.seq)))


def _later_changes(session: Session, workspace_id: int, batch: int) -> set[int]:
    """Batches after this one that stand and touch the same columns of the same rows."""
    own = aliased(Activity)
    same_row = and_(
        Activity.workspace_id == own.workspace_id,
        Activity.subject == own.subject,
        Activity.subject_id == own.subject_id,
    )
    found = (
        select(own, Activity)
        .join(Activity, and_(same_row, Activity.seq > own.seq, Activity.batch != own.batch))
        .where(own.workspace_id == workspace_id, own.batch == batch)
        .where(Activity.reverts.is_(None), ~undone())
    )
    return {later.batch for entry, later in session.execute(found) if _builds_on(later, entry)}


def _builds_on(later: Activity, entry: Activity) -> bool:
    made_or_removed = entry.before is None or later.after is None
    return made_or_removed or bool((entry.after or {}).keys() & (later.after or {}).keys())


def _rows(reverting: Reverting, entries: list[Activity]) -> dict[tuple[str, int], Recorded]:
    """The rows of these entries, locked. Raises CannotUndo unless the person may change all of them now."""
    rows = {
        (subject, row.id): row
        for subject in {entry.subject for entry in entries}
        for row in reverting.session.scalars(_to_change(reverting, subject, entries))
    }
    for entry in entries:
        if (entry.subject, entry.subject_id) not in rows:
            name = name_for(reverting.session, entry, reverting.by)
            raise CannotUndo(f"{name} is gone for good, or you may no longer change it.")
    return rows


def _to_change(reverting: Reverting, subject: str, entries: list[Activity]) -> Any:
    model = model_of(subject)
    ids = {entry.subject_id for entry in entries if entry.subject == subject}
    return (
        select(model)
        .where(model.workspace_id == entries[0].workspace_id, model.id.in_(ids))
        .where(model.may_be_changed_by(reverting.by))
        .order_by(model.id)
        .with_for_update(of=model, key_share=True)
    )


def _put_all(
    reverting: Reverting, entries: Iterable[Activity], rows: dict[tuple[str, int], Recorded]
) -> None:
    undoing = reverting.verb == UNDID
    for entry in entries:
        row = rows[entry.subject, entry.subject_id]
        if entry.before is None:
            row.deleted_at = reverting.now if undoing else None
        else:
            old, new = (entry.after, entry.before) if undoing else (entry.before, entry.after)
            _put(row, old or {}, new or {})


def _put(row: Recorded, old: dict[str, Any], new: dict[str, Any]) -> None:
    changed_since = [name for name, value in old.items() if encode(getattr(row, name)) != value]
    if changed_since:
        raise CannotUndo(f"“{row.subject_name}” has changed since.")
    for name, value in new.items():
        setattr(row, name, decode(row, name, value))
