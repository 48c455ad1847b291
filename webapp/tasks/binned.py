"""The bin: what was deleted, newest first. What went together with something else is not listed beside it."""

import re
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, exists, false, literal, select, union_all
from sqlalchemy.orm import Session, aliased

from ..accounts.visitors import Visitor
from ..projects.models import Project
from ..projects.sections import Section
from .labels import Label
from .models import Task

PAGE = 100
# By their word in addresses. What was deleted in the same moment stands in this order.
KINDS: dict[str, type[Any]] = {"projects": Project, "sections": Section, "labels": Label, "tasks": Task}
Key = tuple[datetime, int, int]
NEWEST: Key = (datetime.max.replace(tzinfo=UTC), 0, 0)
CURSOR = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6})_(\d)_(\d{1,19})", re.ASCII)


class BinnedRow(NamedTuple):
    """What the bin prints of a project, section, label or task; `place` is that of its kind in KINDS."""

    place: int
    id: int
    name: str
    deleted_at: datetime

    @property
    def kind(self) -> str:
        return list(KINDS)[self.place]

    @property
    def noun(self) -> str:
        return str(KINDS[self.kind].subject)

    @property
    def cursor(self) -> str:
        """Where the next page begins, as `?after=`."""
        return f"{self.deleted_at:%Y-%m-%dT%H:%M:%S.%f}_{self.place}_{self.id}"


def bin_page(session: Session, person: Visitor, after: Key = NEWEST) -> tuple[list[BinnedRow], str]:
    """One page of what a person may restore, and the cursor of the next (empty at the end)."""
    parts = [_some_of(place, person, after).subquery() for place in range(len(KINDS))]
    all_kinds = union_all(*(select(part) for part in parts)).subquery()
    newest_first = (all_kinds.c.deleted_at.desc(), all_kinds.c.place, all_kinds.c.id.desc())
    found = session.execute(select(all_kinds).order_by(*newest_first).limit(PAGE + 1))
    rows = [BinnedRow._make(row) for row in found]
    return rows[:PAGE], rows[PAGE - 1].cursor if len(rows) > PAGE else ""


def parse_cursor(text: str) -> Key | None:
    """The key in a `cursor`, NEWEST for an empty one, None for anything else."""
    found = CURSOR.fullmatch(text)
    if not found or int(found[3]) >= 2**63:
        return None if text else NEWEST
    try:
        return datetime.fromisoformat(f"{found[1]}+00:00"), int(found[2]), int(found[3])
    except ValueError:
        return None


def went_alone(model: type[Any]) -> ColumnElement[bool]:
    """The condition on deleted rows that they were not deleted together with what they belong to."""
    parent = aliased(model)
    if model is Project:
        return ~_went_with(model, parent, model.parent_id)
    if model is Task:
        return and_(
            ~_went_with(model, parent, model.parent_id), ~_went_with(model, Section, model.section_id)
        )
    return and_(True)


def _went_with(model: Any, other: Any, column: Any) -> ColumnElement[bool]:
    itself = and_(other.workspace_id == model.workspace_id, other.id == column)
    return exists().where(itself, other.deleted_at == model.deleted_at)


def _some_of(place: int, person: Visitor, after: Key) -> Select[Any]:
    """Of one kind, as many as a page has, walking along an index where there may be many."""
    model: Any = list(KINDS.values())[place]
    instant, last_place, last_id = after
    in_same_moment = {True: literal(True), False: false()}[place > last_place]
    if place == last_place:
        in_same_moment = model.id < last_id
    name = getattr(model, model.name_from).label("name")
    found = select(literal(place).label("place"), model.id, name, model.deleted_at).where(
        model.may_be_changed_by(person),
        went_alone(model),
        model.deleted_at <= instant,
        (model.deleted_at < instant) | in_same_moment,
    )
    return found.order_by(model.deleted_at.desc(), model.id.desc()).limit(PAGE + 1)
