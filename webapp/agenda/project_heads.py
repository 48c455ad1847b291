"""A project, its sections and its relatives, as its page prints them."""

from typing import NamedTuple

from ..projects.models import MAY_EDIT, OWNER
from ..tasks.rows import TaskRow


class ProjectHead(NamedTuple):
    """A project for one viewer; open and done tasks are counted up to MANY."""

    id: int
    workspace_id: int
    name: str
    hue: int
    emoji: str
    is_inbox: bool
    is_archived: bool
    parent_id: int | None
    role: str
    is_favourite: bool
    open: int
    done: int

    @property
    def is_owner(self) -> bool:
        return self.role == OWNER

    @property
    def can_edit(self) -> bool:
        """Whether the viewer may change what is in it."""
        return self.role in MAY_EDIT and not self.is_archived


class SectionHead(NamedTuple):
    """A section for one viewer."""

    id: int
    name: str
    is_folded: bool
    open: int
    done: int


class Relative(NamedTuple):
    """The project above, or one right below."""

    id: int
    name: str
    hue: int
    emoji: str
    is_above: bool


class TaskList(NamedTuple):
    """A section with its tasks, or the tasks without one. `cursor` is where it goes on."""

    key: str
    section: SectionHead | None
    rows: list[TaskRow]
    cursor: str
