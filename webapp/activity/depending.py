"""Which changes cannot be undone by themselves, because later ones build on them: what a list of many says.

It looks at the first entries of each batch and at what came soon after on the same rows, so that it costs
the same however much has happened; undoing.py looks at everything.
"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from .models import Activity
from .undoing import undone

ENTRIES, LATER = 10, 50
Key = tuple[int, int]


def later_changes(
    session: Session, workspace_ids: Collection[int], batches: Collection[int]
) -> dict[Key, set[int]]:
    """Of each of these batches, the first and the last that build on it; nothing of one that stands alone."""
    own = aliased(Activity)
    first, last = (_building_on(own, end).scalar_subquery() for end in (func.min, func.max))
    entries = select(own.workspace_id, own.batch, first, last).where(
        own.workspace_id.in_(workspace_ids),
        own.batch.in_(batches),
        own.seq < own.batch + ENTRIES,
        own.reverts.is_(None),
    )
    found: dict[Key, set[int]] = {}
    for workspace_id, batch, *later in session.execute(entries):
        if later[0]:
            found.setdefault((workspace_id, batch), set()).update(later)
    return found


def _building_on(own: Any, end: Any) -> Select[Any]:
    later = aliased(Activity)
    soon = (
        select(later.workspace_id, later.batch, later.after)
        .where(
            later.workspace_id == own.workspace_id,
            later.subject == own.subject,
            later.subject_id == own.subject_id,
            later.seq > own.seq,
            later.batch != own.batch,
            later.reverts.is_(None),
        )
        .order_by(later.seq)
        .limit(LATER)
        .correlate(own)
        .subquery()
    )
    ours, theirs = (func.json_each(entry.after).table_valued("key") for entry in (own, soon.c))
    same = exists().where(ours.c.key == theirs.c.key).select_from(ours, theirs).correlate(own, soon)
    builds = or_(own.before.is_(None), soon.c.after.is_(None), same)
    return select(end(soon.c.batch)).where(and_(~undone(soon.c), builds))
