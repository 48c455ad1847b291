"""Quick add: what a line means. Pure: text, a clock and names in, a title and spans out.

`words` cuts the line; `signs` and the recognisers (`days`, `months`, `offsets`, `times`, `spoken`,
`durations`, `rhythms`) say what may stand at each word, and how strong it is; `placing` and `guards` decide
where that counts and where it is part of a name; `choosing` takes the last; `titles` writes what is left.
"""

from .parsed import Hint, Kind, Offer, ParsedLine, Span, When
from .parsing import escaped, escapes, parse
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
    "escapes",
    "parse",
]
