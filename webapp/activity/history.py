"""What a person changed, newest first, and any change by itself."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Activity
from .recording import Actor
from .seeing import seen_by
from .telling import Item, Reader, items

PAGE = 50


def history_page(
    session: Session, workspace_ids: Iterable[int], actor: Actor, before_id: int
) -> tuple[list[Item], int | None]:
    """A page of a person's own changes older than an entry, and from which entry the next page starts."""
    heads = session.scalars(
        select(Activity)
        .where(
            Activity.workspace_id.in_(list(workspace_ids)),
            Activity.actor_id == actor.id,
            Activity.seq == Activity.batch,
            Activity.id < before_id,
        )
        .order_by(Activity.id.desc())
        .limit(PAGE + 1)
    ).all()
    found = items(session, heads[:PAGE], Reader(actor))
    return found, heads[PAGE - 1].id if len(heads) > PAGE else None


def one_item(session: Session, entry: Activity, actor: Any, *, asks: bool = False) -> Item:
    """The batch behind an entry, of which only what the person may see is told."""
    return items(session, [entry], Reader(actor, seen_by(actor), asks=asks, foresees=asks))[0]


def by_day(found: Sequence[Item], time_zone: str) -> list[tuple[date, list[Item]]]:
    """The items under the days on which they happened where the person is."""
    days: dict[date, list[Item]] = {}
    for item in found:
        days.setdefault(item.at.astimezone(ZoneInfo(time_zone)).date(), []).append(item)
    return list(days.items())
