"""How a person writes dates, and which moment it is for them: what the reading of their words depends on."""

from ..accounts.visitors import Visitor
from ..clock import now
from .quick_add import Names, ParsedLine, Settings, parse

NOBODY = Names()


def settings_of(visitor: Visitor) -> Settings:
    """The person's habits for the parser."""
    return Settings(week_start=visitor.week_start, day_first=visitor.day_first)


def understood(visitor: Visitor, line: str, names: Names = NOBODY) -> ParsedLine:
    """What a line means to the person, now and where they are."""
    return parse(line, now(), visitor.time_zone, settings_of(visitor), names)
