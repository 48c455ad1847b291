"""Several lines as tasks: what a person pastes where one task was expected."""

from collections.abc import Iterable, Iterator

from ..accounts.visitors import Visitor
from ..clock import now
from ..tasks.habits import settings_of
from ..tasks.titles import LONGEST, one_line
from . import plain
from .dating import Dating
from .decoding import Unreadable, check_text
from .fitting import fit
from .plan import Plan, PlannedProject, PlannedTask


def planned_lines(text: str, by: Visitor) -> PlannedProject:
    """A task on each line. Raises Unreadable if there is none, or if there are too many."""
    plan = plan_of(text, by)
    if not plan.projects:
        raise Unreadable("Write a task on each line.")
    return plan.projects[0]


def plan_of(text: str, by: Visitor) -> Plan:
    """The same with what was not taken over as it stands. Raises Unreadable."""
    check_text(text)
    return fit(plain.read(text), dating_of(by))


def dating_of(by: Visitor) -> Dating:
    """How the person writes dates, now and where they are."""
    return Dating(now(), by.time_zone, settings_of(by))


def as_one_task(text: str, by: Visitor) -> PlannedProject:
    """All lines as one title; where that is too long, the first is the title and the others its notes."""
    check_text(text)
    whole = one_line(text)
    if not whole:
        raise Unreadable("Write what there is to do.")
    if len(whole) <= LONGEST:
        return PlannedProject(tasks=[PlannedTask(whole)])
    first, _, others = text.strip().partition("\n")
    return fit(
        Plan([PlannedProject(tasks=[PlannedTask(first.strip(), notes=others)])]), dating_of(by)
    ).projects[0]


def as_read(text: str) -> str:
    """The lines as they were understood: no bullets, steps two spaces further in, a box where one is done."""
    return "\n".join(line for project in plain.read(text).projects for line in _lines(project.tasks, 0))


def _lines(tasks: Iterable[PlannedTask], depth: int) -> Iterator[str]:
    for task in tasks:
        yield "  " * depth + ("[x] " if task.is_done else "") + task.title
        yield from _lines(task.steps, depth + 1)
