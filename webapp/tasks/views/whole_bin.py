"""Everything in the bin at once."""

from flask import Blueprint, Response, make_response, render_template, url_for

from ...accounts.signing_in import visitor
from ...database import writing
from ...formatting import counted
from ...web import Toast, go
from ..binned import KINDS
from ..purging import PURGES

bp = Blueprint("whole_bin", __name__, url_prefix="/bin/all")


@bp.get("")
def show() -> Response:
    url = url_for("whole_bin.destroy", _method="POST")
    return make_response(render_template("tasks/bin_confirm.html", name="", url=url))


@bp.post("/delete")
@bp.delete("")
def destroy() -> Response:
    with writing() as session:
        counts = {
            kind: purge(session, KINDS[kind].may_be_changed_by(visitor())) for kind, purge in PURGES.items()
        }
    gone = [counted(count, kind.removesuffix("s")) for kind, count in counts.items() if count]
    verb = "is" if sum(counts.values()) < 2 else "are"
    return go(url_for("bin.index"), Toast(f"{', '.join(gone) or 'Nothing'} {verb} gone for good."))
