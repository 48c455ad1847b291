"""The history of one thing: what everybody did to it, chosen by person and by kind of change."""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, or_, select, union
from sqlalchemy.orm import Session

from .history import PAGE
from .models import REDID, UNDID, Activity
from .seeing import seen_by
from .telling import Item, Reader, firsts, items

# The kinds by which people choose, in words, and their verbs; OTHER is for all that has no kind of its own.
KINDS = {
    "added": ("Added", {"added"}),
    "changed": ("Changed", set()),
    "moved": ("Moved", {"moved"}),
    "completed": ("Completed", {"completed", "reopened"}),
    "deleted": ("Deleted", {"deleted", "restored"}),
    "undone": ("Undone", {UNDID, REDID}),
}
OTHER = "changed"
NAMED = {verb for _, verbs in KINDS.values() for verb in verbs}


class Chosen(NamedTuple):
    """Which changes are to be shown: of one person, of one kind; of all where nothing is said."""

    by: int = 0
    kind: str = ""

    @property
    def conditions(self) -> list[ColumnElement[bool]]:
        _, verbs = KINDS.get(self.kind, ("", set()))
        of_kind = Activity.verb.not_in(NAMED) if self.kind == OTHER else Activity.verb.in_(verbs)
        return [
            *([Activity.actor_id == self.by] if self.by else ()),
            *([of_kind] if self.kind in KINDS else ()),
        ]


class Subject(NamedTuple):
    """Whose history it is: the workspace where it lives, and the conditions by which its entries are found.

    Each of them goes along an index of its own.
    """

    workspace_id: int
    ways: tuple[ColumnElement[bool], ...]


def history_of(
    session: Session, subject: Subject, actor: Any, chosen: Chosen, before: int
) -> tuple[list[Item], int | None]:
    """A page of batches older than one, and from which batch the next page starts.

    Of each batch it tells what belongs to the subject and counts what the person may see; a batch is
    chosen by any of its entries.
    """
    reader = Reader(actor, seen_by(actor), or_(*subject.ways), asks=True)
    wanted = (reader.seen, *chosen.conditions, Activity.batch < before)
    batches = list(session.scalars(_page(subject, *wanted)))
    found = firsts(session, {subject.workspace_id}, batches[:PAGE], reader)
    heads = sorted(found.values(), key=lambda entry: -entry.batch)
    return items(session, heads, reader), batches[PAGE - 1] if len(batches) > PAGE else None


def _page(subject: Subject, *wanted: ColumnElement[bool]) -> Any:
    """The newest batches that are found in any of its ways."""
    newest = (
        select(Activity.batch)
        .where(Activity.workspace_id == subject.workspace_id, way, *wanted)
        .group_by(Activity.batch)
        .order_by(Activity.batch.desc())
        .limit(PAGE + 1)
        .subquery()
        for way in subject.ways
    )
    found = union(*(select(batches.c.batch) for batches in newest)).subquery()
    return select(found.c.batch).order_by(found.c.batch.desc()).limit(PAGE + 1)
