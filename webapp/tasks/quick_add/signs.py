"""Signs: `#project`, `/section`, `@label`, `%label`, `+person`, `p1`, `!1`, `{deadline}`, `start:date`."""

import re
from typing import NamedTuple

from ..days import day_in_words
from .parsed import Kind, When
from .reading import Impossible, Reading
from .reckoning import Moment
from .recognising import longest
from .settings import Names, fold, folded
from .words import SIGNS, Words

KINDS = {"#": Kind.PROJECT, "/": Kind.SECTION, "@": Kind.LABEL, "%": Kind.LABEL, "+": Kind.ASSIGNEE}
PRIORITY = re.compile(r"[p!]([1-4])")
MOST_INSIDE = 10


class Sign(NamedTuple):
    """Words `first` to `last` (exclusive) that a sign begins. `value` is None for an unknown name."""

    first: int
    last: int
    kind: Kind
    value: When | int | str | None
    name: str


class Signs:
    """Reads signs from left to right; a section belongs to the project before it."""

    def __init__(self, words: Words, moment: Moment, names: Names) -> None:
        self.words, self.moment, self.names = words, moment, names
        self.project: str | None = None
        self._folded: dict[tuple[Kind, str | None], dict[str, str]] = {}

    def read(self, at: int) -> Sign | Impossible | None:
        key = self.words.key(at)
        if key[:1] in SIGNS and len(key) > 1:
            return self._named(at)
        if found := PRIORITY.fullmatch(key):
            return Sign(at, at + 1, Kind.PRIORITY, int(found[1]), f"Priority {found[1]}")
        if key == "{":
            return self._deadline(at)
        if key == "start" and self._is_glued(at):
            return self._start(at)
        return None

    def _named(self, at: int) -> Sign | None:
        """A known name, or an unknown one; but `@4pm` and `+2w` are no names unless they are known."""
        word = self.words.all[at]
        sign = self.words.raw[word.start]
        name = word.quoted or self.words.raw[word.start + 1 : word.end]
        if not self._may_name(word.quoted, name, KINDS[sign]):
            return None
        value = self._known(KINDS[sign], name)
        if value is None and isinstance(longest(self.words, at, self.moment), Reading):
            return None
        if KINDS[sign] is Kind.PROJECT:
            self.project = value
        return Sign(at, at + 1, KINDS[sign], value, value or name)

    def _may_name(self, quoted: str | None, name: str, kind: Kind) -> bool:
        """`#1`, `+49` and `##` name nothing; a path is no section, and nor is what follows no project."""
        if kind is Kind.SECTION and (self.project is None or "/" in name):
            return False
        return quoted is not None or (any(letter.isalpha() for letter in name) and name[0] not in SIGNS)

    def _known(self, kind: Kind, name: str) -> str | None:
        place = kind, self.project if kind is Kind.SECTION else None
        if place not in self._folded:
            self._folded[place] = folded(self._names(kind))
        return self._folded[place].get(fold(name))

    def _names(self, kind: Kind) -> tuple[str, ...]:
        return {
            Kind.PROJECT: self.names.projects,
            Kind.SECTION: tuple(self.names.sections.get(self.project or "", ())),
            Kind.LABEL: self.names.labels,
        }.get(kind, self.names.people)

    def _deadline(self, at: int) -> Sign | Impossible | None:
        closing = (end for end in range(at + 2, at + MOST_INSIDE) if self.words.key(end) == "}")
        end = next(closing, None)
        found = None if end is None else longest(self.words, at + 1, self.moment)
        if end is None or found is None or found.last != end:
            return None
        return self._on_a_day(found, Kind.DEADLINE, "Deadline", (at, end + 1))

    def _start(self, at: int) -> Sign | Impossible | None:
        found = longest(self.words, at + 1, self.moment)
        return found and self._on_a_day(found, Kind.START, "Starts", (at, found.last))

    def _on_a_day(
        self, found: Reading | Impossible, kind: Kind, says: str, place: tuple[int, int]
    ) -> Sign | Impossible | None:
        if isinstance(found, Impossible):
            return found
        if found.when.day is None:
            return None
        words = f"{says} {day_in_words(found.when.day, self.moment.today)}"
        return Sign(*place, kind, When(found.when.day), words)

    def _is_glued(self, at: int) -> bool:
        """`start:friday` without a space."""
        everything = self.words.all
        return (
            at + 1 < len(everything)
            and self.words.behind(at) == ":"
            and (everything[at + 1].start == everything[at].end + 1)
        )
