"""Tasks that somebody chose to change together: which of them still fit, and what is said of the others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, and_, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..errors import Invalid
from ..projects.models import Project, ProjectMember
from ..trees import tree_of
from .models import Task

MOST = 1000
TOO_MANY = f"That is more than {MOST:,} tasks at once. Choose fewer of them."
NONE = "No task is selected. Select at least one."

# Why a task stays as it is: of one, and of several.
GONE = ("was deleted meanwhile", "were deleted meanwhile")
ARCHIVED = ("stands in an archived project", "stand in archived projects")
DONE = ("was done already", "were done already")
ELSEWHERE = ("belongs to somebody else and cannot go there", "belong to somebody else and cannot go there")
UNFIT = ("would not fit its other dates", "would not fit their other dates")
UNLABELLED = (
    "belongs to somebody else, who has other labels",
    "belong to somebody else, who has other labels",
)

Reason = tuple[str, str]


class Chosen(NamedTuple):
    """The tasks that can be changed, in their order, and how many others stay as they are, and why."""

    rows: tuple[Any, ...]
    left: Mapping[Reason, int]

    @property
    def ids(self) -> list[int]:
        return [row.id for row in self.rows]

    @property
    def these(self) -> tuple[Any, ...]:
        """The condition on these tasks."""
        workspaces = {row.workspace_id for row in self.rows}
        return Task.workspace_id.in_(workspaces), Task.id.in_(self.ids)

    def without(self, reason: Reason, ids: Iterable[int]) -> "Chosen":
        """The same, but that these stay as they are for this reason."""
        out = set(ids) & set(self.ids)
        rows = tuple(row for row in self.rows if row.id not in out)
        return Chosen(rows, {**self.left, reason: len(out)} if out else self.left)

    def told(self, verb: str, what_else: str = "") -> str:
        """What was done in a sentence, as `Moved 3 of 5 tasks to “Work”; 2 were deleted meanwhile.`"""
        total = len(self.rows) + sum(self.left.values())
        why = " and ".join(f"{count} {reason[count > 1]}" for reason, count in self.left.items())
        if not self.rows:
            return f"Nothing was changed: {why}."
        tasks = f"{total} task" if total == 1 else f"{total} tasks"
        which = f"{len(self.rows)} of {tasks}" if why else tasks
        return f"{verb} {which}{what_else}{f'; {why}' if why else ''}."


def clean_ids(texts: Iterable[str]) -> list[int]:
    """The ids that a form names. Raises Invalid if there are none, or too many."""
    ids = {int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0 for text in texts}
    if not ids:
        raise Invalid(NONE)
    if len(ids) > MOST:
        raise Invalid(TOO_MANY)
    return sorted(ids)


def chosen_by(visitor: Visitor, ids: Iterable[int]) -> Select[Any]:
    """Those of these tasks that the person may see, deleted or not, to be locked."""
    member = and_(
        ProjectMember.workspace_id == Task.workspace_id,
        ProjectMember.project_id == Task.project_id,
        ProjectMember.user_id == visitor.id,
    )
    project = and_(Project.workspace_id == Task.workspace_id, Project.id == Task.project_id)
    place = (Task.project_id, Task.section_id, Task.parent_id, Task.position)
    read = (Task.id, Task.workspace_id, Task.title.label("name"), *place, Task.priority, Task.completed_at)
    dates = (Task.due_on, Task.due_time, Task.due_minutes, Task.deadline_on, Task.start_on)
    standing = (Task.deleted_at.is_not(None) | Project.deleted_at.is_not(None)).label("is_gone")
    archived = Project.archived_at.is_not(None).label("is_archived")
    found: Any = select(*read, *dates, standing, archived, ProjectMember.role)
    here = (Task.workspace_id.in_(visitor.workspaces), Task.id.in_(ids))
    ordered: Select[Any] = found.join(ProjectMember, member).join(Project, project).where(*here)
    return ordered.order_by(Task.position, Task.id).with_for_update(of=Task, key_share=True)


def sorted_out(found: Iterable[Row[Any]]) -> Chosen:
    """What of them can be changed now."""
    rows = tuple(found)
    why = {row.id: GONE if row.is_gone else ARCHIVED for row in rows if row.is_gone or row.is_archived}
    return Chosen(tuple(row for row in rows if row.id not in why), Counter(why.values()))


def tree_below(session: Session, chosen: Chosen) -> dict[int, int | None]:
    """The tasks and all that hangs on them, deleted or not: on what each of them hangs."""
    whole = Task.id.in_(tree_of(Task, *chosen.these))
    workspaces = {row.workspace_id for row in chosen.rows}
    found = select(Task.id, Task.parent_id).where(Task.workspace_id.in_(workspaces), whole)
    return {row.id: row.parent_id for row in session.execute(found)}


def roots_of(chosen: Chosen, tree: Mapping[int, int | None]) -> list[Any]:
    """Those that do not hang on another one of them, and so do not go with it."""
    ids = set(chosen.ids)

    def goes_with_another(id: int | None) -> bool:
        while id is not None:
            id = tree.get(id)
            if id in ids:
                return True
        return False

    return [row for row in chosen.rows if not goes_with_another(row.id)]
