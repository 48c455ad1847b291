"""Finding a task through the person who asks: what is not theirs does not exist for them."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import Select, select
from werkzeug.exceptions import HTTPException, NotFound

from ..accounts.signing_in import visitor
from ..accounts.visitors import Visitor
from ..activity.seeing import readable
from ..errors import Invalid
from ..extensions import db
from ..projects.finding import find_place_to_fill
from ..projects.models import MAY_EDIT, Project
from ..projects.sections import Section
from .chosen import Chosen, chosen_by, sorted_out
from .forms import PlaceForm, PositionForm, number_in
from .models import Task
from .places import NoPlace
from .placing import Spot
from .rows import TaskRow, some_rows
from .spots import APART, CHANGED, beside, first_in, inside, spot_of


class Binned(NotFound):
    """The task was there and is deleted: a 404 after which it can be brought back."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.task = task


def find_task(id: int) -> TaskRow:
    """A task to show. 404 unless the person may see it."""
    rows = some_rows(visitor(), [id])
    return rows[0] if rows else abort(404)


def find_editable_row(id: int) -> TaskRow:
    """A task to show in its editor. 404 unless the person may see it, 403 unless they may change it."""
    task = find_task(id)
    return task if task.can_edit else abort(403)


def find_editable_task(id: int) -> Task:
    """As `find_editable_row`, the task itself, to look at what stands around it."""
    found = _editable(visitor()).where(Task.id == id, Task.deleted_at.is_(None))
    return db.session.scalar(found) or abort(403 if some_rows(visitor(), [id]) else 404)


def find_task_to_edit(id: int) -> Task:
    """A task to change, locked until the transaction ends.

    404 unless the person may see it (Binned if it is deleted), 403 if they may only see it.
    """
    task = find_task_or_binned(id)
    if task.is_deleted:
        raise Binned(task)
    return task


def find_task_or_binned(id: int) -> Task:
    """As `find_task_to_edit`, deleted or not."""
    lock = _editable(visitor()).where(Task.id == id).with_for_update(of=Task, key_share=True)
    return db.session.scalar(lock) or abort(403 if some_rows(visitor(), [id]) else 404)


def find_tasks_to_edit(ids: Sequence[int]) -> Chosen:
    """Tasks to change together, locked until the transaction ends; deleted ones and such are left out.

    404 unless the person may see all of them, 403 if there is one that they may only see.
    """
    found = db.session.execute(chosen_by(visitor(), ids)).all()
    if len(found) < len(ids):
        abort(404)
    return sorted_out(found) if all(row.role in MAY_EDIT for row in found) else abort(403)


def find_beside(task: Task, id: str | None) -> Task:
    """Another task of the same workspace, by what a form sends. 404 unless the person may see it."""
    number = number_in(id)
    if not some_rows(visitor(), [number]):
        abort(404)
    return db.session.get(Task, {"workspace_id": task.workspace_id, "id": number}) or abort(404)


def find_standing_task(id: int) -> Task | None:
    """A task that the person may change, to read it only; None if there is no such one any more."""
    return db.session.scalar(_editable(visitor()).where(Task.id == id, Task.deleted_at.is_(None)))


def find_binned(id: int) -> Task:
    """A deleted task that the person may restore. 404 for all others."""
    found = _editable(visitor()).where(Task.id == id, Task.deleted_at.is_not(None))
    return db.session.scalar(found) or abort(404)


def find_remembered_task(id: int) -> Task:
    """A task whose history is to be read, deleted or not. 404 unless the person may see it."""
    here = (Task.workspace_id.in_(visitor().workspaces), readable(Task, visitor()))
    standing = Task.project.has(Project.deleted_at.is_(None))
    return db.session.scalar(select(Task).where(Task.id == id, *here, standing)) or abort(404)


def find_inbox_to_edit() -> Project:
    """The person's own Inbox, where new tasks go."""
    return db.session.scalars(Project.inbox_of(visitor().workspace_id)).one()


def find_place(form: PlaceForm) -> Project | Section | None:
    """The project or section that a form names, if any. Raises NoPlace where the person may put nothing."""
    try:
        return find_place_for(form) if form.place_id or form.place.data else None
    except Invalid as error:
        raise NoPlace(str(error)) from error
    except HTTPException as error:
        raise NoPlace("This place is no longer there. Choose another.") from error


def find_chosen_place(form: PlaceForm) -> Project | Section:
    """As `find_place`. Raises NoPlace also if the form names none."""
    found = find_place(form)
    if found is None:
        raise NoPlace("Choose a place.")
    return found


def find_place_for(form: PlaceForm) -> Project | Section:
    """Where a new task goes. 404 for a place of a stranger's, or for words that name none.

    403 for somebody who may only look. Raises Invalid if the place was deleted or archived meanwhile.
    """
    if not form.place_id and not form.place.data:
        return find_inbox_to_edit()
    return find_place_to_fill(*(form.place_id or abort(404)))


def find_place_of(form: PlaceForm, said: tuple[str, int] | None) -> Project | Section:
    """Where a line goes: to the place that it names itself, else to that of its form. As `find_place_for`."""
    if said:
        return find_place_to_fill(*said)
    is_labelled = form.place_id and form.place_id[0] == "label"
    return find_inbox_to_edit() if is_labelled else find_place_for(form)


def find_spot(task: Task, form: PositionForm) -> Spot | None:
    """Where a form wants a task to stand; None if it does not say. 404 for what the person may not see.

    Raises Invalid where the task cannot go, or if its neighbours there have gone elsewhere.
    """
    session = db.session()
    after, before = (_find_neighbour(text) if number_in(text) else None for text in form.neighbours)
    if form.parent.data:
        spot = inside(find_beside(task, form.parent.data))
    elif place := find_place(form):
        spot = spot_of(place)
    else:
        level = (before or after or task) if task.parent_id else task
        spot = level.before()._replace(before_id=None)
    if after or before:
        return beside(session, spot, after, before, CHANGED if form.says_where else APART)
    if form.after.data == "0":
        return first_in(session, spot)
    return spot if form.says_where else None


def _find_neighbour(id: str | None) -> Task:
    """A task beside which one is to stand, deleted or not. 404 unless the person may change it."""
    return db.session.scalar(_editable(visitor()).where(Task.id == number_in(id))) or abort(404)


def _editable(person: Visitor) -> Select[Task]:
    return select(Task).where(Task.may_be_changed_by(person))
