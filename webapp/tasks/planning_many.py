"""Dates that many tasks get at once: a fixed number of statements, and one undo."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from ..accounts.visitors import Visitor
from ..activity.bulk import Command, change_each
from .chosen import UNFIT, Chosen
from .date_tags import Dates
from .dates import CLEAN_DATES, WrongDates, check_together
from .models import Task
from .planning import Plan


def plan_many(session: Session, chosen: Chosen, plan: Plan, *, by: Visitor, now: datetime) -> Chosen:
    """Without their steps. What does not fit together stays as it is. Raises Invalid for impossible dates."""
    wanted = [(row, _cleaned(plan.change(_dates_of(row)))) for row in chosen.rows]
    fitting = [(row, dates._asdict()) for row, dates in wanted if _fit_together(dates)]
    change_each(session, Task, Command("rescheduled", {}, by, now), fitting)
    return chosen.without(UNFIT, set(chosen.ids) - {row.id for row, _ in fitting})


def _dates_of(row: Any) -> Dates:
    return Dates(*(getattr(row, name) for name in Dates._fields))


def _cleaned(dates: Dates) -> Dates:
    return Dates(**{name: CLEAN_DATES[name](value) for name, value in dates._asdict().items()})


def _fit_together(dates: Dates) -> bool:
    try:
        check_together(dates)
    except WrongDates:
        return False
    return True
