"""How the page of completed tasks is told of a change of one task."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..accounts.signing_in import visitor
from ..tasks.listings import Listing, lists_tasks
from ..tasks.rows import TaskRow
from .completed_page import as_done, completed_counts, day_done
from .whole_days import whole_done


@lists_tasks("completed.index")
def completed() -> Listing:
    time_zone, today = visitor().time_zone, visitor().today

    def list_of(row: TaskRow) -> str | None:
        day = day_done(row, time_zone)
        return f"done-{day}-list" if day else None

    def context() -> dict[str, Any]:
        return {"counts": completed_counts(visitor(), today)}

    def whole(list: str, _query: Mapping[str, Sequence[str]], most: int) -> list[TaskRow] | None:
        return whole_done(visitor(), list, most)

    return Listing(list_of, "agenda/_completed_around.html", context, as_listed=as_done, whole=whole)
