"""What is said of a task that was added out of a line: where it went, what was taken, what may be created."""

from flask import Response, url_for
from sqlalchemy.orm import Session

from ..accounts.signing_in import visitor
from ..clock import now
from ..extensions import db
from ..web import Toast
from . import answers
from .adding import add_understood
from .finding import find_place_of
from .forms import NewTaskForm
from .label_finding import find_label_to_edit
from .offering import make_offered
from .readings import about
from .rows import TaskRow
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
    return add_understood(session, find_place_of(form, line.place), line, by=visitor(), now=now()).id


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
