"""Deleting for good what is in the bin, with all that hangs on it. There is no way back.

No key of ours deletes along with what it refers to: whatever refers to a row goes before it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from ..projects.favourites import Favourite
from ..projects.folding import FoldedProject
from ..projects.models import Project, ProjectMember
from ..projects.sections import FoldedSection, Section
from ..trees import ENDLESS
from .blocking import Blocker
from .labels import Label, TaskLabel
from .models import Task

AT_ONCE = 10_000  # SQLite takes 32,766 values in a statement


def purge_projects(session: Session, *conditions: Any) -> int:
    """Remove deleted projects that fit, with all that is in them and under them; how many went."""
    return _purge(session, Project, Purge.projects, *conditions)


def purge_sections(session: Session, *conditions: Any) -> int:
    """Remove deleted sections that fit, with the tasks that were deleted with them; how many went."""
    return _purge(session, Section, Purge.sections, *conditions)


def purge_tasks(session: Session, *conditions: Any) -> int:
    """Remove deleted tasks that fit, with their steps; how many went."""
    return _purge(session, Task, Purge.tasks, *conditions)


def purge_labels(session: Session, *conditions: Any) -> int:
    """Remove deleted labels that fit, also from tasks that stay; how many went."""
    return _purge(session, Label, Purge.labels, *conditions)


# In the order in which the least is left for those that come after.
PURGES = {
    "projects": purge_projects,
    "sections": purge_sections,
    "tasks": purge_tasks,
    "labels": purge_labels,
}


class Purge(NamedTuple):
    """Removing rows of one workspace by their ids."""

    session: Session
    workspace_id: int

    def projects(self, ids: Sequence[int]) -> int:
        tree = self._tree(Project, ids)
        self.tasks(self._ids(Task, Task.project_id, tree))
        self._remove_sections(self._ids(Section, Section.project_id, tree))
        self._remove(Favourite, Favourite.project_id, tree)
        self._remove(FoldedProject, FoldedProject.project_id, tree)
        self._remove(ProjectMember, ProjectMember.project_id, tree)
        return self._remove(Project, Project.id, tree)

    def sections(self, ids: Sequence[int]) -> int:
        itself = (Section.workspace_id == Task.workspace_id, Section.id == Task.section_id)
        together = select(Section.id).where(*itself, Section.deleted_at == Task.deleted_at).exists()
        self.tasks(self._ids(Task, Task.section_id, ids, together))
        return self._remove_sections(ids)

    def tasks(self, ids: Sequence[int]) -> int:
        tree = self._tree(Task, ids)
        for column in (TaskLabel.task_id, Blocker.task_id, Blocker.blocked_by_id):
            self._remove(column.class_, column, tree)
        return self._remove(Task, Task.id, tree)

    def labels(self, ids: Sequence[int]) -> int:
        self._remove(TaskLabel, TaskLabel.label_id, ids)
        return self._remove(Label, Label.id, ids)

    def _remove_sections(self, ids: Sequence[int]) -> int:
        """What else was deleted there settles without a section when it comes back."""
        for some in _portions(ids):
            let_go = update(Task).where(Task.workspace_id == self.workspace_id, Task.section_id.in_(some))
            self.session.execute(let_go.values(section_id=None), execution_options=UNSYNCHRONIZED)
        self._remove(FoldedSection, FoldedSection.section_id, ids)
        return self._remove(Section, Section.id, ids)

    def _tree(self, model: Any, ids: Sequence[int]) -> list[int]:
        """These rows and what hangs on them, the deepest first."""
        levels = [list(ids)]
        while levels[-1] and len(levels) < ENDLESS:
            levels.append(self._ids(model, model.parent_id, levels[-1]))
        return list(dict.fromkeys(id for level in reversed(levels) for id in level))

    def _ids(self, model: Any, column: Any, ids: Sequence[int], *conditions: Any) -> list[int]:
        """The rows of which this column names one of these ids."""
        own = select(model.id).where(model.workspace_id == self.workspace_id, *conditions)
        return [
            id for some in _portions(ids) for id in self.session.scalars(own.where(column.in_(some))).all()
        ]

    def _remove(self, model: Any, column: Any, ids: Sequence[int]) -> int:
        """Remove the rows of which this column names one of these ids; how many there were."""
        own = delete(model).where(model.workspace_id == self.workspace_id)
        gone: list[Any] = [
            self.session.execute(own.where(column.in_(some)), execution_options=UNSYNCHRONIZED)
            for some in _portions(ids)
        ]
        return sum(result.rowcount for result in gone)


UNSYNCHRONIZED = {"synchronize_session": False}


def _purge(
    session: Session, model: Any, remove: Callable[[Purge, Sequence[int]], int], *conditions: Any
) -> int:
    """What fits is locked first, so that nobody brings it back in the same moment."""
    fitting = select(model.workspace_id, model.id).where(model.deleted_at.is_not(None), *conditions)
    found: dict[int, list[int]] = {}
    for workspace_id, id in session.execute(fitting.order_by(model.id).with_for_update(of=model)):
        found.setdefault(workspace_id, []).append(id)
    return sum(remove(Purge(session, workspace_id), ids) for workspace_id, ids in found.items())


def _portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
