"""The projects that are archived, and so in no other list."""

from flask import Blueprint, render_template

from ...accounts.signing_in import visitor
from ...extensions import db
from ..choices import archived_projects

bp = Blueprint("archived", __name__, url_prefix="/projects/archived")


@bp.get("")
def index() -> str:
    return render_template("projects/archived.html", projects=archived_projects(db.session(), visitor()))
