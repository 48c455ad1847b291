"""How the page of what comes up is told of a change of one task."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..accounts.signing_in import visitor
from ..errors import Invalid
from ..tasks.listings import Listing, lists_tasks
from ..tasks.rows import TaskRow
from ..web import came_from
from .day_cursors import read_day
from .day_lists import as_due
from .upcoming_page import LAST, NEAR, list_of, one_day, week_of
from .whole_days import whole_day


def start_in(text: str | None, today: date) -> date | None:
    """The day from which an address shows what comes up, today or later; None for words that are no day."""
    if not text:
        return today
    try:
        day = read_day(text)
    except Invalid:
        return None
    return max(day, today) if day <= LAST else None


@lists_tasks("upcoming.index")
def upcoming() -> Listing:
    """The near days stand on the page in any case; a later one comes whole."""
    today = visitor().today
    start = start_in(_asked_start(), today) or today
    later: set[date] = set()

    def place(row: TaskRow) -> str | None:
        day = list_of(row, today, start)
        if day is None or day < today:
            return None if day is None else "overdue-list"
        if day < start + timedelta(days=NEAR):
            return f"day-{day}-list"
        later.add(day)
        return None

    def context() -> dict[str, Any]:
        days = [one_day(visitor(), today, day) for day in later]
        return {"today": today, "start": start, "days": days, "week": week_of(visitor(), today, start)}

    def whole(list: str, _query: Mapping[str, Sequence[str]], most: int) -> list[TaskRow] | None:
        return whole_day(visitor(), list, most)

    return Listing(
        place, "agenda/_upcoming_around.html", context, as_listed=lambda row: as_due(row, today), whole=whole
    )


def _asked_start() -> str:
    return parse_qs(urlsplit(came_from()).query).get("start", [""])[0]
