"""The sidebar, which the layout asks for once in a page, and fragments never."""

from flask import g

from ..accounts.signing_in import visitor
from .places import Places, places


def sidebar() -> Places:
    """The places of the signed-in person, read once in a request."""
    if "places" not in g:
        g.places = places(visitor())
    found: Places = g.places
    return found


def is_at(here: str, path: str) -> bool:
    """Whether the page that stands is this place, or belongs to it: the test `here is at(path)`."""
    return f"{here.partition('?')[0]}/".startswith(f"{path}/")
