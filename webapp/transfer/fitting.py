"""Making a plan fit what may be kept: titles, notes, names, levels, what is done. What changes is told."""

from collections.abc import Callable

from ..errors import Invalid
from ..names import folded
from ..projects.editing import LONGEST_NAME, clean_project_name
from ..projects.sections import clean_section_name
from ..tasks.labels import clean_label
from ..tasks.placing import LEVELS
from ..tasks.titles import LONGEST, LONGEST_NOTES, clean_notes, clean_title, one_line
from .dating import Dating
from .plan import Plan, PlannedProject, PlannedSection, PlannedTask


def fit(plan: Plan, dating: Dating) -> Plan:
    """The same plan, so that every row of it can be kept."""
    fitting = Fitting(plan)
    for project in plan.projects:
        fitting.project(project)
    for task in plan.tasks():
        dating.date(task, plan)
        fitting.notes(task)
    plan.projects = [one for one in plan.projects if one.name or one.tasks or one.sections]
    plan.remarks.sort(key=lambda remark: remark.line)
    return plan


class Fitting:
    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def project(self, project: PlannedProject) -> None:
        if project.name:
            project.name = self._name(project.name, project.line, "project", clean_project_name)
        sections: dict[str, PlannedSection] = {}
        for section in project.sections:
            section.name = self._name(section.name, section.line, "section", clean_section_name)
            same = sections.setdefault(folded(section.name), section)
            if not section.name:
                project.tasks += section.tasks
            elif same is not section:
                self.plan.remark(section.line, f"There is a section “{section.name}” already; it joins that.")
                same.tasks += section.tasks
        project.sections = [section for section in sections.values() if section.name]
        for tasks in project.lists:
            tasks[:] = self._tasks(tasks, 1)

    def notes(self, task: PlannedTask) -> None:
        """Once everything that is kept in them stands there."""
        text = task.notes.replace("\0", "")
        if len(text) > LONGEST_NOTES:
            self.plan.remark(task.line, f"The notes are cut after {LONGEST_NOTES:,} characters.")
        task.notes = clean_notes(text[:LONGEST_NOTES])

    def _name(self, name: str, line: int, noun: str, clean: Callable[[str], str]) -> str:
        try:
            return clean(name)
        except Invalid as error:
            short = " ".join("".join(filter(str.isprintable, name)).split())[: LONGEST_NAME // 2].strip()
            try:
                short = clean(short)
            except Invalid:
                short = ""
            told = f"it is called “{short}”" if short else "it is left out, and what is in it stands above"
            self.plan.remark(line, f"The name of the {noun} cannot be kept, so {told}. {error}")
            return short

    def _tasks(self, tasks: list[PlannedTask], level: int) -> list[PlannedTask]:
        """Those that have a title. The steps of one that has none stand in its place."""
        fitted: list[PlannedTask] = []
        for task in tasks:
            if not self._title(task):
                fitted += self._tasks(task.steps, level)
                continue
            self._labels(task)
            fitted.append(task)
            if level < LEVELS:
                task.steps = self._tasks(task.steps, level + 1)
                self._open_with_steps(task)
            else:
                fitted += self._flattened(task)
        return fitted

    def _flattened(self, task: PlannedTask) -> list[PlannedTask]:
        """What hangs on a task that is as deep as may be, to stand behind it."""
        for step in task.steps:
            self.plan.remark(step.line, f"Steps go {LEVELS} levels deep; “{step.title[:60]}” stands higher.")
        below = self._tasks(task.steps, LEVELS)
        task.steps = []
        return below

    def _open_with_steps(self, task: PlannedTask) -> None:
        if task.is_done and not all(step.is_done for step in task.steps):
            self.plan.remark(task.line, f"“{task.title[:60]}” is open, because a step of it is.")
            task.is_done, task.completed = False, None

    def _title(self, task: PlannedTask) -> bool:
        title = one_line(task.title.replace("\0", ""))
        if len(title) > LONGEST:
            short = title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip() + "…"
            self.plan.remark(
                task.line, f"The title is longer than {LONGEST} characters; its notes have all of it."
            )
            task.notes, title = "\n\n".join(filter(None, (title, task.notes))), short
        try:
            task.title = clean_title(title)
        except Invalid as error:
            self.plan.remark(task.line, f"Left out: {error}")
            return False
        return True

    def _labels(self, task: PlannedTask) -> None:
        kept: dict[str, str] = {}
        for name in task.labels:
            try:
                label = clean_label(name)
                kept.setdefault(folded(label), label)
            except Invalid as error:
                task.note(f"Label: {name}")
                self.plan.remark(task.line, f"The label “{name[:60]}” is kept in the notes. {error}")
        task.labels = list(kept.values())
