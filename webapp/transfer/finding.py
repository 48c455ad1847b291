"""Finding what a person has brought through them, and the projects into which it may go."""

from flask import abort
from sqlalchemy import select

from ..accounts.signing_in import visitor
from ..clock import now
from ..extensions import db
from ..projects.choices import Choice, projects_to_fill
from ..projects.sections import Section
from ..tasks.finding import find_place_for
from ..tasks.forms import PlaceForm
from ..tasks.label_finding import find_label_to_edit
from .models import KEPT_FOR, Import


def find_import(id: int) -> Import:
    """What the person brought within the last day. 404 for all else."""
    own = (Import.workspace_id == visitor().workspace_id, Import.user_id == visitor().id)
    fresh = Import.created_at > now() - KEPT_FOR
    return db.session.scalar(select(Import).where(Import.id == id, *own, fresh)) or abort(404)


def place_words(form: PlaceForm) -> str:
    """What the place of a form is called. 404 and 403 as for adding to it."""
    kind, id = form.place_id or ("", 0)
    if kind == "label":
        return f"@{find_label_to_edit(id).name}"
    place = find_place_for(form)
    return f"{place.project.name} / {place.name}" if isinstance(place, Section) else place.name


def projects_for_tasks() -> list[Choice]:
    """The person's own projects, then those of others that they may fill."""
    person = visitor()
    workspaces = sorted(person.workspaces, key=lambda id: id != person.workspace_id)
    return [choice for id in workspaces for choice in projects_to_fill(db.session(), id, person)]
