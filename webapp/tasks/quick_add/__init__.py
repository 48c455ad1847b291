"""Quick add: what a line means. Pure: text, a clock and names in, a title and spans out."""

from .parsed import Hint, Kind, Offer, ParsedLine, Span, When
from .parsing import escaped, parse
from .settings import Names, Settings

__all__ = [
    "Hint",
    "Kind",
    "Names",
    "Offer",
    "ParsedLine",
    "Settings",
    "Span",
    "When",
    "escaped",
    "parse",
]
