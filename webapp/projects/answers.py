"""How the page that stands is told of a change of projects or sections: a toast, a word to its regions."""

from collections.abc import Mapping
from typing import Any

from flask import Response, make_response, url_for

from ..accounts.signing_in import visitor
from ..activity.merging import Since
from ..activity.recording import recorded
from ..extensions import db
from ..web import Toast, came_from, done, go, page_at, tell_lists, wants_partial
from .choosing import PROJECT, SECTION, also_changed
from .models import Project
from .sections import Section


def undoable(text: str, otherwise: str) -> Toast:
    """A toast whose Undo takes back what the last commit recorded; other words if that was nothing."""
    entry = recorded(db.session())
    return Toast(text, url_for("undo.create", id=entry)) if entry else Toast(otherwise)


def saved(project: Project, meanwhile: Mapping[str, Since]) -> Toast:
    """The toast after a project was saved, which says what others have changed since the form was made."""
    also = also_changed(db.session(), visitor(), meanwhile, PROJECT)
    return undoable(f"Saved “{project.name}”.{also}", f"“{project.name}” is as it was.{also}")


def renamed(section: Section, meanwhile: Mapping[str, Since]) -> Toast:
    """As `saved`, of a section."""
    also = also_changed(db.session(), visitor(), meanwhile, SECTION)
    return undoable(f"Renamed “{section.name}”.{also}", f"“{section.name}” is called so already.{also}")


def moved(name: str, step: str) -> Toast:
    """What a step up or down has done."""
    end = {"up": "first", "down": "last"}[step]
    return undoable(f"Moved “{name}” {step}.", f"“{name}” is the {end} already.")


def changed(toast: Toast, back: str, swap: str = "activity/undone.swap.html", **context: Any) -> Response:
    """The regions of a project's page fetch themselves anew; from any other page it goes to `back`."""
    if _page() is None:
        return go(back, toast)
    return tell_lists(done(swap, toast, back, **context))


def listed(toast: Toast) -> Response:
    """Whatever page lists projects fetches that anew; without htmx back to where the person was."""
    return tell_lists(done("activity/undone.swap.html", toast))


def quietly(back: str) -> Response:
    """As `changed`, for what is seen at once and needs no words."""
    return tell_lists(make_response("")) if wants_partial() else go(back)


def page_of(project_id: int, anchor: str = "") -> str:
    """The project's page as the person has it before them, at one of its elements."""
    path = came_from() if _page() == project_id else url_for("project.show", id=project_id)
    return f"{path}#{anchor}" if anchor else path


def parent_page(project: Project) -> str:
    """Where a person goes on when a project is no longer there."""
    above = project.parent_id
    return url_for("project.show", id=above) if above else url_for("tasks.index")


def is_inline() -> bool:
    """Whether a form that is asked for will stand on the page of a project."""
    return wants_partial() and _page() is not None


def _page() -> int | None:
    """The project on whose page the person acts; None on any other page."""
    endpoint, arguments = page_at(came_from()) or ("", {})
    return int(arguments["id"]) if endpoint == "project.show" else None
