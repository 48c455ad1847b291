"""What a person brings along, to be looked at before it is added."""

from typing import Any

from flask import Blueprint, Response, request, url_for

from ...accounts.signing_in import visitor
from ...clock import now
from ...database import writing
from ...extensions import db
from ...web import go
from .. import answers
from ..decoding import Unreadable
from ..finding import find_import
from ..forms import LARGEST, PlaceForm, SourceForm, chosen_reading
from ..models import Import

bp = Blueprint("imports", __name__, url_prefix="/imports")


@bp.url_value_preprocessor
def take_large_files(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Before anything reads the form. Whoever is not signed in sends no more than anywhere else."""
    if visitor().is_authenticated:
        request.max_content_length = request.max_form_memory_size = LARGEST


@bp.get("/new")
def new() -> Response:
    return answers.bring(SourceForm(formdata=None))


@bp.post("")
def create() -> Response:
    form = SourceForm()
    if not form.validate():
        return answers.bring(form, 422)
    try:
        sources = form.sources()
    except Unreadable as error:
        form.refuse(form.text, str(error))
        return answers.bring(form, 422)
    with writing() as session:
        id = Import.add(session, sources, by=visitor(), now=now()).id
    return go(url_for("imports.show", id=id))


@bp.get("/<int:id>")
def show(id: int) -> Response:
    return answers.preview(find_import(id), PlaceForm(formdata=None))


@bp.post("/<int:id>")
def update(id: int) -> Response:
    brought = find_import(id)
    try:
        sources = chosen_reading(brought.sources)
    except Unreadable as error:
        return answers.preview(brought, PlaceForm(formdata=None), str(error), 422)
    with writing():
        find_import(id).sources = sources
    return go(url_for("imports.show", id=id))


@bp.post("/<int:id>/delete")
def destroy(id: int) -> Response:
    with writing():
        db.session.delete(find_import(id))
    return go(url_for("imports.new"))
