"""What the rows are called to which entries of the log refer: the project into which a task was moved."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from .models import Activity
from .recording import Tracked, model_of
from .seeing import readable

NOTHING, GONE = "none", "something that is gone, or not shared with you"
Names = Mapping[tuple[str, int, int], str]  # by subject, workspace and id


def names_in(session: Session, entries: Iterable[Activity], actor: Any) -> Names:
    """What the rows are called to which these entries refer, if the person may read them.

    One query for each kind of them.
    """
    wanted: dict[str, set[tuple[int, int]]] = {}
    for entry in entries:
        for subject, id in _references(entry):
            wanted.setdefault(subject, set()).add((entry.workspace_id, id))
    return {
        (subject, workspace_id, id): name
        for subject, keys in wanted.items()
        for workspace_id, id, name in session.execute(_named(subject, keys, actor))
    }


def reader(entry: Activity, tracked: Tracked, names: Names) -> Callable[[Any], str] | None:
    """How the values of a column read in an entry; None if they do not."""
    if not tracked.refers:
        return tracked.words
    return lambda id: names.get((tracked.refers, entry.workspace_id, id), GONE) if id else NOTHING


def _references(entry: Activity) -> Iterable[tuple[str, int]]:
    tracked = model_of(entry.subject).tracked
    for values in (entry.before, entry.after) if entry.before and entry.after else ():
        for name, value in (values or {}).items():
            if value and tracked[name].refers:
                yield tracked[name].refers, value


def _named(subject: str, keys: set[tuple[int, int]], actor: Any) -> Any:
    model: Any = model_of(subject)
    name = getattr(model, model.name_from)
    workspaces, ids = zip(*keys, strict=True)
    return select(model.workspace_id, model.id, name).where(
        model.workspace_id.in_(workspaces), model.id.in_(ids), readable(model, actor)
    )
