"""What a form and the row that it edits have both changed since the form was made.

A row's `version` counts its entries, so that the last entries of the log tell what it was at any version
that the log still reaches.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Activity
from .recording import Recorded, decode


class Stale(Exception):
    """Somebody else has changed the same: `theirs` is what these columns say now, `version` when.

    `untouched` is what columns say now that they alone have changed: the form is to say so too.
    """

    def __init__(self, theirs: Mapping[str, Any], version: int, untouched: Mapping[str, Any]) -> None:
        super().__init__(", ".join(theirs))
        self.theirs, self.version, self.untouched = theirs, version, untouched


def merge(
    session: Session,
    row: Recorded,
    wanted: Mapping[str, Any],
    seen_version: int,
    together: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """What of `wanted` is to be put on the row, where only its form has changed it since `seen_version`.

    What somebody else alone has changed stays as they left it. Raises Stale for what both have changed, and
    for all that differs where the log does not reach back as far. Columns that are `together` say one thing
    only, such as a place: who changes one of them changes all.
    """
    differing = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not differing or seen_version == row.version:
        return differing
    was = values_at(session, row, seen_version)
    if was is None:
        raise Stale({name: getattr(row, name) for name in differing}, row.version, {})
    changed = {name for name, value in wanted.items() if was.get(name, getattr(row, name)) != value}
    if changed & together:
        changed |= together
    mine = {name: value for name, value in differing.items() if name in changed}
    touched = {*mine, *(together if together & mine.keys() else ())}
    both = {name: getattr(row, name) for name in was if name in touched}
    if both:
        untouched = {name: getattr(row, name) for name in differing if name not in mine}
        raise Stale(both, row.version, untouched)
    return mine


def values_at(session: Session, row: Recorded, version: int) -> dict[str, Any] | None:
    """The tracked columns that differ by now, as they were; None where the log does not reach back."""
    count = row.version - version
    newest = (
        select(Activity.before)
        .where(Activity.workspace_id == row.workspace_id)
        .where(Activity.subject == row.subject, Activity.subject_id == row.id)
        .order_by(Activity.seq.desc())
        .limit(max(count, 0))
    )
    entries = session.scalars(newest).all()
    if count < 0 or len(entries) < count or None in entries:
        return None
    was: dict[str, Any] = {}
    for before in entries:
        was.update(before or {})
    decoded = {name: decode(row, name, value) for name, value in was.items()}
    return {name: value for name, value in decoded.items() if getattr(row, name) != value}
