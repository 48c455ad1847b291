"""How the page of Today is told of a change of one task."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..accounts.signing_in import visitor
from ..tasks.listings import Listing, lists_tasks
from ..tasks.rows import TaskRow
from .day_lists import as_due
from .today_page import part_of, today_counts
from .whole_days import whole_part


@lists_tasks("today.index")
def today() -> Listing:
    day = visitor().today

    def list_of(row: TaskRow) -> str | None:
        part = part_of(row, day)
        return f"{part}-list" if part else None

    def context() -> dict[str, Any]:
        return {"today": day, "counts": today_counts(visitor(), day)}

    def whole(list: str, _query: Mapping[str, Sequence[str]], most: int) -> list[TaskRow] | None:
        return whole_part(visitor(), list, most)

    return Listing(
        list_of, "agenda/_today_around.html", context, as_listed=lambda row: as_due(row, day), whole=whole
    )
