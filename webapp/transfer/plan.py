"""What a file of tasks was understood as: projects, sections and tasks, and what was not understood.

Pure, like every reader in this room: text in, a plan out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

NO_PRIORITY = 4
DEEPEST = 50  # no outline of a person is as deep: whatever a file says, what walks through it ends
DATES = {"due": "Date", "duration": "Duration", "deadline": "Deadline", "start": "Start"}


class Remark(NamedTuple):
    """Something that is not taken over as it stands, and why; line 0 is the whole file."""

    line: int
    text: str


@dataclass(slots=True)
class PlannedTask:
    """A task as a file has it. `dates` are words by the keys of DATES; `completed` is when it was done.

    `columns` are those of a task into which its dates go, once they are understood.
    """

    title: str
    line: int = 0
    notes: str = ""
    priority: int = NO_PRIORITY
    labels: list[str] = field(default_factory=list)
    is_done: bool = False
    completed: date | datetime | None = None
    created: date | datetime | None = None
    dates: dict[str, str] = field(default_factory=dict)
    steps: list["PlannedTask"] = field(default_factory=list)
    columns: dict[str, Any] = field(default_factory=dict)

    def note(self, paragraph: str) -> None:
        """Keep something in its notes, as a paragraph of its own."""
        self.notes = "\n\n".join(filter(None, (self.notes, paragraph)))


@dataclass(slots=True)
class PlannedSection:
    name: str
    line: int = 0
    tasks: list[PlannedTask] = field(default_factory=list)


@dataclass(slots=True)
class PlannedProject:
    """A project; without a name it is the place that the person will choose."""

    name: str = ""
    line: int = 0
    tasks: list[PlannedTask] = field(default_factory=list)
    sections: list[PlannedSection] = field(default_factory=list)

    @property
    def lists(self) -> list[list[PlannedTask]]:
        """The tasks at its top, then those of each section."""
        return [self.tasks, *(section.tasks for section in self.sections)]


@dataclass(slots=True)
class Plan:
    projects: list[PlannedProject] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, line: int, text: str) -> None:
        self.remarks.append(Remark(line, text))

    def tasks(self) -> Iterator[PlannedTask]:
        """Every task, steps behind what they hang on."""
        waiting = [task for project in self.projects for tasks in project.lists for task in tasks][::-1]
        while waiting:
            task = waiting.pop()
            yield task
            waiting.extend(reversed(task.steps))


class Outline:
    """Builds a plan line by line: projects and sections as they are named, tasks by how deep they stand.

    A depth is any number. A task hangs on the last one that stands less deep, so that a file may skip levels.
    """

    def __init__(self) -> None:
        self.plan = Plan()
        self._tasks: list[PlannedTask] | None = None
        self._above: list[tuple[int, PlannedTask]] = []

    @property
    def last(self) -> PlannedTask | None:
        """The task that was added last to the list that is being filled."""
        return self._above[-1][1] if self._above else None

    def depth_of_last(self) -> int:
        return self._above[-1][0] if self._above else -1

    def begin_project(self, name: str, line: int) -> None:
        self.plan.projects.append(PlannedProject(name, line))
        self._fill(self.plan.projects[-1].tasks)

    def begin_section(self, name: str, line: int) -> None:
        project = self._project()
        project.sections.append(PlannedSection(name, line))
        self._fill(project.sections[-1].tasks)

    def go_to(self, project: str, section: str, line: int) -> None:
        """Fill the list with these names, which begins here if there is none; an empty name is none."""
        found = next((one for one in self.plan.projects if one.name == project), None)
        if found is None:
            found = PlannedProject(project, line)
            self.plan.projects.append(found)
        if not section:
            self._fill(found.tasks)
            return
        part = next((one for one in found.sections if one.name == section), None)
        if part is None:
            part = PlannedSection(section, line)
            found.sections.append(part)
        self._fill(part.tasks)

    def add(self, task: PlannedTask, depth: int) -> None:
        while self._above and (self._above[-1][0] >= depth or len(self._above) == DEEPEST):
            self._above.pop()
        if self._above:
            self._above[-1][1].steps.append(task)
        else:
            self._list().append(task)
        self._above.append((depth, task))

    def _project(self) -> PlannedProject:
        if not self.plan.projects:
            self.plan.projects.append(PlannedProject())
        return self.plan.projects[-1]

    def _list(self) -> list[PlannedTask]:
        if self._tasks is None:
            self._tasks = self._project().tasks
        return self._tasks

    def _fill(self, tasks: list[PlannedTask]) -> None:
        if tasks is not self._tasks:
            self._tasks, self._above = tasks, []
