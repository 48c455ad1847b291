"""What the reading of a line depends on, besides the clock: the person's habits and the names they know."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time


@dataclass(frozen=True, slots=True)
class Settings:
    """How a person writes dates.

    `week_start` is the first day of the week as Python counts them (Monday is 0, Sunday 6).
    `day_first` reads 3/4 as the 3rd of April. The times are what parts of the day stand for.
    """

    week_start: int = 0
    day_first: bool = True
    morning: time = time(9)
    afternoon: time = time(12)
    evening: time = time(19)
    night: time = time(22)


@dataclass(frozen=True, slots=True)
class Names:
    """The names that signs can refer to, as the person sees them. `sections` are per project."""

    projects: tuple[str, ...] = ()
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def folded(names: tuple[str, ...]) -> dict[str, str]:
    """Names by what they are whatever their case and form; of two alike the first."""
    return {fold(name): name for name in reversed(names)}


def fold(name: str) -> str:
    """As names are compared wherever people give them: by Unicode's NFKC_Casefold (UAX #31)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
