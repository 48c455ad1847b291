"""What the random game plays with: how everything stands, and the rules that always hold."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.activity.models import Activity
from webapp.extensions import db
from webapp.projects.sections import Section
from webapp.tasks.blocking import Blocker
from webapp.tasks.labels import Label, TaskLabel
from webapp.tasks.models import Task
from webapp.tasks.placing import LEVELS

PLAYED = (Activity, Blocker, TaskLabel, Task, Section, Label)


def empty() -> None:
    """Remove all that was played with."""
    with db.engine.begin() as connection:
        for model in PLAYED:
            connection.execute(model.__table__.delete())  # type: ignore[attr-defined]


def visible(session: Session) -> list[tuple[Any, ...]]:
    """What people see: tasks in their order within their places, what they wait for, labels, sections."""
    task = (Task.id, Task.title, Task.notes, Task.priority, Task.completed_at, Task.completed_by_id)
    dates = (Task.due_on, Task.due_time, Task.due_minutes, Task.deadline_on, Task.start_on)
    place = (Task.project_id, Task.section_id, Task.parent_id)
    order = (func.coalesce(Task.section_id, 0), func.coalesce(Task.parent_id, 0), Task.position, Task.id)
    shown = [
        select(*task, *dates, *place).where(Task.deleted_at.is_(None)).order_by(Task.project_id, *order),
        select(Blocker.task_id, Blocker.blocked_by_id)
        .where(Blocker.deleted_at.is_(None))
        .order_by(Blocker.task_id, Blocker.blocked_by_id),
        select(TaskLabel.task_id, TaskLabel.label_id)
        .where(TaskLabel.deleted_at.is_(None))
        .order_by(TaskLabel.task_id, TaskLabel.label_id),
        select(Section.id, Section.name).where(Section.deleted_at.is_(None)).order_by(Section.id),
        select(Label.id, Label.name).where(Label.deleted_at.is_(None)).order_by(Label.id),
    ]
    return [tuple(row) for statement in shown for row in session.execute(statement)]


def broken(session: Session) -> Iterator[str]:
    """Which rules do not hold."""
    tasks = {task.id: task for task in session.scalars(select(Task))}
    sections = {section.id: section for section in session.scalars(select(Section))}
    for task in tasks.values():
        if not task.is_deleted:
            task.check_words()
            yield from _misplaced(task, tasks, sections)
    yield from _within_themselves(tasks, session.scalars(select(Blocker).where(Blocker.deleted_at.is_(None))))
    yield from _rings(session.scalars(select(Blocker).where(Blocker.deleted_at.is_(None))).all())
    yield from _uncounted(session, tasks)


def _misplaced(task: Task, tasks: dict[int, Task], sections: dict[int, Section]) -> Iterator[str]:
    section, parent = sections.get(task.section_id or 0), tasks.get(task.parent_id or 0)
    if section and (section.is_deleted or section.project_id != task.project_id):
        yield f"task {task.id} stands in a section that is not there"
    if parent and parent.is_deleted:
        yield f"task {task.id} hangs on one that is deleted"
    if parent and (parent.project_id, parent.section_id) != (task.project_id, task.section_id):
        yield f"task {task.id} stands elsewhere than what it hangs on"
    if parent and parent.is_completed and not task.is_completed:
        yield f"task {task.id} is open and hangs on one that is done"
    level = 1
    while parent and level <= LEVELS:
        parent, level = tasks.get(parent.parent_id or 0), level + 1
    if level > LEVELS:
        yield f"task {task.id} hangs too deep, or on itself"


def _within_themselves(tasks: dict[int, Task], blockers: Iterable[Blocker]) -> Iterator[str]:
    def above(id: int) -> set[int]:
        parent_id = tasks[id].parent_id
        return {parent_id, *above(parent_id)} if parent_id else set()

    for blocker in blockers:
        ends = blocker.task_id, blocker.blocked_by_id
        standing = not any(tasks[end].is_deleted for end in ends)
        if standing and (ends[0] in above(ends[1]) or ends[1] in above(ends[0])):
            yield f"of tasks {ends} one waits for the other and is a step of it"


def _rings(blockers: Sequence[Blocker]) -> Iterator[str]:
    waits_for: dict[int, set[int]] = {}
    for blocker in blockers:
        waits_for.setdefault(blocker.task_id, set()).add(blocker.blocked_by_id)
    for id in waits_for:
        seen: set[int] = set()
        to_see = [id]
        while to_see:
            further = waits_for.get(to_see.pop(), set()) - seen
            seen |= further
            to_see.extend(further)
        if id in seen:
            yield f"task {id} waits for itself"


def _uncounted(session: Session, tasks: dict[int, Task]) -> Iterator[str]:
    entries = select(Activity.subject_id, func.count()).where(Activity.subject == "task")
    counted = {row[0]: row[1] for row in session.execute(entries.group_by(Activity.subject_id))}
    for id, task in tasks.items():
        if counted.get(id) != task.version:
            yield f"task {id} has {counted.get(id)} entries at version {task.version}"
