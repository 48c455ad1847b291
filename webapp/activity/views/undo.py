"""Undo of one change, and redo of it."""

from flask import Blueprint, Response, request

from .. import answers
from ..finding import find_change

bp = Blueprint("undo", __name__, url_prefix="/history/<int:id>/undo")


@bp.post("")
def create(id: int) -> Response:
    return answers.take_back(find_change(id), with_later="with_later" in request.args)


@bp.delete("")
@bp.post("/delete")
def destroy(id: int) -> Response:
    return answers.do_again(find_change(id))
