"""What the words for a date are understood as, while they are typed."""

from flask import Blueprint, Response, request

from ...accounts.signing_in import visitor
from ...web import page_or_partial, uncompressed
from ..date_forms import LONGEST_WORDS
from ..date_tags import said_of
from ..habits import understood

EXAMPLES = (
    "tomorrow 9am",
    "next friday at 16:00 for 45 min",
    "27 nov",
    "in 3 days",
    "this weekend",
    "end of month",
    "evening",
    "{friday}",
    "start:monday",
)

bp = Blueprint("date_reading", __name__, url_prefix="/tasks/date/reading")


@bp.get("")
def show() -> Response:
    text = request.args.get("when", "")[:LONGEST_WORDS]
    answer = page_or_partial(
        "tasks/date_reading.html",
        "tasks/_date_reading.html",
        text=text,
        region="bulk" if request.args.get("region") == "bulk" else "picker",
        said=_said(text),
        examples=[(example, _said(example)) for example in EXAMPLES],
    )
    return uncompressed(answer)


def _said(text: str) -> str:
    return said_of(understood(visitor(), text), visitor().wall_clock)
