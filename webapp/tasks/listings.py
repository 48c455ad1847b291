"""The pages that list tasks, each as it has to be told of a change."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

from flask import abort, url_for

from ..accounts.signing_in import visitor
from ..web import came_from, page_at
from .chosen import MOST
from .rows import TaskRow, counts, first_rows

# From the id of a list, the query of its page's address and how many rows at most; None if there is no such.
WholeList = Callable[[str, Mapping[str, list[str]], int], list[TaskRow] | None]


def as_it_is(row: TaskRow) -> TaskRow:
    """As most pages list a row."""
    return row


class Listing(NamedTuple):
    """A page that lists tasks, as it has to be told of a change.

    `list_of` names the element among whose rows a task belongs, None if it does not belong on the page;
    `around` is a template of the regions that stand around the lists, `context` what it needs;
    `as_listed` gives a row the key by which it is sorted there and what else it is there; `whole` are the
    first `most` rows of one of its lists, by the id of the list and the query of the page's address.
    """

    list_of: Callable[[TaskRow], str | None]
    around: str
    context: Callable[[], dict[str, Any]]
    names_projects: bool = True
    as_listed: Callable[[TaskRow], TaskRow] = as_it_is
    whole: WholeList | None = None


# Takes the arguments of a page's address; None where there is no such page for the person.
FindListing = Callable[..., Listing | None]
_listings: dict[str, FindListing] = {}


def lists_tasks(endpoint: str) -> Callable[[FindListing], FindListing]:
    """Declare how the page of an endpoint is told of changes, from the arguments of its address."""

    def declare(listing: FindListing) -> FindListing:
        _listings[endpoint] = listing
        return listing

    return declare


def listing_at(path: str) -> Listing | None:
    """The page at a local path, if it lists tasks."""
    endpoint, arguments = page_at(path) or ("", {})
    return _listings[endpoint](**arguments) if endpoint in _listings else None


@lists_tasks("tasks.index")
def all_tasks(status: str) -> Listing:
    def list_of(row: TaskRow) -> str | None:
        listed = row.parent_id is None and not row.is_later(visitor().today)
        belongs = status == "all" or row.is_completed == (status == "completed")
        return "task-list" if listed and belongs else None

    def whole(_list: str, _query: Mapping[str, list[str]], most: int) -> list[TaskRow]:
        return first_rows(visitor(), status, most)

    return Listing(
        list_of,
        "tasks/_around.html",
        lambda: {"status": status, "counts": counts(visitor())},
        whole=whole,
    )


def whole_list(path: str, list_id: str) -> list[TaskRow]:
    """The rows of a list that the person may change, one more than can be chosen at once. 404 if none."""
    page = listing_at(path)
    query = parse_qs(urlsplit(path).query)
    rows = page.whole(list_id, query, MOST + 1) if page and page.whole else None
    return abort(404) if rows is None else [row for row in rows if row.can_edit]


def listing_here() -> Listing | None:
    """The page on which the person acts, if it lists tasks."""
    return listing_at(came_from())


def list_status() -> str:
    """Which list of all tasks stands on the page from which the person acts: all, active or completed."""
    endpoint, arguments = page_at(came_from()) or ("", {})
    return str(arguments["status"]) if endpoint == "tasks.index" else "all"


def list_place() -> str:
    """The list or bin from which the person came, as a path; all tasks if they came from elsewhere."""
    endpoint, _ = page_at(came_from()) or ("", {})
    return came_from() if endpoint in {*_listings, "bin.index"} else url_for("tasks.index")
