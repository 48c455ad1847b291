"""Projects and labels with how much is open in each, as the sidebar lists them: two statements.

Every count stops at MANY and walks an index of its own project or label.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, literal, select

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from ..projects.favourites import Favourite
from ..projects.models import Project, ProjectMember
from ..tasks.labels import Label, TaskLabel
from ..tasks.models import Task
from ..tasks.rows import BEGUN


class Place(NamedTuple):
    """A project as the sidebar prints it; `inside` are the projects that hang on it."""

    id: int
    name: str
    hue: int
    emoji: str
    workspace_id: int
    parent_id: int | None
    is_inbox: bool
    is_favourite: bool
    open: int
    inside: tuple["Place", ...] = ()


class LabelPlace(NamedTuple):
    """A label as the sidebar prints it; `has_more` if it is on more tasks than were looked at."""

    id: int
    name: str
    hue: int | None
    open: int
    has_more: bool


class Places(NamedTuple):
    """Where a person's tasks are: their Inbox, their favourites, all projects as a tree, their labels."""

    inbox: Place
    favourites: list[Place]
    projects: tuple[Place, ...]
    labels: list[LabelPlace]


task_, project_, member_ = Task.__table__.c, Project.__table__.c, ProjectMember.__table__.c
label_, task_label_, favourite_ = Label.__table__.c, TaskLabel.__table__.c, Favourite.__table__.c
OPEN = (task_.completed_at.is_(None), task_.deleted_at.is_(None))
STANDING = (project_.deleted_at.is_(None), project_.archived_at.is_(None))
_SEEN = ProjectMember.__table__.join(
    Project.__table__, (project_.workspace_id == member_.workspace_id) & (project_.id == member_.project_id)
)
_OWN = (
    member_.workspace_id.in_(bindparam("workspaces", expanding=True)),
    member_.user_id == bindparam("user_id"),
)


def _bounded(some: Any) -> Any:
    return select(func.count()).select_from(some.limit(MANY).subquery()).scalar_subquery()


def _open_in_project() -> Any:
    """Steps are counted with the task on which they hang."""
    here = (task_.workspace_id == project_.workspace_id, task_.project_id == project_.id)
    tasks = select(literal(1)).select_from(Task.__table__).where(*here, *OPEN, task_.parent_id.is_(None))
    return _bounded(tasks.correlate(Project.__table__))


def _newest_with_label() -> Any:
    """The tasks that were labelled last, as far as is looked."""
    own = (task_label_.workspace_id == label_.workspace_id, task_label_.label_id == label_.id)
    ids = select(task_label_.workspace_id, task_label_.task_id).where(*own, task_label_.deleted_at.is_(None))
    return ids.order_by(task_label_.task_id.desc()).correlate(Label.__table__)


def _open_with_label() -> Any:
    """Steps that bear it too, but nothing in a project that is put away or not the person's to see."""
    newest = _newest_with_label().limit(MANY).subquery()
    task = (task_.workspace_id == newest.c.workspace_id) & (task_.id == newest.c.task_id)
    visible = select(project_.id).select_from(_SEEN).where(*_OWN, *STANDING)
    tasks = select(func.count()).select_from(newest.join(Task.__table__, task))
    return (
        tasks.where(*OPEN, BEGUN, task_.project_id.in_(visible)).correlate(Label.__table__).scalar_subquery()
    )


def _is_favourite() -> Any:
    own = (favourite_.workspace_id == project_.workspace_id, favourite_.project_id == project_.id)
    mine = (favourite_.user_id == bindparam("user_id"), favourite_.deleted_at.is_(None))
    return select(favourite_.id).where(*own, *mine).exists()


PROJECTS = (
    select(
        project_.id,
        project_.name,
        project_.hue,
        project_.emoji,
        project_.workspace_id,
        project_.parent_id,
        project_.is_inbox,
        _is_favourite(),
        _open_in_project(),
    )
    .select_from(_SEEN)
    .where(*_OWN, *STANDING)
    .order_by(project_.position, project_.id)
)
LABELS = (
    select(label_.id, label_.name, label_.hue, _open_with_label(), _newest_with_label().offset(MANY).exists())
    .where(label_.workspace_id == bindparam("own_workspace"), label_.deleted_at.is_(None))
    .order_by(label_.folded_name)
)


def places(visitor: Visitor) -> Places:
    """All places of a person: their own come first, then those that others share with them."""
    person = {"user_id": visitor.id, "workspaces": visitor.workspaces}
    found = [Place(*row) for row in reading().execute(PROJECTS, person)]
    found.sort(key=lambda place: place.workspace_id != visitor.workspace_id)
    inbox = next(place for place in found if place.is_inbox and place.workspace_id == visitor.workspace_id)
    others = [place for place in found if place is not inbox]
    home = {**person, "own_workspace": visitor.workspace_id, "today": visitor.today}
    labels = [LabelPlace(*row) for row in reading().execute(LABELS, home)]
    return Places(inbox, [place for place in others if place.is_favourite], as_tree(others), labels)


def as_tree(found: Iterable[Place]) -> tuple[Place, ...]:
    """The places with what hangs on them. One stands at the top whose parent the person does not see."""
    inside: dict[int | None, list[Place]] = {}
    seen = {place.id: place for place in found}
    for place in seen.values():
        inside.setdefault(place.parent_id if place.parent_id in seen else None, []).append(place)

    def grown(place: Place) -> Place:
        return place._replace(inside=tuple(grown(child) for child in inside.get(place.id, ())))

    return tuple(grown(place) for place in inside.get(None, ()))
