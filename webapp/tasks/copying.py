"""Duplicating a project with what is in it: sections, tasks and steps, labels, and what waits for what.

A fixed number of statements for each kind, however many tasks there are, and one batch.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, aliased

from ..activity.bulk import Command, add_rows
from ..activity.recording import Actor, Recorded
from ..names import folded
from ..projects.editing import LONGEST_NAME
from ..projects.models import Project
from ..projects.sections import Section
from .blocking import Blocker
from .labels import Label, TaskLabel
from .models import Task

Ids = dict[int, int]
Values = dict[str, Any]


def copy_project(session: Session, project: Project, *, with_done: bool, by: Actor, now: datetime) -> Project:
    """A new project “Name (copy)” under the same one, without its sub-projects. Raises Invalid."""
    copy = Project.new(session, project.workspace_id, parent_id=project.parent_id)
    copy.rename(_free_name(session, project))
    copy.hue, copy.emoji = project.hue, project.emoji
    copy.add_to(session, by=by, now=now)
    copying = Copying(session, project, copy, by, now)
    sections = copying.sections()
    tasks = copying.tasks(sections, with_done)
    copying.labels(tasks)
    copying.blockers(tasks)
    return copy


def _free_name(session: Session, project: Project) -> str:
    """The first of “Name (copy)”, “Name (copy 2)”, … that no project beside it has."""
    beside = Project.parent_id.is_not_distinct_from(project.parent_id)
    standing = (Project.workspace_id == project.workspace_id, Project.deleted_at.is_(None), beside)
    taken = set(session.scalars(select(Project.folded_name).where(*standing)))
    endings = [" (copy)", *(f" (copy {number})" for number in range(2, len(taken) + 3))]
    names = (project.name[: LONGEST_NAME - len(ending)].rstrip() + ending for ending in endings)
    return next(name for name in names if folded(name) not in taken)


class Copying(NamedTuple):
    """Copying rows of one project into another; the new ids are given by the old ones."""

    session: Session
    project: Project
    copy: Project
    by: Actor
    now: datetime

    def sections(self) -> Ids:
        found = self._read(Section, Section.position)
        return self._add(Section, found, [{**row, "project_id": self.copy.id} for row in found])

    def tasks(self, sections: Ids, with_done: bool) -> Ids:
        """Level by level, because a step needs what it hangs on."""
        found = [row for row in self._read(Task, Task.position) if with_done or row["completed_at"] is None]
        made: Ids = {}
        level = [row for row in found if row["parent_id"] is None]
        while level:
            added = self._add(Task, level, [self._task(row, sections, made) for row in level])
            made |= added
            level = [row for row in found if row["parent_id"] in added]
        return made

    def labels(self, tasks: Ids) -> None:
        label = and_(Label.workspace_id == TaskLabel.workspace_id, Label.id == TaskLabel.label_id)
        name = Task.title.concat(" @").concat(Label.name)
        found = (
            self._hanging(TaskLabel, TaskLabel.task_id, name)
            .join(Label, label)
            .where(Label.deleted_at.is_(None))
        )
        rows = [dict(row) for row in self.session.execute(found).mappings() if row["task_id"] in tasks]
        self._add(TaskLabel, rows, [{**row, "task_id": tasks[row["task_id"]]} for row in rows], "labelled")

    def blockers(self, tasks: Ids) -> None:
        other = aliased(Task)
        itself = and_(other.workspace_id == Blocker.workspace_id, other.id == Blocker.blocked_by_id)
        name = Task.title.concat(", waiting for ").concat(other.title)
        found = self.session.execute(self._hanging(Blocker, Blocker.task_id, name).join(other, itself))
        rows = [
            dict(row) for row in found.mappings() if {row["task_id"], row["blocked_by_id"]} <= tasks.keys()
        ]
        ends = ("task_id", "blocked_by_id")
        self._add(
            Blocker, rows, [{**row, **{end: tasks[row[end]] for end in ends}} for row in rows], "blocked"
        )

    def _read(self, model: Any, order: Any) -> list[Values]:
        """The rows that stand in the project, in their order."""
        here = (model.workspace_id == self.project.workspace_id, model.project_id == self.project.id)
        name = getattr(model, model.name_from).label("subject_name")
        found = select(*model.__table__.c, name).where(*here, model.deleted_at.is_(None))
        return [dict(row) for row in self.session.execute(found.order_by(order, model.id)).mappings()]

    def _hanging(self, model: Any, column: Any, name: Any) -> Any:
        """Rows that refer to tasks of the project."""
        task = and_(Task.workspace_id == model.workspace_id, Task.id == column)
        here = (Task.workspace_id == self.project.workspace_id, Task.project_id == self.project.id)
        found = select(*model.__table__.c, name.label("subject_name")).join(Task, task)
        return found.where(*here, model.deleted_at.is_(None)).order_by(model.id)

    def _task(self, row: Values, sections: Ids, made: Ids) -> Values:
        return {
            **row,
            "project_id": self.copy.id,
            "section_id": sections.get(row["section_id"]),
            "parent_id": made.get(row["parent_id"]),
            "created_at": self.now,
            "created_by_id": self.by.id,
        }

    def _add(
        self, model: type[Recorded], old: Sequence[Values], new: Sequence[Values], verb: str = "added"
    ) -> Ids:
        """Insert many at once and record each; the ids of the new rows by those of the old."""
        rows = [{**row, "project_id": self.copy.id} for row in new]
        ids = add_rows(self.session, model, Command(verb, {}, self.by, self.now), rows)
        return {row["id"]: id for row, id in zip(old, ids, strict=True)}
