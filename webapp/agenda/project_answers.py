"""How the page of a project is told of a change of one task."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ..accounts.signing_in import visitor
from ..tasks.listings import Listing, lists_tasks
from ..tasks.rows import TaskRow
from ..web import came_from
from .project_page import read_head, read_sections, read_whole


@lists_tasks("project.show")
def project(id: int) -> Listing | None:
    head = read_head(visitor(), id)
    if head is None:
        return None
    sections = {section.id: section for section in read_sections(visitor(), head)}
    with_done = "1" in parse_qs(urlsplit(came_from()).query).get("done", ())

    def list_of(row: TaskRow) -> str | None:
        if row.project_id != id or row.parent_id or (row.is_completed and not with_done):
            return None
        if row.is_later(visitor().today):
            return "later-list"
        if row.section_id is None:
            return "project-list"
        section = sections.get(row.section_id)
        return f"section-{section.id}-list" if section and not section.is_folded else None

    def context() -> dict[str, Any]:
        return {"head": head, "sections": list(sections.values()), "with_done": with_done}

    def whole(list: str, query: Mapping[str, Sequence[str]], most: int) -> list[TaskRow] | None:
        key = list.removesuffix("-list")
        section = next((section for section in sections.values() if key == f"section-{section.id}"), None)
        if section is None and key != "project":
            return None
        return read_whole(visitor(), head, section, most, with_done="1" in query.get("done", ()))

    return Listing(list_of, "agenda/_project_around.html", context, names_projects=False, whole=whole)
