"""Whether a section is folded away on the person's own screen."""

from flask import Blueprint, Response

from ...accounts.signing_in import visitor
from ...database import writing
from .. import answers
from ..finding import find_section
from ..folding import fold, unfold

bp = Blueprint("section_folding", __name__, url_prefix="/sections/<int:id>/folding")


@bp.post("")
def create(id: int) -> Response:
    with writing() as session:
        section = find_section(id)
        fold(session, section, by=visitor())
    return answers.quietly(answers.page_of(section.project_id, f"section-{id}"))


@bp.post("/delete")
@bp.delete("")
def destroy(id: int) -> Response:
    with writing() as session:
        section = find_section(id)
        unfold(session, section, by=visitor())
    return answers.quietly(answers.page_of(section.project_id, f"section-{id}"))
