"""The log as people read it: one item for each batch, newest first."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from .models import UNDID, Activity
from .naming import Names, names_in, reader
from .recording import model_of

PAGE = 50


class Change(NamedTuple):
    """One column that changed, in words."""

    name: str
    before: str
    after: str


class Item(NamedTuple):
    """One batch: “You completed Put the bins out”. `change_id` is what it reverts, or itself."""

    id: int
    change_id: int
    at: datetime
    verb: str
    doing: str
    name: str
    size: int
    noun: str
    changes: list[Change]
    is_revert: bool
    is_undone: bool
    can_redo: bool

    @property
    def can_undo(self) -> bool:
        return not self.is_revert and not self.is_undone

    @property
    def what(self) -> str:
        """What it was done to, quoted or counted; what has no word for several of it, quoted and counted."""
        if self.size == 1:
            return f"“{self.name}”"
        return f"{self.size} {self.noun}s" if self.noun else f"“{self.name}” and {self.size - 1} more"


def history_page(
    session: Session, workspace_ids: Iterable[int], actor_id: int, before_id: int
) -> tuple[list[Item], int | None]:
    """A page of a person's own changes older than an entry, and from which entry the next page starts."""
    heads = session.scalars(
        select(Activity)
        .where(
            Activity.workspace_id.in_(list(workspace_ids)),
            Activity.actor_id == actor_id,
            Activity.seq == Activity.batch,
            Activity.id < before_id,
        )
        .order_by(Activity.id.desc())
        .limit(PAGE + 1)
    ).all()
    return items(session, heads[:PAGE]), heads[PAGE - 1].id if len(heads) > PAGE else None


def items(session: Session, heads: Sequence[Activity]) -> list[Item]:
    """The batches behind these first entries, in words.

    Three queries for all of them, and one for each kind of rows to which they refer.
    """
    workspace_ids = {head.workspace_id for head in heads}
    batches = {head.batch for head in heads} | {head.reverts for head in heads if head.reverts}
    originals = _heads(session, workspace_ids, batches)
    sizes = _sizes(session, workspace_ids, batches)
    last = _last_reverts(session, workspace_ids, batches)
    names = names_in(session, originals.values())
    return [_item(head, Batches(originals, sizes, last, names)) for head in heads]


def by_day(found: Sequence[Item], time_zone: str) -> list[tuple[date, list[Item]]]:
    """The items under the days on which they happened where the person is."""
    days: dict[date, list[Item]] = {}
    for item in found:
        days.setdefault(item.at.astimezone(ZoneInfo(time_zone)).date(), []).append(item)
    return list(days.items())


Key = tuple[int, int]


class Batches(NamedTuple):
    """What is known of the batches of a page: first entries, sizes, last reverts, names of other rows."""

    originals: dict[Key, Activity]
    sizes: dict[Key, int]
    last: dict[Key, Activity]
    names: Names


def _item(head: Activity, batches: Batches) -> Item:
    originals, sizes, last, names = batches
    key = (head.workspace_id, head.reverts or head.batch)
    original = originals.get(key, head)  # what an undo reverts may be older than what is kept
    undone = key in last and last[key].verb == UNDID
    size = sizes.get(key) or sizes[head.workspace_id, head.batch]
    return Item(
        id=head.id,
        change_id=original.id,
        at=head.at,
        verb=head.verb,
        doing=model_of(original.subject).verbs.get(original.verb, "changing"),
        name=original.subject_name,
        size=size,
        noun=model_of(original.subject).noun,
        changes=_changes(original, names) if size == 1 and not head.reverts else [],
        is_revert=head.reverts is not None,
        is_undone=undone,
        can_redo=undone and key in originals and last[key].batch == head.batch,
    )


def _changes(entry: Activity, names: Names) -> list[Change]:
    if entry.before is None or entry.after is None:
        return []
    tracked = model_of(entry.subject).tracked
    read = {name: reader(entry, tracked[name], names) for name in entry.after}
    return [
        Change(tracked[name].name, words(entry.before[name]), words(entry.after[name]))
        for name, words in read.items()
        if words
    ]


def _heads(session: Session, workspace_ids: set[int], batches: set[int]) -> dict[Key, Activity]:
    found = select(Activity).where(Activity.workspace_id.in_(workspace_ids), Activity.seq.in_(batches))
    return {(entry.workspace_id, entry.batch): entry for entry in session.scalars(found)}


def _sizes(session: Session, workspace_ids: set[int], batches: set[int]) -> dict[Key, int]:
    """To how many of its first kind each batch did what it is named for."""
    head = aliased(Activity)
    same = and_(
        head.workspace_id == Activity.workspace_id,
        head.seq == Activity.batch,
        head.subject == Activity.subject,
        head.verb == Activity.verb,
    )
    counted = (
        select(Activity.workspace_id, Activity.batch, func.count(Activity.subject_id.distinct()))
        .join(head, same)
        .where(Activity.workspace_id.in_(workspace_ids), Activity.batch.in_(batches))
        .group_by(Activity.workspace_id, Activity.batch)
    )
    return {(workspace_id, batch): count for workspace_id, batch, count in session.execute(counted)}


def _last_reverts(session: Session, workspace_ids: set[int], batches: set[int]) -> dict[Key, Activity]:
    """The last entry that reverts each batch; later ones overwrite earlier ones."""
    reverting: Any = select(Activity).where(
        Activity.workspace_id.in_(workspace_ids), Activity.reverts.in_(batches)
    )
    ordered = session.scalars(reverting.order_by(Activity.seq))
    return {(entry.workspace_id, entry.reverts or 0): entry for entry in ordered}
