"""What the page of a project shows: the project, its sections and a first page of the tasks in each."""

from typing import Any

from sqlalchemy import Select, and_, bindparam, case, func, literal, or_, select
from sqlalchemy.orm import aliased

from ..accounts.visitors import Visitor
from ..database import reading
from ..formatting import MANY
from ..projects.favourites import Favourite
from ..projects.models import Project, ProjectMember
from ..projects.sections import FoldedSection, Section
from ..tasks.models import Task
from ..tasks.rows import PAGE, START, VISIBLE, TaskRow, with_labels
from .project_heads import ProjectHead, Relative, SectionHead, TaskList

Key = tuple[float, int]
PROJECT_KEY, LATER_KEY = "project", "later"


project_, member_, section_ = Project.__table__.c, ProjectMember.__table__.c, Section.__table__.c
folded_, task_ = FoldedSection.__table__.c, Task.__table__.c
favourite_ = Favourite.__table__.c


def _count(place: Any, *conditions: Any) -> Any:
    """How many tasks that are no steps stand somewhere, up to MANY."""
    task: Any = Task.__table__.alias()
    fits = [condition(task.c) for condition in conditions]
    kept = (task.c.deleted_at.is_(None), task.c.parent_id.is_(None))
    some = select(literal(1)).where(place(task.c), *kept, *fits)
    bounded = some.correlate(Project.__table__, Section.__table__).limit(MANY).subquery()
    return select(func.count()).select_from(bounded).scalar_subquery()


def _open(task: Any) -> Any:
    return task.completed_at.is_(None)


def _later(task: Any) -> Any:
    return and_(task.completed_at.is_(None), task.start_on > bindparam("today"))


def _now(task: Any) -> Any:
    """Whatever does not stand under “Later”."""
    return or_(task.completed_at.is_not(None), task.start_on.is_(None), task.start_on <= bindparam("today"))


def _done(task: Any) -> Any:
    return task.completed_at.is_not(None)


def _in_project(task: Any) -> Any:
    return and_(task.workspace_id == project_.workspace_id, task.project_id == project_.id)


def _in_section(task: Any) -> Any:
    own = (task.workspace_id == section_.workspace_id, task.project_id == section_.project_id)
    return and_(*own, task.section_id == section_.id)


_member = and_(
    member_.workspace_id == project_.workspace_id,
    member_.project_id == project_.id,
    member_.user_id == bindparam("user_id"),
)
_here = project_.workspace_id.in_(bindparam("workspaces", expanding=True))
_seen = and_(_here, project_.deleted_at.is_(None))
_is_favourite = (
    select(favourite_.id)
    .where(favourite_.workspace_id == project_.workspace_id, favourite_.user_id == bindparam("user_id"))
    .where(favourite_.project_id == project_.id, favourite_.deleted_at.is_(None))
    .exists()
)
HEAD = (
    select(
        project_.id,
        project_.workspace_id,
        project_.name,
        project_.hue,
        project_.emoji,
        project_.is_inbox,
        project_.archived_at.is_not(None),
        project_.parent_id,
        member_.role,
        _is_favourite,
        _count(_in_project, _open),
        _count(_in_project, _done),
    )
    .join(ProjectMember.__table__, _member)
    .where(_seen, project_.id == bindparam("id"))
)
SECTIONS = (
    select(
        section_.id,
        section_.name,
        folded_.id.is_not(None),
        _count(_in_section, _open, _now),
        _count(_in_section, _done),
    )
    .outerjoin(
        FoldedSection.__table__,
        (folded_.workspace_id == section_.workspace_id)
        & (folded_.section_id == section_.id)
        & (folded_.user_id == bindparam("user_id")),
    )
    .where(section_.workspace_id == bindparam("workspace_id"), section_.project_id == bindparam("id"))
    .where(section_.deleted_at.is_(None))
    .order_by(section_.position, section_.id)
)
RELATIVES = (
    select(project_.id, project_.name, project_.hue, project_.emoji, project_.id == bindparam("parent_id"))
    .join(ProjectMember.__table__, _member)
    .where(_seen, project_.workspace_id == bindparam("workspace_id"))
    .where(
        or_(
            project_.id == bindparam("parent_id"),
            (project_.parent_id == bindparam("id")) & project_.archived_at.is_(None),
        )
    )
    .order_by(project_.position, project_.id)
)


def _first_pages(*conditions: Any) -> Select[Any]:
    """The first rows of every list, one more than a page so as to know whether there are further ones."""
    task = aliased(Task.__table__)
    fits = [condition(task.c) for condition in conditions]
    order = (task.c.position, task.c.id)
    place = case((_later(task.c), -1), else_=task.c.section_id)
    rank = func.row_number().over(partition_by=place, order_by=order).label("rank")
    unfolded = or_(place.is_(None), place.not_in(bindparam("folded", expanding=True)))
    here = (task.c.workspace_id == bindparam("workspace_id"), task.c.project_id == bindparam("id"))
    kept = (task.c.deleted_at.is_(None), task.c.parent_id.is_(None))
    ranked = select(task.c.id, rank).where(*here, *kept, unfolded, *fits).subquery()
    first = select(ranked.c.id).where(ranked.c.rank <= PAGE + 1)
    within = VISIBLE.where(task_.workspace_id == bindparam("workspace_id"), task_.id.in_(first))
    return within.order_by(task_.position, task_.id)


def _page_of(*conditions: Any) -> Select[Any]:
    position: Any = bindparam("position")
    task_id: Any = bindparam("after_id")
    here = (task_.workspace_id == bindparam("workspace_id"), task_.project_id == bindparam("id"))
    within = VISIBLE.where(*here, task_.parent_id.is_(None), *conditions)
    after = within.where(task_.position >= position, (task_.position > position) | (task_.id > task_id))
    return after.order_by(task_.position, task_.id).limit(PAGE + 1)


FIRST_PAGES = {False: _first_pages(_open), True: _first_pages()}
# By whether they are of a section, and whether tasks that are done are shown.
PAGES = {
    (in_section, with_done): _page_of(
        task_.section_id == bindparam("section_id") if in_section else task_.section_id.is_(None),
        _now(task_),
        *(() if with_done else (_open(task_),)),
    )
    for in_section in (False, True)
    for with_done in (False, True)
}
LATER = _page_of(_later(task_))


def read_head(visitor: Visitor, id: int) -> ProjectHead | None:
    """The project, if it is there for this person."""
    found = reading().execute(HEAD, {**_person(visitor), "id": id}).first()
    return ProjectHead._make(found) if found else None


def read_sections(visitor: Visitor, head: ProjectHead) -> list[SectionHead]:
    return [SectionHead._make(row) for row in reading().execute(SECTIONS, _of(visitor, head))]


def read_relatives(visitor: Visitor, head: ProjectHead) -> list[Relative]:
    found = reading().execute(RELATIVES, {**_of(visitor, head), "parent_id": head.parent_id or 0})
    return [Relative._make(row) for row in found]


def read_lists(
    visitor: Visitor, head: ProjectHead, sections: list[SectionHead], *, with_done: bool
) -> list[TaskList]:
    """The tasks without a section, each section with its own, what starts later; one query for all rows."""
    folded = [section.id for section in sections if section.is_folded]
    found = reading().execute(FIRST_PAGES[with_done], {**_of(visitor, head), "folded": folded})
    rows: dict[int | str | None, list[TaskRow]] = {}
    for row in with_labels(visitor, found):
        rows.setdefault(LATER_KEY if row.is_later(visitor.today) else row.section_id, []).append(row)
    of_sections = [_list(f"section-{one.id}", rows.get(one.id, []), one) for one in sections]
    later = _list(LATER_KEY, rows.get(LATER_KEY, []))
    return [_list(PROJECT_KEY, rows.get(None, [])), *of_sections, later]


def read_more(
    visitor: Visitor, head: ProjectHead, section: SectionHead | None, after: Key, *, with_done: bool
) -> TaskList:
    """A later page of the tasks of a section, or of those without one."""
    place = {"section_id": section.id} if section else {}
    key = {"position": after[0], "after_id": after[1]}
    statement = PAGES[section is not None, with_done]
    found = reading().execute(statement, {**_of(visitor, head), **place, **key})
    name = f"section-{section.id}" if section else PROJECT_KEY
    return _list(name, with_labels(visitor, found), section)


def read_later(visitor: Visitor, head: ProjectHead, after: Key) -> TaskList:
    """A further page of what starts later."""
    key = {"position": after[0], "after_id": after[1]}
    return _list(LATER_KEY, with_labels(visitor, reading().execute(LATER, {**_of(visitor, head), **key})))


def read_whole(
    visitor: Visitor, head: ProjectHead, section: SectionHead | None, most: int, *, with_done: bool
) -> list[TaskRow]:
    """The first rows of one of the lists, without their labels."""
    place = {"section_id": section.id} if section else {}
    statement = PAGES[section is not None, with_done].limit(most)
    start = {"position": START[0], "after_id": START[1]}
    return [TaskRow(*row) for row in reading().execute(statement, {**_of(visitor, head), **place, **start})]


def _list(key: str, rows: list[TaskRow], section: SectionHead | None = None) -> TaskList:
    return TaskList(key, section, rows[:PAGE], rows[PAGE - 1].cursor if len(rows) > PAGE else "")


def _person(visitor: Visitor) -> dict[str, Any]:
    return {"user_id": visitor.id, "workspaces": visitor.workspaces, "today": visitor.today}


def _of(visitor: Visitor, head: ProjectHead) -> dict[str, Any]:
    return {**_person(visitor), "id": head.id, "workspace_id": head.workspace_id}
