"""Which entries of the log a person may be shown, and what they may read and change of that now."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, false, literal, or_, select, union_all
from sqlalchemy.orm import Session

from .models import Activity
from .recording import Recorded, model_of

Way = Callable[[Any, Any, Any], ColumnElement[bool]]
_ways: list[Way] = []


def lets_read(way: Way) -> Way:
    """Let a room above say who may read what belongs to a project, by its workspace and its id."""
    _ways.append(way)
    return way


def seen_by(actor: Any) -> ColumnElement[bool]:
    """The condition on entries that a person may be shown: their own, and those of what they may read."""
    projects = (Activity.project_id, Activity.left_project_id)
    further = (way(Activity.workspace_id, project_id, actor) for way in _ways for project_id in projects)
    return or_(Activity.actor_id == actor.id, *further)


def readable(model: type[Recorded], actor: Any) -> ColumnElement[bool]:
    """The condition on rows that belong to a project that a person may read them."""
    project_id = getattr(model, model.project_from or "id")
    ways = (way(model.workspace_id, project_id, actor) for way in _ways)
    return model.workspace_id.in_(actor.workspaces) & or_(false(), *ways)


def name_for(session: Session, entry: Activity, actor: Any) -> str:
    """What an entry is of, quoted; what the person may not see remains unnamed."""
    here = (Activity.workspace_id == entry.workspace_id, Activity.id == entry.id)
    seen = session.scalar(select(Activity.id).where(*here, seen_by(actor)))
    return f"“{entry.subject_name}”" if seen else "Something that was changed with it"


def changeable(session: Session, actor: Any, entries: Iterable[Activity]) -> set[tuple[str, int]]:
    """The subjects of these entries that the person may change now, in one query."""
    ids: dict[str, set[int]] = {}
    for entry in entries:
        ids.setdefault(entry.subject, set()).add(entry.subject_id)
    found = [_changeable(actor, subject, ids[subject]) for subject in sorted(ids)]
    return {(subject, id) for subject, id in session.execute(union_all(*found))} if found else set()


def _changeable(actor: Any, subject: str, ids: set[int]) -> Any:
    model = model_of(subject)
    here = model.workspace_id.in_(actor.workspaces), model.id.in_(ids)
    return select(literal(subject), model.id).where(*here, model.may_be_changed_by(actor))
