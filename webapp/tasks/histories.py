"""What the histories of a task and of a project tell, and of whom."""

from sqlalchemy import and_, literal, or_, select, union_all
from sqlalchemy.orm import Session

from ..accounts.models import User
from ..activity.histories import Subject
from ..activity.models import Activity
from ..projects.models import Project, ProjectMember
from .blocking import Blocker
from .labels import TaskLabel
from .models import Task

# Of its steps a task tells what makes them more or fewer; the rest is told on their own pages.
OF_STEPS = ("added", "deleted", "restored")


def of_task(session: Session, task: Task) -> Subject:
    """What happened to a task, to its labels and to what it waits for, and which steps came and went."""
    own = and_(Activity.subject == Task.subject, Activity.subject_id == task.id)
    hanging = _hanging(session, task)
    steps = and_(
        Activity.subject == Task.subject,
        Activity.subject_id.in_(hanging[Task.subject]),
        Activity.verb.in_(OF_STEPS),
    )
    beside = [
        and_(Activity.subject == subject, Activity.subject_id.in_(hanging[subject]))
        for subject in (TaskLabel.subject, Blocker.subject)
    ]
    return Subject(task.workspace_id, (or_(own, steps, *beside),))


def of_project(project: Project) -> Subject:
    """What happened to a project, to its sections and to the tasks that were in it then or left it."""
    ways = (Activity.project_id == project.id, Activity.left_project_id == project.id)
    return Subject(project.workspace_id, ways)


def people_of(session: Session, workspace_id: int, project_id: int) -> list[tuple[int, str]]:
    """The members of a project by name: who may have changed it."""
    members = (
        select(User.id, User.name)
        .join(ProjectMember, ProjectMember.user_id == User.id)
        .where(ProjectMember.workspace_id == workspace_id, ProjectMember.project_id == project_id)
        .order_by(User.name, User.id)
    )
    return [(row.id, row.name) for row in session.execute(members)]


def _hanging(session: Session, task: Task) -> dict[str, list[int]]:
    """The ids of its steps, of its labels and of what it waits for, deleted or not, by the log's names."""
    found: dict[str, list[int]] = {Task.subject: [], TaskLabel.subject: [], Blocker.subject: []}
    hanging = union_all(
        *(
            select(literal(model.subject), model.id).where(
                model.workspace_id == task.workspace_id, column == task.id
            )
            for model, column in (
                (Task, Task.parent_id),
                (TaskLabel, TaskLabel.task_id),
                (Blocker, Blocker.task_id),
            )
        )
    )
    for subject, id in session.execute(hanging):
        found[subject].append(id)
    return found
