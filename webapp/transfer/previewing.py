"""What will be made of what a person has brought, before anything is made."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..accounts.visitors import Visitor
from ..names import folded
from ..tasks.habits import settings_of
from . import formats
from .dating import Dating
from .decoding import Unreadable
from .fitting import fit
from .models import PASTED, Import, Source
from .plan import Plan, PlannedProject, PlannedSection, PlannedTask, Remark

ROWS = 200
UNNAMED = "Brought along"


class Row(NamedTuple):
    """A line of the preview: a project, a section or a task, and how deep it stands."""

    kind: str
    depth: int
    name: str
    task: PlannedTask | None = None


class Told(NamedTuple):
    """A remark, with its file where there are several."""

    file: str
    line: int
    text: str


class Preview(NamedTuple):
    """All that will be made, and all that will not; `name` is what a new project may be called."""

    called: str
    name: str
    projects: list[PlannedProject]
    told: list[Told]

    @property
    def tasks(self) -> list[PlannedTask]:
        return list(Plan(self.projects).tasks())

    @property
    def sections(self) -> int:
        return sum(len(project.sections) for project in self.projects)

    @property
    def named(self) -> list[str]:
        """The projects that have names of their own."""
        return [project.name for project in self.projects if project.name]

    @property
    def labels(self) -> list[str]:
        """Each once, by its name."""
        names = {folded(name): name for task in self.tasks for name in task.labels}
        return [names[key] for key in sorted(names)]

    def rows(self) -> list[Row]:
        return [row for project in self.projects for row in rows_of(project)]


def preview_of(brought: Import, by: Visitor) -> Preview:
    """The same at each look: dates are read by the clock of when it was brought."""
    dating = Dating(brought.created_at, by.time_zone, settings_of(by))
    has_several = len(brought.sources) > 1
    projects: list[PlannedProject] = []
    told: list[Told] = []
    for source in brought.sources:
        plan = fit(_read(source), dating)
        name = formats.name_of(source["name"]) or UNNAMED
        for project in plan.projects:
            project.name = project.name or (name if has_several else "")
        projects += plan.projects
        told += [Told(source["name"] if has_several else "", *remark) for remark in plan.remarks]
    first = brought.sources[0]["name"]
    name = UNNAMED if first == PASTED else formats.name_of(first)
    return Preview(brought.called, name or UNNAMED, projects, told)


def as_one(projects: Iterable[PlannedProject]) -> PlannedProject:
    """Several projects to be put into one: what stands in the others gets sections."""
    first, *others = projects
    for project in others:
        if project.tasks:
            first.sections.append(PlannedSection(project.name, project.line, project.tasks))
        first.sections += project.sections
    return first


def _read(source: Source) -> Plan:
    try:
        plan = formats.read(source["text"], source["format"], source["columns"])
    except Unreadable as error:
        plan = Plan(remarks=[Remark(0, str(error))])
    if source["remark"]:
        plan.remark(0, source["remark"])
    return plan


def rows_of(project: PlannedProject) -> Iterator[Row]:
    """The lines of a preview."""
    if project.name:
        yield Row("project", 0, project.name)
    yield from _rows_of_tasks(project.tasks, 0)
    for section in project.sections:
        yield Row("section", 0, section.name)
        yield from _rows_of_tasks(section.tasks, 0)


def _rows_of_tasks(tasks: Iterable[PlannedTask], depth: int) -> Iterator[Row]:
    for task in tasks:
        yield Row("task", depth, task.title, task)
        yield from _rows_of_tasks(task.steps, depth + 1)
