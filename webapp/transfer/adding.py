"""Adding what was planned: projects, sections, labels and tasks, in few statements and as one batch."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.bulk import Command, add_rows
from ..errors import Invalid
from ..names import folded
from ..projects.editing import LONGEST_NAME
from ..projects.models import Project
from ..projects.sections import Section
from ..tasks.labels import Label, TaskLabel
from ..tasks.models import Task
from .plan import PlannedProject, PlannedSection, PlannedTask

MOST_PROJECTS = 200
NOON = time(12)


class Place(NamedTuple):
    """Where tasks go: a project, a section of it or none, and the task on which they hang."""

    project_id: int
    section_id: int | None = None
    parent_id: int | None = None


Level = list[tuple[Place, PlannedTask]]
Target = tuple[Project, PlannedProject]


class Adding(NamedTuple):
    """Adds to one workspace, for a person and at an instant."""

    session: Session
    workspace_id: int
    by: Visitor
    now: datetime

    def new_projects(self, planned: Sequence[PlannedProject], name: str) -> list[Project]:
        """A project for each, called `name` where it has none; what is called Inbox is the Inbox."""
        if len(planned) > MOST_PROJECTS:
            raise Invalid(
                f"It names {len(planned):,} projects, and at most {MOST_PROJECTS} are made at once."
            )
        inbox = self.session.scalars(Project.inbox_of(self.workspace_id)).one()
        return [
            inbox if folded(one.name) == inbox.folded_name else self._new_project(one.name or name)
            for one in planned
        ]

    def fill(self, targets: Iterable[Target], section: Section | None = None) -> int:
        """Add sections and tasks to projects, those at the top into a section if there is one; how many."""
        level: Level = []
        for project, planned in targets:
            ids = self._sections(project, planned.sections)
            top = Place(project.id, section.id if section else None)
            level += [(top, task) for task in planned.tasks]
            for part in planned.sections:
                level += [(Place(project.id, ids[folded(part.name)]), task) for task in part.tasks]
        labels = self._labels({name for _, task in level for name in _labels_below(task)})
        return self._levels(level, labels)

    def fill_place(self, place: Project | Section, planned: PlannedProject) -> int:
        """Add tasks to the end of a project or a section; how many."""
        if isinstance(place, Project):
            return self.fill([(place, planned)])
        return self.fill([(place.project, planned)], place)

    def _levels(self, level: Level, labels: dict[str, int]) -> int:
        """Level by level, because a step needs what it hangs on."""
        positions = self._last_positions(level)
        labelled: list[tuple[int, PlannedTask, int]] = []
        count = 0
        while level:
            rows = [self._task(place, task, positions) for place, task in level]
            ids = self._rows(Task, rows)
            count += len(ids)
            made = list(zip(ids, level, strict=True))
            labelled += [(id, task, place.project_id) for id, (place, task) in made if task.labels]
            level = [
                (place._replace(parent_id=id), step) for id, (place, task) in made for step in task.steps
            ]
        self._label(labelled, labels)
        return count

    def _new_project(self, name: str) -> Project:
        project = Project.new(self.session, self.workspace_id)
        project.rename(self._free_name(name))
        return project.add_to(self.session, by=self.by, now=self.now)

    def _free_name(self, name: str) -> str:
        """The first of “Name”, “Name (2)”, … that no project at the top has."""
        standing = (Project.deleted_at.is_(None), Project.parent_id.is_(None))
        names = select(Project.folded_name).where(Project.workspace_id == self.workspace_id, *standing)
        taken = set(self.session.scalars(names))
        endings = ["", *(f" ({number})" for number in range(2, len(taken) + 3))]
        wanted = (name[: LONGEST_NAME - len(ending)].rstrip() + ending for ending in endings)
        return next(name for name in wanted if folded(name) not in taken)

    def _sections(self, project: Project, planned: Sequence[PlannedSection]) -> dict[str, int]:
        """The ids of sections by their folded names: those that are there, and new ones behind them."""
        here = (Section.workspace_id == self.workspace_id, Section.project_id == project.id)
        last = self.session.scalar(select(func.max(Section.position)).where(*here)) or 0
        found = select(Section.folded_name, Section.id).where(*here, Section.deleted_at.is_(None))
        ids = dict(self.session.execute(found).all())
        new = [part.name for part in planned if folded(part.name) not in ids]
        rows = [
            {
                "workspace_id": self.workspace_id,
                "project_id": project.id,
                "name": name,
                "folded_name": folded(name),
                "position": last + number,
                "subject_name": name,
            }
            for number, name in enumerate(new, 1)
        ]
        added = self._rows(Section, rows)
        return ids | {folded(name): id for name, id in zip(new, added, strict=True)}

    def _labels(self, names: set[str]) -> dict[str, int]:
        """The ids of labels by their folded names, new ones where there are none."""
        ids = label_ids(self.session, self.workspace_id)
        new = list({folded(name): name for name in sorted(names) if folded(name) not in ids}.values())
        rows = [
            {
                "workspace_id": self.workspace_id,
                "name": name,
                "folded_name": folded(name),
                "subject_name": name,
                "project_id": None,
            }
            for name in new
        ]
        added = self._rows(Label, rows)
        return ids | {folded(name): id for name, id in zip(new, added, strict=True)}

    def _label(self, labelled: Iterable[tuple[int, PlannedTask, int]], labels: dict[str, int]) -> None:
        rows = [
            {
                "workspace_id": self.workspace_id,
                "task_id": id,
                "label_id": labels[folded(name)],
                "subject_name": f"{task.title} @{name}",
                "project_id": project_id,
            }
            for id, task, project_id in labelled
            for name in task.labels
        ]
        self._rows(TaskLabel, rows, "labelled")

    def _rows(self, model: Any, rows: Sequence[dict[str, Any]], verb: str = "added") -> list[int]:
        """Add rows of which only what is not usual is given; their ids."""
        usual = {column.name: column.default.arg if column.default else None for column in model.__table__.c}
        whole = [{**usual, **row} for row in rows]
        return add_rows(self.session, model, Command(verb, {}, self.by, self.now), whole)

    def _last_positions(self, level: Level) -> dict[Place, float]:
        """Of those that stand where tasks go, deleted ones too."""
        ids = {place.project_id for place, _ in level}
        here = (Task.workspace_id == self.workspace_id, Task.project_id.in_(ids), Task.parent_id.is_(None))
        last = select(Task.project_id, Task.section_id, func.max(Task.position)).where(*here)
        found = self.session.execute(last.group_by(Task.project_id, Task.section_id))
        return {Place(project_id, section_id): position for project_id, section_id, position in found}

    def _task(self, place: Place, task: PlannedTask, positions: dict[Place, float]) -> dict[str, Any]:
        positions[place] = positions.get(place, 0) + 1
        done = self._instant(task.completed) or self.now if task.is_done else None
        return {
            **task.columns,
            **place._asdict(),
            "workspace_id": self.workspace_id,
            "title": task.title,
            "notes": task.notes,
            "priority": task.priority,
            "position": positions[place],
            "completed_at": done,
            "completed_by_id": self.by.id if done else None,
            "created_at": self._instant(task.created) or self.now,
            "created_by_id": self.by.id,
            "subject_name": task.title,
        }

    def _instant(self, when: date | datetime | None) -> datetime | None:
        """An instant; of a day its noon, where the person is. Nothing that is yet to come."""
        if when is None:
            return None
        at = when if isinstance(when, datetime) else datetime.combine(when, NOON)
        instant = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(self.by.time_zone))
        return min(instant, self.now)


def label_ids(session: Session, workspace_id: int) -> dict[str, int]:
    """The ids of the labels of a workspace by their folded names."""
    found = select(Label.folded_name, Label.id)
    kept = found.where(Label.workspace_id == workspace_id, Label.deleted_at.is_(None))
    return dict(session.execute(kept).all())


def _labels_below(task: PlannedTask) -> Iterable[str]:
    yield from task.labels
    for step in task.steps:
        yield from _labels_below(step)
