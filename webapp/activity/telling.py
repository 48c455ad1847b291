"""Batches of the log in words, as far as somebody may read them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, String, case, column, func, select, table, true
from sqlalchemy.orm import Session

from .depending import later_changes
from .differences import Part, differences
from .models import UNDID, Activity
from .naming import Names, names_in
from .naming import reader as reader_of
from .recording import Actor, model_of
from .seeing import changeable

ASIDE = {"shifted"}  # what only makes room for something else is not worth a word
Key = tuple[int, int]

_user = table("user", column("id", BigInteger), column("name", String))


class Reader(NamedTuple):
    """Who reads: of each batch only what is `seen` counts, and only what is `within` is told.

    `asks` is whether it matters what they may change now; of one's own history it is not asked. `foresees`
    is whether it matters what would have to be undone first.
    """

    actor: Actor
    seen: ColumnElement[bool] = true()
    within: ColumnElement[bool] = true()
    asks: bool = False
    foresees: bool = True


class Change(NamedTuple):
    """One column that changed: its name for people, and what was removed from it and added."""

    name: str
    parts: list[Part]


class Item(NamedTuple):
    """One batch: “You completed Put the bins out”. `change_id` is what it reverts, or itself.

    `by` is nobody's name if it was the reader; `also` is what else was done at the same time; `later` are
    changes that build on it.
    """

    id: int
    change_id: int
    at: datetime
    by_id: int
    by: str
    verb: str
    doing: str
    what: str
    changes: list[Change]
    also: list[str]
    is_revert: bool
    is_undone: bool
    may_change: bool
    is_latest: bool
    later: Collection[int]

    @property
    def with_later(self) -> str:
        """What people call undoing it with what builds on it; empty if nothing does."""
        return ("Undo all" if len(self.later) > 1 else "Undo both") if self.later else ""

    @property
    def says_later(self) -> bool:
        """Whether it is worth a word what builds on it; on what was added everything does."""
        return self.can_undo and bool(self.later) and self.verb != "added"

    @property
    def can_undo(self) -> bool:
        return self.may_change and not self.is_revert and not self.is_undone

    @property
    def can_redo(self) -> bool:
        return self.may_change and self.is_undone and self.is_latest


def items(session: Session, heads: Sequence[Activity], reader: Reader) -> list[Item]:
    """The batches behind these first entries, in words; four queries, two more for others' changes."""
    workspace_ids = {head.workspace_id for head in heads}
    batches = {head.batch for head in heads} | {head.reverts for head in heads if head.reverts}
    known = firsts(session, workspace_ids, batches, reader)
    told = Told(
        reader,
        known,
        _groups(session, workspace_ids, batches, reader),
        _last_reverts(session, workspace_ids, batches),
        _people(session, {head.actor_id for head in heads} - {reader.actor.id}),
        names_in(session, known.values(), reader.actor),
        changeable(session, reader.actor, heads) if reader.asks else None,
        later_changes(session, workspace_ids, [head.batch for head in heads]) if reader.foresees else {},
    )
    return [told.item(head) for head in heads]


class Group(NamedTuple):
    """What a batch did to one kind of thing: to how many, and to which of those that are told of."""

    subject: str
    verb: str
    size: int
    told: int
    name: str | None

    @property
    def noun(self) -> str:
        return model_of(self.subject).noun

    def what(self, name: str | None) -> str:
        """What it was done to, quoted or counted; what has no word for several of it, quoted and counted."""
        if self.size == 1:
            return f"“{name}”"
        if self.noun and self.told == self.size:
            return f"{self.size} {self.noun}s"
        return f"“{name}” and {self.size - 1} more"


class Told(NamedTuple):
    """All that is known of the batches on a page."""

    reader: Reader
    firsts: dict[Key, Activity]
    groups: dict[Key, list[Group]]
    last: dict[Key, Activity]
    people: dict[int, str]
    names: Names
    changeable: Collection[tuple[str, int]] | None
    later: dict[Key, set[int]]

    def item(self, head: Activity) -> Item:
        key = (head.workspace_id, head.reverts or head.batch)
        # What an undo reverts may be older than what is kept.
        original = self.firsts.get(key, head)
        own = self._group(key, original) or self._group((head.workspace_id, head.batch), head)
        last = self.last.get(key)
        return Item(
            id=head.id,
            change_id=original.id,
            at=head.at,
            by_id=head.actor_id,
            by=self.people.get(head.actor_id, ""),
            verb=head.verb,
            doing=model_of(original.subject).verbs.get(original.verb, "changing"),
            what=own.what(original.subject_name) if own else f"“{original.subject_name}”",
            changes=_changes(original, self.names) if own and own.told == 1 and not head.reverts else [],
            also=[] if head.reverts else self._also(key, own),
            is_revert=head.reverts is not None,
            is_undone=last is not None and last.verb == UNDID,
            may_change=self.changeable is None or (head.subject, head.subject_id) in self.changeable,
            is_latest=last is not None and last.batch == head.batch and key in self.firsts,
            later=self.later.get(key, ()),
        )

    def _group(self, key: Key, entry: Activity) -> Group | None:
        same = (entry.subject, entry.verb)
        return next(
            (group for group in self.groups.get(key, ()) if (group.subject, group.verb) == same), None
        )

    def _also(self, key: Key, own: Group | None) -> list[str]:
        others = [
            group for group in self.groups[key] if group != own and group.told and group.verb not in ASIDE
        ]
        return [f"{group.verb} {group.what(group.name)}" for group in others]


def _changes(entry: Activity, names: Names) -> list[Change]:
    if entry.before is None or entry.after is None:
        return []
    tracked = model_of(entry.subject).tracked
    read = {name: reader_of(entry, tracked[name], names) for name in entry.after}
    return [
        Change(tracked[name].name, differences(words(entry.before[name]), words(entry.after[name])))
        for name, words in read.items()
        if words
    ]


def firsts(
    session: Session, workspace_ids: Collection[int], batches: Collection[int], reader: Reader
) -> dict[Key, Activity]:
    """The first entry of each of these batches that is within what is read."""
    here = (Activity.workspace_id.in_(workspace_ids), Activity.batch.in_(batches), reader.within, reader.seen)
    first = select(func.min(Activity.id)).where(*here).group_by(Activity.workspace_id, Activity.batch)
    found = select(Activity).where(Activity.workspace_id.in_(workspace_ids), Activity.id.in_(first))
    return {(entry.workspace_id, entry.batch): entry for entry in session.scalars(found)}


def _groups(
    session: Session, workspace_ids: Collection[int], batches: Collection[int], reader: Reader
) -> dict[Key, list[Group]]:
    """What each batch did, one group for each kind of thing and verb, in the order of the log."""
    kind = (Activity.workspace_id, Activity.batch, Activity.subject, Activity.verb)
    counted = (
        select(
            *kind,
            func.count(Activity.subject_id.distinct()),
            func.count(case((reader.within, Activity.subject_id)).distinct()),
            func.min(case((reader.within, Activity.subject_name))),
        )
        .where(Activity.workspace_id.in_(workspace_ids), Activity.batch.in_(batches), reader.seen)
        .group_by(*kind)
        .order_by(func.min(Activity.seq))
    )
    groups: dict[Key, list[Group]] = {}
    for workspace_id, batch, *group in session.execute(counted):
        groups.setdefault((workspace_id, batch), []).append(Group(*group))
    return groups


def _last_reverts(
    session: Session, workspace_ids: Collection[int], batches: Collection[int]
) -> dict[Key, Activity]:
    """The last entry that reverts each batch; later ones overwrite earlier ones."""
    reverting: Any = select(Activity).where(
        Activity.workspace_id.in_(workspace_ids), Activity.reverts.in_(batches)
    )
    ordered = session.scalars(reverting.order_by(Activity.seq))
    return {(entry.workspace_id, entry.reverts or 0): entry for entry in ordered}


def _people(session: Session, ids: Collection[int]) -> dict[int, str]:
    if not ids:
        return {}
    rows = session.execute(select(_user).where(_user.c.id.in_(ids)))
    return {row.id: row.name for row in rows}
