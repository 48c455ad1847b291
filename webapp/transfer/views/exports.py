"""Taking all tasks away as a file."""

from flask import Blueprint, Response, render_template

from ...accounts.signing_in import visitor
from ...extensions import db
from .. import formats
from ..downloads import download
from ..exporting import all_projects

bp = Blueprint("exports", __name__, url_prefix="/exports")


@bp.get("")
def index() -> str:
    return render_template("transfer/exports.html", formats=formats.WRITABLE, project=None)


@bp.get("/<any(markdown, csv, todotxt):format>")
def show(format: str) -> Response:
    return download("tasks", format, all_projects(db.session(), visitor()))
