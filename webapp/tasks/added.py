"""What is said of a task that was added out of a line: where it went, what was taken, what may be created."""

from flask import Response, url_for
from sqlalchemy.orm import Session

from ..accounts.signing_in import visitor
from ..clock import now
from ..extensions import db
from ..projects.models import Project
from ..projects.sections import Section
from ..web import Toast
from . import answers
from .adding import add_understood
from .finding import find_place_of, find_task_to_edit
from .forms import NewTaskForm, number_in
from .label_finding import find_label_to_edit
from .offering import make_offered
from .placing import Spot
from .readings import about
from .rows import TaskRow
from .spots import spot_beside
from .titles import clean_title, shortened
from .understanding import Understood, understand


def read(form: NewTaskForm) -> Understood:
    """What the line of a valid form means."""
    return understand(db.session(), visitor(), clean_title(form.title.data), form.place_id, now())


def add(session: Session, form: NewTaskForm, line: Understood) -> int:
    """A task out of a line, and the names that were to be made with it; its id. Raises Invalid."""
    wanted = [offer for offer in line.offers if offer.words in form.wanted_names]
    for offer in wanted:
        make_offered(session, offer, line, by=visitor(), now=now())
    line = read(form) if wanted else line
    kind, id = form.place_id or ("", 0)
    if kind == "label":
        line = line.labelled(find_label_to_edit(id).id)
    line = line.planned(form.day_wanted(visitor().today))
    return add_understood(session, _place_of(form, line), line, by=visitor(), now=now()).id


def _place_of(form: NewTaskForm, line: Understood) -> Project | Section | Spot:
    """Beside another task, if that was chosen (rule 7); else where the line or its list says."""
    if form.beside_id:
        return spot_beside(find_task_to_edit(form.beside_id), form.side.data, number_in(form.before.data))
    return find_place_of(form, line.place)


def row_added(id: int, form: NewTaskForm, line: Understood) -> Response:
    """The row, where the page shows it; if it went elsewhere, the way there."""

    def say(row: TaskRow | None, is_shown: bool) -> Toast:
        where = f" to {row.project}" if row and not is_shown else ""
        toast = answers.undoable(f"Added {shortened(line.title)}{where}.")
        return toast._replace(place=_way_to(row, is_shown=is_shown), reading=about(id, line, form))

    return answers.row_added(id, say)


def _way_to(row: TaskRow | None, *, is_shown: bool) -> str:
    if row is None:
        return ""
    page = "" if is_shown else url_for("project.show", id=row.project_id)
    return f"{page}#task-{row.id}-title"
