"""All places as a page, for screens without room for a sidebar; and what the sidebar fetches anew."""

from flask import Blueprint, Response, url_for

from ...web import page_or_partial, standing_path

bp = Blueprint("browse", __name__)


@bp.get("/browse")
def index() -> Response:
    here = standing_path()
    stars = here == url_for("browse.index")
    return page_or_partial("agenda/browse.html", "agenda/places.swap.html", here=here, stars=stars)
