"""Duplicating tasks with their steps and labels, to be done once more: a fixed number of statements."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from ..activity.bulk import Command, add_rows, change_each, change_rows
from ..activity.recording import Actor
from ..ordering import between
from ..trees import above, tree_of
from .chosen import Chosen, roots_of
from .labels import Label, TaskLabel
from .models import Task

Values = dict[str, Any]
Copies = dict[int, int]
PLACE = ("project_id", "section_id", "parent_id")
task_, task_label_, label_ = Task.__table__.c, TaskLabel.__table__.c, Label.__table__.c


class _Sibling(NamedTuple):
    """A task that stands where copies are to stand."""

    id: int
    workspace_id: int
    name: str
    position: float
    deleted_at: datetime | None
    project_id: int
    section_id: int | None
    parent_id: int | None


def duplicate(session: Session, chosen: Chosen, *, by: Actor, now: datetime) -> Copies:
    """A copy right behind each of them, open, and so are the copies of the steps; the copies by the tasks.

    One batch. A task that hangs on another one of them is copied with that.
    """
    if not chosen.rows:
        return {}
    command = Command("added", {}, by, now)
    rows = _whole(session, chosen)
    roots = roots_of(chosen, {id: row["parent_id"] for id, row in rows.items()})
    positions = _make_room(session, roots, command)
    level = [{**rows[root.id], "position": positions[root.id]} for root in roots]
    copies: Copies = {}
    while level:
        fresh = [{**row, "parent_id": copies.get(row["parent_id"], row["parent_id"])} for row in level]
        ids = add_rows(session, Task, command, [_open(row, command) for row in fresh])
        added = dict(zip([row["id"] for row in level], ids, strict=True))
        copies |= added
        level = [row for row in rows.values() if row["parent_id"] in added and row["id"] not in copies]
    _copy_labels(session, copies, rows, command)
    _reopen_above(session, [root for root in roots if root.completed_at and root.parent_id], command)
    return {root.id: copies[root.id] for root in roots}


def _whole(session: Session, chosen: Chosen) -> dict[int, Values]:
    """Every column of the tasks and of what hangs on them, in their order."""
    workspaces = {row.workspace_id for row in chosen.rows}
    these = (task_.workspace_id.in_(workspaces), task_.id.in_(tree_of(Task, *chosen.these)))
    found = select(*task_).where(*these, task_.deleted_at.is_(None)).order_by(task_.position, task_.id)
    return {row["id"]: dict(row) for row in session.execute(found).mappings()}


def _open(row: Values, command: Command) -> Values:
    """What is kept of a copy: no day of its own life, and that it is not done."""
    made = {"created_at": command.now, "created_by_id": command.by.id}
    return {**row, **made, "completed_at": None, "completed_by_id": None, "subject_name": row["title"]}


def _make_room(session: Session, roots: Sequence[Any], command: Command) -> dict[int, float]:
    """Where the copies stand. Where no number is left between two, the others get new ones in their order."""
    wanted = {root.id for root in roots}
    positions: dict[int, float] = {}
    moved: list[tuple[Any, Mapping[str, Any]]] = []
    for _, siblings in groupby(_siblings(session, roots), key=_place):
        others = list(siblings)
        found = _behind(others, wanted)
        if None in found.values():
            spread = [other._replace(position=float(2 * at)) for at, other in enumerate(others, 1)]
            moved += [(old, {"position": new.position}) for old, new in zip(others, spread, strict=True)]
            found = _behind(spread, wanted)
        positions |= {id: position for id, position in found.items() if position is not None}
    change_each(session, Task, command._replace(verb="shifted"), moved)
    return positions


def _siblings(session: Session, roots: Sequence[Any]) -> list[Any]:
    """All that stands where they stand, deleted ones too, which keep their place; place by place."""
    read = (Task.id, Task.workspace_id, Task.title.label("name"), Task.position, Task.deleted_at)
    here = Task.workspace_id.in_({root.workspace_id for root in roots})
    projects = Task.project_id.in_({root.project_id for root in roots})
    hanging = Task.parent_id.in_({root.parent_id for root in roots if root.parent_id})
    near = hanging if all(root.parent_id for root in roots) else hanging | Task.parent_id.is_(None)
    found = select(*read, *(getattr(Task, name) for name in PLACE)).where(here, projects, near)
    places = {_place(root) for root in roots}
    rows = [row for row in session.execute(found) if _place(row) in places]
    return sorted(
        (_Sibling(*row) for row in rows), key=lambda row: (*map(str, _place(row)), row.position, row.id)
    )


def _behind(siblings: Sequence[Any], wanted: set[int]) -> dict[int, float | None]:
    """A position right behind each that is wanted; None where there is none."""
    standing = [one for one in siblings if one.deleted_at is None]
    pairs = zip(standing, [*standing[1:], None], strict=True)
    return {one.id: between(one.position, next and next.position) for one, next in pairs if one.id in wanted}


def _place(row: Any) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in PLACE)


def _copy_labels(session: Session, copies: Copies, rows: Mapping[int, Values], command: Command) -> None:
    label = and_(label_.workspace_id == task_label_.workspace_id, label_.id == task_label_.label_id)
    borne = select(*task_label_, label_.name.label("label")).join(Label.__table__, label)
    here = task_label_.workspace_id.in_({row["workspace_id"] for row in rows.values()})
    standing = (task_label_.deleted_at.is_(None), label_.deleted_at.is_(None))
    found = session.execute(borne.where(here, task_label_.task_id.in_(copies), *standing)).mappings()
    new = [
        {
            **row,
            "task_id": copies[row["task_id"]],
            "subject_name": f"{rows[row['task_id']]['title']} @{row['label']}",
            "project_id": rows[row["task_id"]]["project_id"],
        }
        for row in found
    ]
    add_rows(session, TaskLabel, command._replace(verb="labelled"), new)


def _reopen_above(session: Session, roots: Sequence[Any], command: Command) -> None:
    """Open what copies hang on, which are open themselves."""
    if roots:
        workspaces = {root.workspace_id for root in roots}
        ids = above(Task, Task.workspace_id.in_(workspaces), Task.id.in_([root.id for root in roots]))
        done = (Task.workspace_id.in_(workspaces), Task.id.in_(ids), Task.completed_at.is_not(None))
        values = {"completed_at": None, "completed_by_id": None}
        change_rows(session, Task, Command("reopened", values, command.by, command.now), *done)
